/** 前几位的个数: “前五的是……” and a list of as many items, or of others. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { isSum, namesIn } from "../../read/lists.ts";
import { type Mention, sentencesOf } from "../../read/mention.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { counted } from "./lengthFinding.ts";

const top =
  /(?:排名前|居前|列前|(?<![目当提此之以从较门跟面眼空事会日年])前)([一二三四五六七八九十]{1,3}|\d{1,2})(?:位|名|类|项|大|个|家)?）?(?=[的诉承热单]|分别|依次|是|为|：)(?:[^，。；：、（）\d]|（[^（）\d]{1,6}）){0,24}?(?:分别是|分别为|依次是|依次为|的是|的有|的为|：|是|为|有)：?/g;

/** “前五的是……”: as many items as it says, numbers with them or not */
export function topLists(passage: Passage, reading: Reading): Finding[] {
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
export function numberedTops(passages: Passage[], at: number): Finding[] {
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

interface Items {
  least: number;
  most: number;
  text: string;
}

/** null where the list is only begun (等) or can't be told from the text behind it */
function itemsOf(list: string, start: number, passage: Passage, { mentions }: Reading): Items | null {
  const ahead = namesAhead(list);
  if (ahead !== undefined) return { ...namesIn(ahead), text: ahead };
  const inside = mentions.filter(
    ({ passage: own, at, kind }) => own === passage && at >= start && at < start + list.length && kind === "count",
  );
  const counts = inside.filter(({ depth }) => depth === inside[0]!.depth);
  return counts.length > 1 ? countedItems(list, start, counts) : namesAlone(list);
}

/** “甲、乙、丙，合计663件”, “甲、乙和丙，各自受理3件、2件和1件” */
function namesAhead(list: string): string | undefined {
  const summed = /^((?:[^，。；：（）\d]{2,14}、)+[^，。；：（）\d]{2,14})，(?:合计|共)/.exec(list)?.[1];
  const inTurn = /^([^，。；：（\d]+)，[^，。；：、\d]{0,10}(?:各自|分别|依次)/.exec(list)?.[1];
  return [summed, inTurn].find((names) => names && /[、和]/.test(names) && !/等$/.test(names));
}

function namesAlone(list: string): Items | null {
  const names = /^[^，。；：（\d]+/.exec(list)?.[0] ?? "";
  // “生活、社会服务类，电信服务，文化、娱乐、体育服务”: commas set the names apart
  const isApart = /^[^，。；：（\d]+，[^，。；：（\d]{2,16}(?:，[^，。；：（\d]{2,16})*。/.test(list);
  return !names.includes("、") || /等/.test(names) || isApart ? null : { ...namesIn(names), text: names };
}

/** “甲3件、乙2件”, “甲（3件）、乙（2件）”: as many as have a number */
function countedItems(list: string, start: number, counts: Mention[]): Items | null {
  if (/其中/.test(list) && !/；/.test(list)) return null;
  if (/等(?:[；。，]|$|\d|[一二三四五六七八九十])/.test(list)) return null;
  const run = runOf(list, start, counts);
  const last = run.at(-1);
  if (!last || run.some(({ unit }) => unit !== last.unit)) return null;
  const text = list.slice(0, last.end - start);
  // an item whose unit was left out is one all the same
  const pieces = (/；/.test(text) ? list.split("。")[0]! : text).split("；").filter((piece) => /\d/.test(piece)).length;
  const brackets = last.depth > 0 ? text.split(/）[、；，]/).length : 0;
  // “市场监管局、城管局各174件”
  const named = run.map(({ before }) => (/各$/.test(before) ? before.replace(/^、/, "").split("、").length : 1));
  const found = named.reduce((all, one) => all + one, 0);
  // “昆明26件、曲靖6件、大理6件、玉溪6件”: those that share the last place
  const tied = run.filter(({ number }) => number.approximate === last.number.approximate).length - 1;
  return { least: found - tied, most: Math.max(found, pieces, brackets), text };
}

/** the counts that are items of the list, up to where it tells of something else */
function runOf(list: string, start: number, counts: Mention[]): Mention[] {
  const between = (a: Mention, b: Mention) => list.slice(a.end - start, b.at - start);
  const items = counts.filter(
    (one, nth) =>
      // “甲（直办3件，转办2件）” is one item
      (nth === 0 || one.depth === 0 || between(counts[nth - 1]!, one).includes("（")) &&
      !/其中[^；]*$/.test(list.slice(0, one.at - start).replace(/（[^（）]*）/g, "")) &&
      !/^[；，]另有/.test(one.before),
  );
  const stop = items.findIndex((one, nth) => nth > 0 && !goesOn(between(items[nth - 1]!, one)));
  return (stop < 0 ? items : items.slice(0, stop)).filter(
    (one) => !isSum(one) || /^、[^，、；]{2,}合计$/.test(one.before),
  );
}

const goesOn = (between: string): boolean =>
  between.length < 60 &&
  !/均(?:不|低|少|在)|[，；][^、]*合计|最[少多高低]|；[^、；\d]{2,}(?:的是|\d*[^、；\d]*(?:依次|分别)(?:是|为))/.test(
    between,
  );
