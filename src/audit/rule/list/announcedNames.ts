/** 冒号后的列举: “主要是五类：甲、乙、丙、丁，共……”, “召开6次：3日、8日、14日”: names or days, others than it says. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { namesIn } from "../../read/lists.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { counted } from "./lengthFinding.ts";

const NAME = "[^、，。；：（）\\d“”]{2,14}";
const ITEM = `${NAME}(?:\\d[\\d,]*(?:件|个|通|宗|单)(?:（[^（）]*）)?|（\\d[\\d,]*(?:件|个|通|宗|单)）)`;
const DAY = "(?:\\d{1,2}月)?\\d{1,2}日";
const announced = new RegExp(
  `(?<![\\d.第前])([两二三四五六七八九十]|\\d{1,2})(?:(?:次|场)(?=：(?:\\d{1,2}月)?\\d{1,2}日)|天|类|项|个方面|方面|大类|类问题|个领域|家|处|起|例|个单位|个部门|个热点|家[^，。；：\\d]{2,6}|个[^，。；：、\\d]{1,4})：((?:${ITEM}[、，；])+${ITEM}|(?:${NAME}、)+${NAME}|(?:${DAY}、)+${DAY})(?=[，。]|$)`,
  "g",
);

/** “三家正好33件” is no item */
const sum = /^(?:[两二三四五六七八九十]|\d{1,2})[家类项处个]|合计|共|总/;

const separately = new RegExp(
  `(?<![\\d.第前])([两二三四五六七八九十]|\\d{1,2})个(?:单位|部门|县区|街道|乡镇|镇街)[^。；：]{0,30}，(?:分别|依次)(?:是|为)((?:${NAME}、)+${NAME})(?=[。；])`,
  "g",
);

const called = new RegExp(
  `(?<![\\d.第前])([两二三四五六七八九十]|\\d{1,2})个(?:专题|主题|热点|领域|重点|片区|渠道)为((?:${NAME}、)+${NAME})(?=[。；，])`,
  "g",
);

const quoted = /((?:“[^“”]{2,12}”、?){2,})([两二三四五六七八九十]|\d{1,2})个(?:专题|主题|方面|领域|品牌|专项|热点)/g;

/** “‘供热保障’‘老旧小区改造’‘校外培训’五个专题” */
const quotedNames = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(quoted)].flatMap((match) => {
    const [text, list, word] = match as unknown as [string, string, string];
    const [said, found] = [chineseNumber(word), list.split("“").length - 1];
    return said === null || said === found
      ? []
      : [counted(passage, match.index, match.index + text.length, said, found, 0.75)];
  });

export const announcedNames = ({ passages }: Reading): Finding[] =>
  passages.flatMap((passage, at) => {
    // “主要是五类：”, and the names on the next line
    const all = passage.text + (passage.text.endsWith("：") ? (passages[at + 1]?.text ?? "") : "");
    const matches = [announced, separately, called].flatMap((pattern) => [...all.matchAll(pattern)]);
    return [...quotedNames(passage), ...matches.flatMap((match) => against(passage, all, match))];
  });

function against(passage: Passage, all: string, match: RegExpExecArray): Finding[] {
  const [text, word, list] = match as unknown as [string, string, string];
  // what stands on the next line alone is told there
  if (match.index >= passage.text.length) return [];
  const said = chineseNumber(word);
  const isCounted = /\d[^\d月日]/.test(list);
  const items = isCounted ? list.split(/[、，；](?=[^\d])/).filter((item) => !sum.test(item)).length : 0;
  const { least, most } = isCounted ? { least: items, most: items } : namesIn(list);
  const end = match.index + text.length;
  const after = all.slice(end, end + 8);
  // “甲、乙，丙和丁”: the list goes on
  const isOpen = /等/.test(list) || /^，(?!共|合计|涉及|占|总计|均|都|其中|已|全部)/.test(after);
  if (said === null || said < 2 || isOpen || (least <= said && said <= most) || Math.abs(least - said) > 3) return [];
  return [counted(passage, match.index, Math.min(end, passage.text.length), said, least, 0.7)];
}
