/** 列举的个数: a list said to have so many items that has others, names and values in unequal numbers. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { alignedLists, isSum, namesIn } from "../../read/lists.ts";
import { type Mention, sentencesOf } from "../../read/mention.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { DOUBTFUL, finding, placeOf } from "../../write.ts";

export const listLength = (reading: Reading): Finding[] => [
  ...reading.passages.flatMap((passage) => topLists(passage, reading)),
  ...reading.passages.flatMap((_, at) => numberedTops(reading.passages, at)),
  ...reading.passages.flatMap(namedTops),
  ...reading.passages.flatMap(countedLists),
  ...reading.passages.flatMap(countedRuns),
  ...alignedLists(reading).flatMap(unequal),
];

const top =
  /(?:排名前|居前|列前|(?<![目当提此之以从较门跟面眼空事会日年])前)([一二三四五六七八九十]{1,3}|\d{1,2})(?:位|名|类|项|大|个|家)?）?(?=[的诉承热单]|分别|依次|是|为|：)(?:[^，。；：、（）\d]|（[^（）\d]{1,6}）){0,24}?(?:分别是|分别为|依次是|依次为|的是|的有|的为|：|是|为|有)：?/g;

/** “前五的是……”: as many items as it says, numbers with them or not */
function topLists(passage: Passage, reading: Reading): Finding[] {
  return sentencesOf(passage.text).flatMap(({ from, to }) => {
    const text = passage.text.slice(from, to);
    const marks = [...text.matchAll(top)];
    return marks.flatMap((match, nth) => {
      const said = chineseNumber(match[1]!);
      const start = from + match.index + match[0].length;
      const end = Math.min(to, marks[nth + 1] ? from + marks[nth + 1]!.index : to);
      const list = closedBy(passage.text.slice(start, end));
      const found = said === null ? null : itemsOf(list, start, passage, reading);
      // “因第三位工单量相同，共列四家”
      const isInBrackets = list.split(/）[、，]/).length === said;
      const isTied = /并列|相同|同为|一样/.test(passage.text.slice(start, to));
      if (said === null || !found || said < 2 || isTied || isInBrackets || (found.least <= said && said <= found.most))
        return [];
      return [counted(passage, from + match.index, start + found.text.length, said, found.least, 0.8)];
    });
  });
}

/** “甲11631件、乙4715件、丙556件；申诉4702件”: a list of 、 ends with the semicolon */
const closedBy = (list: string): string => {
  const [first] = list.split("；");
  return /\d[^、；]*、[^；]*\d/.test(first!) ? first! : list;
};

const numbered = /^(?:第)?(\d{1,2})(?:[.、．)）]|名)\s?[^\d]{2,20}[:：]?\d/;

/** “居前十位的是：”, and numbered lines below */
function numberedTops(passages: Passage[], at: number): Finding[] {
  const passage = passages[at]!;
  const match = /前([一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名|类|项)[^，。；：\d]{0,12}(?:：|是：?|为：?)$/.exec(
    passage.text,
  );
  const said = chineseNumber(match?.[1] ?? "");
  if (!match || said === null) return [];
  const isNext = ({ text }: Passage, nth: number) => Number(numbered.exec(text)?.[1]) === nth + 1;
  const stop = passages.slice(at + 1).findIndex((line, nth) => !isNext(line, nth));
  const found = stop < 0 ? passages.length - at - 1 : stop;
  return found < 2 || found === said ? [] : [counted(passage, match.index, passage.text.length, said, found, 0.75)];
}

const NAME = "[^、，。；：（）\\d]{2,12}?";

const namedTop = new RegExp(
  `前([一二三四五六七八九十]{1,2}|\\d{1,2})(?:位|名|家|个)的((?:${NAME}、)+${NAME}(?:和|与|及|以及)${NAME})(?:合计|共计|共|总计|分别|占)`,
  "g",
);

/** “前三位的甲、乙和丙合计……”: names alone, as many as it says */
const namedTops = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(namedTop)].flatMap((match) => {
    const [whole, number, list] = match as unknown as [string, string, string];
    const said = chineseNumber(number);
    const found = list.split("、").length + 1;
    return said === null || said === found
      ? []
      : [counted(passage, match.index, match.index + whole.length, said, found, 0.85)];
  });

interface Items {
  least: number;
  most: number;
  text: string;
}

