/** 列出的个数: “甲、乙、丙三个……”: as many names before a number as it says. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { namesIn } from "../../read/lists.ts";
import type { Passage } from "../../read/passage.ts";
import { isSilent, type Silences } from "../../silence.ts";
import { DOUBTFUL } from "../../write.ts";
import { counted } from "./lengthFinding.ts";

const named =
  /((?:[^，。；：、（）\d“”]{2,14}、)+[^，。；：、（）\d“”]{2,14}?)(等)?(?:这)?([两二三四五六七八九十]|\d{1,2})(个|家|处|所|座|条|县市|类|项|方面|大类|大方面)(?!工作日|月|年|日|小时|自然|百分点)/g;

interface Seen {
  list: string;
  names: string[];
  /** what stands before the list and behind its number */
  before: string;
  behind: string;
}

/** “甲、乙、丙三个……”: as many names as it says; 等 leaves some out */
export function countedLists(passage: Passage): Finding[] {
  return [...passage.text.matchAll(named)].flatMap((match) => {
    const [text, list, begun, word, measure] = match as unknown as [string, string, string | undefined, string, string];
    const said = chineseNumber(word);
    const end = match.index + text.length;
    const behind = passage.text.slice(end);
    const { names, most } = namesIn(list.replace(/^[^、]{0,10}?(?:涉及|包括|分别是|分别为|对|由|向|与|和|在)/, ""));
    const seen = { list, names, before: passage.text.slice(0, match.index), behind };
    if (said === null || said < 2 || Math.abs(names.length - said) > 3 || isSilent(silences, seen)) return [];
    const isMore = list.split("、").length > said;
    const isFewer = !begun && names.length < said && most < said;
    if (!isMore && !isFewer) return [];
    // “涉及甲、乙两区4家”, “各安排联络员驻点五个”: rather so many of something else
    const isOfThem = /^(?:个|类|项|方面|大类|大方面)$/.test(measure) && /^[\u4e00-\u9fff]/.test(behind);
    const confidence = begun ? 0.7 : isOfThem ? 0.6 : DOUBTFUL;
    return [counted(passage, match.index, end, said, names.length, confidence)];
  });
}

const silences: Silences<Seen> = {
  // “96200客服热线、微信、窗口三个渠道”: the list began before
  isCut: ({ before }) => /[、）\dA-Za-z]$|\d[^，。；：]{0,8}$/.test(before),
  // “更换水表一只、管件四个”: so many of the last
  isOfLast: ({ list }) => /[一二两三四五六七八九十\d][只个台套根件条](?:、|$)/.test(list),
  // “邀请供热办、市政公用局及四家热企”, “联合发改、城管对3处停车点”: so many others
  isOfOthers: ({ list }) => /的$|以下$|下列$|如下$|[及和与对在向给将把]$/.test(list),
  isJoinedWithin: ({ names }) => /和|与|及/.test(names.slice(0, -1).join("")),
  // “受理量、办结量均为五个街道中最多”: of so many that aren't named
  isOfUnnamed: ({ behind }) => /^[^，。；]{0,4}(?:中|里)?最[多少高低]/.test(behind),
  // “走访石桥镇、柳河镇五个村”: so many of another kind
  isOfOtherKind: ({ names, behind }) => {
    const kind = /^(?:[镇乡村县区市]|街道|社区|小区)/.exec(behind)?.[0];
    const kindOf = (name: string) => /(?:[镇乡村县区市]|街道|社区|小区)$/.exec(name)?.[0];
    return kind !== undefined && names.map(kindOf).every((own) => own !== undefined && own !== kind);
  },
};

const NAME = "[^、，。；：（）\\d]{2,12}?";

const namedTop = new RegExp(
  `前([一二三四五六七八九十]{1,2}|\\d{1,2})(?:位|名|家|个)的((?:${NAME}、)+${NAME}(?:和|与|及|以及)${NAME})(?:合计|共计|共|总计|分别|占)`,
  "g",
);

/** “前三位的甲、乙和丙合计……”: names alone, as many as it says */
export const namedTops = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(namedTop)].flatMap((match) => {
    const [whole, number, list] = match as unknown as [string, string, string];
    const said = chineseNumber(number);
    const found = list.split("、").length + 1;
    return said === null || said === found
      ? []
      : [counted(passage, match.index, match.index + whole.length, said, found, 0.85)];
  });

const NUMBER = "\\d[\\d,.]*(?:万)?(?:%|件|个|通|次|起|宗|分)?";

const run = new RegExp(
  `((?:${NAME}（?${NUMBER}）?[、，])+${NAME}（?${NUMBER}）?)(?:，(?:一?共|共计|合计)(?:有)?|(等)?)(?<!\\d)([两二三四五六七八九十]|\\d{1,2})(?:家|个(?:单位|部门|县|区|街道|镇|乡|平台))(?![^，。；]{0,8}(?:合计|共|占))`,
  "g",
);

/** “有甲3件、乙2件、丙1件，共4家” */
export const countedRuns = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(run)].flatMap((match) => {
    const [text, list, begun, word] = match as unknown as [string, string, string | undefined, string];
    const said = chineseNumber(word);
    const found = list.split(/(?<=[）%件个通次起宗分\d])[、，](?!\d)/).length;
    const isWrong = begun ? found > (said ?? 0) : found !== said;
    return said === null || said < 2 || !isWrong || Math.abs(found - said) > 3
      ? []
      : [counted(passage, match.index, match.index + text.length, said, found, 0.7)];
  });