/** null where the list is only begun (等) or can't be told from the text behind it */
function itemsOf(list: string, start: number, passage: Passage, { mentions }: Reading): Items | null {
  const inside = mentions.filter(
    ({ passage: own, at, kind }) => own === passage && at >= start && at < start + list.length && kind === "count",
  );
  const level = inside[0]?.depth ?? 0; // “甲（3件）、乙（2件）” as well
  // “甲、乙、丙，合计663件”
  const alone = /^((?:[^，。；：（）\d]{2,14}、)+[^，。；：（）\d]{2,14})，(?:合计|共)/.exec(list)?.[1];
  if (alone && !/等$/.test(alone)) return { ...namesIn(alone), text: alone };
  // “甲、乙和丙，各自受理3件、2件和1件”
  const led = /^([^，。；：（\d]+)，[^，。；：、\d]{0,10}(?:各自|分别|依次)/.exec(list)?.[1];
  if (led && /[、和]/.test(led) && !/等$/.test(led)) return { ...namesIn(led), text: led };
  const counts = inside.filter(({ depth }) => depth === level);
  if (counts.length > 1) {
    if (/其中/.test(list) && !/；/.test(list)) return null;
    const isItem = ({ at }: Mention) => !/其中[^；]*$/.test(list.slice(0, at - start).replace(/（[^（）]*）/g, ""));
    // “甲（直办3件，转办2件）” is one item
    const isFirst = ({ at }: Mention, nth: number) =>
      nth === 0 || level === 0 || /（/.test(list.slice(counts[nth - 1]!.end - start, at - start));
    const items = counts
      .filter(isFirst)
      .filter(isItem)
      .filter(({ before }) => !/^[；，]另有/.test(before));
    const goesOn = (mention: Mention, at: number) => {
      const between = at === 0 ? "" : list.slice(items[at - 1]!.end - start, mention.at - start);
      return (
        between.length < 60 &&
        !/均(?:不|低|少|在)|[，；][^、]*合计|最[少多高低]|；[^、；\d]{2,}(?:的是|\d*[^、；\d]*(?:依次|分别)(?:是|为))/.test(
          between,
        )
      );
    };
    const stop = items.findIndex((mention, at) => !goesOn(mention, at));
    const run = (stop < 0 ? items : items.slice(0, stop)).filter(
      (mention) => !isSum(mention) || /^、[^，、；]{2,}合计$/.test(mention.before),
    );
    if (run.length === 0) return null;
    const text = list.slice(0, run.at(-1)!.end - start);
    if (/等(?:[；。，]|$|\d|[一二三四五六七八九十])/.test(list) || run.some(({ unit }) => unit !== run[0]!.unit))
      return null;
    // an item whose unit was left out is one all the same
    const pieces = (/；/.test(text) ? list.split("。")[0]! : text)
      .split("；")
      .filter((piece) => /\d/.test(piece)).length;
    const brackets = level > 0 ? text.split(/）[、；，]/).length : 0;
    // “市场监管局、城管局各174件”
    const each = run.reduce(
      (all, { before }) => all + (/各$/.test(before) ? before.replace(/^、/, "").split("、").length - 1 : 0),
      0,
    );
    // “昆明26件、曲靖6件、大理6件、玉溪6件”: those that share the last place
    const last = run.at(-1)!.number.approximate;
    const tied = run.filter(({ number }) => number.approximate === last).length - 1;
    return { least: run.length + each - tied, most: Math.max(run.length + each, pieces, brackets), text };
  }
  const names = /^[^，。；：（\d]+/.exec(list)?.[0] ?? "";
  // “生活、社会服务类，电信服务，文化、娱乐、体育服务”: commas set the names apart
  const isApart = /^[^，。；：（\d]+，[^，。；：（\d]{2,16}(?:，[^，。；：（\d]{2,16})*。/.test(list);
  if (!names.includes("、") || /等/.test(names) || isApart) return null;
  return { ...namesIn(names), text: names };
}

const named =
  /((?:[^，。；：、（）\d“”]{2,14}、)+[^，。；：、（）\d“”]{2,14}?)(等)?(?:这)?([两二三四五六七八九十]|\d{1,2})(个|家|处|所|座|条|县市|类|项|方面|大类|大方面)(?!工作日|月|年|日|小时|自然|百分点)/g;

/** “甲、乙、丙三个……”: as many names as it says; 等 leaves some out */
function countedLists(passage: Passage): Finding[] {
  return [...passage.text.matchAll(named)].flatMap((match) => {
    const [text, list, begun, word, measure] = match as unknown as [string, string, string | undefined, string, string];
    const said = chineseNumber(word);
    const { names, most } = namesIn(list.replace(/^[^、]{0,10}?(?:涉及|包括|分别是|分别为|对|由|向|与|和|在)/, ""));
    // “96200客服热线、微信、窗口三个渠道”: the list began before
    const isCut =
      /[、）\dA-Za-z]$/.test(passage.text.slice(0, match.index)) ||
      /\d[^，。；：]{0,8}$/.test(passage.text.slice(0, match.index));
    if (
      said === null ||
      said < 2 ||
      isCut ||
      // “更换水表一只、管件四个”: so many of the last
      /[一二两三四五六七八九十\d][只个台套根件条](?:、|$)/.test(list) ||
      // “邀请供热办、市政公用局及四家热企”, “联合发改、城管对3处停车点”: so many others
      /的$|以下$|下列$|如下$|[及和与对在向给将把]$/.test(list) ||
      /和|与|及/.test(names.slice(0, -1).join(""))
    )
      return [];
    const fewest = list.split("、").length;
    const isWrong = begun ? fewest > said : fewest > said || (names.length < said && most < said);
    if (!isWrong || Math.abs(names.length - said) > 3) return [];
    // “受理量、办结量均为五个街道中最多”: of so many that aren't named
    if (/^[^，。；]{0,4}(?:中|里)?最[多少高低]/.test(passage.text.slice(match.index + text.length))) return [];
    // “走访石桥镇、柳河镇五个村”: so many of another kind
    const kindOf = (word: string) => /(?:[镇乡村县区市]|街道|社区|小区)$/.exec(word)?.[0];
    const kind = /^(?:[镇乡村县区市]|街道|社区|小区)/.exec(passage.text.slice(match.index + text.length))?.[0];
    if (kind && names.every((one) => kindOf(one) && kindOf(one) !== kind)) return [];
    // “涉及甲、乙两区4家”, “各安排联络员驻点五个”: rather so many of something else
    const isOfThem =
      /^(?:个|类|项|方面|大类|大方面)$/.test(measure) &&
      /^[\u4e00-\u9fff]/.test(passage.text.slice(match.index + text.length));
    const confidence = begun ? 0.7 : isOfThem ? 0.6 : DOUBTFUL;
    return [counted(passage, match.index, match.index + text.length, said, names.length, confidence)];
  });
}

const NUMBER = "\\d[\\d,.]*(?:万)?(?:%|件|个|通|次|起|宗|分)?";

const run = new RegExp(
  `((?:${NAME}（?${NUMBER}）?[、，])+${NAME}（?${NUMBER}）?)(?:，(?:一?共|共计|合计)(?:有)?|(等)?)(?<!\\d)([两二三四五六七八九十]|\\d{1,2})(?:家|个(?:单位|部门|县|区|街道|镇|乡|平台))(?![^，。；]{0,8}(?:合计|共|占))`,
  "g",
);

/** “有甲3件、乙2件、丙1件，共4家” */
const countedRuns = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(run)].flatMap((match) => {
    const [text, list, begun, word] = match as unknown as [string, string, string | undefined, string];
    const said = chineseNumber(word);
    const found = list.split(/(?<=[）%件个通次起宗分\d])[、，](?!\d)/).length;
    const isWrong = begun ? found > (said ?? 0) : found !== said;
    return said === null || said < 2 || !isWrong || Math.abs(found - said) > 3
      ? []
      : [counted(passage, match.index, match.index + text.length, said, found, 0.7)];
  });

export function counted(
  passage: Passage,
  from: number,
  to: number,
  said: number,
  found: number,
  confidence: number,
): Finding {
  return finding("listLength", {
    confidence,
    places: [quote(passage, from, to)],
    values: [String(said), String(found)],
    arithmetic: `写作 ${said} 项，列出 ${found} 项`,
    message: `文中说${said}项，列出的是${found}项：“${passage.text.slice(from, Math.min(to, from + 60))}”。`,
  });
}

/** 分别: three names, four values */
function unequal({
  names,
  least,
  most,
  values,
}: {
  names: string[];
  least: number;
  most: number;
  values: Parameters<typeof placeOf>[0][];
}): Finding[] {
  // the last name may hold a 及: “甲、乙及其他”
  const plain = names.some((name) => /^其[他它余]/.test(name)) ? names.length - 1 : Math.min(names.length, most);
  const fewest = Math.min(plain, least);
  if (values.length >= fewest && values.length <= Math.max(names.length, most)) return [];
  return [
    finding("listLength", {
      confidence: 0.75,
      places: [placeOf(values[0]!)],
      values: [String(names.length), String(values.length)],
      arithmetic: `名称 ${names.length} 个，数值 ${values.length} 个`,
      message: `“分别”前面有${names.length}个名称（${names.join("、")}），后面有${values.length}个数值（${values.map(({ number }) => number.text).join("、")}），对不上。`,
    }),
  ];
}
