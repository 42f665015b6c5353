/** 前几项合计占比: “前五类为：甲3件；乙2件；……。前三类合计占工单的51.73%”, “甲、乙、丙三类合计占……”: of the counts that the text lists. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, isSlip, middle, percentOf, printed, type Range, show, sum } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const together =
  /(前)?([两二三四五六七八九十])(?:大?类|项|个|位|家|者|大领域|种)[^，。；、\d]{0,8}(?:合计|共计|共|一共|合起来|加起来)?[^，。；、\d]{0,6}占([^，。；\d]*)$/;
const named = /((?:[^，。；、：\d]{2,14}、)+[^，。；、：\d]{2,14}?)$/;

/** how many paragraphs before it a base may stand */
const MOST_ABOVE = 4;

export const topShare = ({ sentences, mentions: every, passages }: Reading): Finding[] => {
  const nth = new Map(passages.map((passage, at) => [passage, at]));
  return sentences.flatMap((mentions) =>
    mentions.flatMap((share): Finding[] => {
      const isShare = share.unit === "%" && share.kind === "share" && share.number.step !== null && !share.isHedged;
      const text = sentenceBefore(share);
      const match = isShare ? together.exec(text) : null;
      const said = chineseNumber(match?.[2] ?? "");
      if (!match || said === null || said < 2 || /分别|依次|各|均|[其剩]余/.test(match[0])) return [];
      const before = every.filter(({ passage, end }) => passage === share.passage && end <= share.at);
      const lead = text.slice(0, match.index);
      const names = match[1] ? null : named.exec(lead)?.[1]?.split("、");
      const listed = names ? calledSo(names, before) : lastRun(before);
      const items = names ? listed : listed.slice(0, said);
      if (items.length !== said || (names && names.length !== said)) return [];
      if (!names && !items.every((one, at) => at === 0 || one.number.approximate <= items[at - 1]!.number.approximate))
        return [];
      const near = every.filter(({ passage }) => {
        const apart = nth.get(share.passage)! - nth.get(passage)!;
        return apart >= 0 && apart <= MOST_ABOVE;
      });
      return against(share, items, listed, match[3]!, near);
    }),
  );
};

const isCount = ({ kind, period, isHedged, number }: Mention): boolean =>
  kind === "count" && period === "now" && !isHedged && isPositive(number.range);

/** each of the names has one count in the paragraph */
function calledSo(names: string[], before: Mention[]): Mention[] {
  return names.flatMap((name) => {
    const core = name.replace(/^(?:排在|位列|其中)?[^，]*的(?=.{2})|类$/g, "");
    const own = before.filter((one) => isCount(one) && one.label.replace(/类$/, "") === core);
    return own.length === 1 ? own : [];
  });
}

/** the last list of counts of one unit that only signs and names keep apart */
function lastRun(before: Mention[]): Mention[] {
  const runs: Mention[][] = [[]];
  for (const one of before.filter(({ unit }) => unit !== "%")) {
    const last = runs.at(-1)!.at(-1);
    const between = last ? one.passage.text.slice(last.end, one.at).replace(/（[^（）]*）|，占比?[\d.]+%/g, "") : "";
    const isNext = last && isSameUnit(last.unit, one.unit) && /^[、；，][^、；，。：\d]{2,16}$/.test(between);
    if (isCount(one) && isNext) runs.at(-1)!.push(one);
    else runs.push(isCount(one) ? [one] : []);
  }
  return runs.findLast((run) => run.length > 2) ?? [];
}

function against(share: Mention, items: Mention[], listed: Mention[], words: string, near: Mention[]): Finding[] {
  const added = sum(items.map(({ number }) => number.range));
  const size = items.reduce((all, { number }) => all + number.approximate, 0);
  const bases = near.filter(
    (one) => isCount(one) && isSameUnit(one.unit, items[0]!.unit) && one.number.approximate > size,
  );
  const isOf = (some: Range, { number }: Mention) => agreement(share.number, percentOf(some, number.range)) !== "off";
  if (bases.some((base) => isOf(added, base))) return [];
  // one too many, or one forgotten
  const others = [
    ...items.map((one) => sum(items.filter((item) => item !== one).map(({ number }) => number.range))),
    ...(listed[items.length] ? [sum([...items, listed[items.length]!].map(({ number }) => number.range))] : []),
  ];
  const isSlipped = (base: Mention) => {
    const right = show(middle(percentOf(added, base.number.range)), 2);
    return isSlip(printed(right, 0, "", `${right}%`), share.number);
  };
  const word = /(受理|转办|派单|派发|工单|诉求|投诉|举报|来电)/.exec(words)?.[1];
  const called = bases.filter(({ label }) => word !== undefined && label.includes(word));
  const base = bases.find((one) => others.some((other) => isOf(other, one)) || isSlipped(one)) ?? null;
  if (!base || (called.length > 0 && !called.includes(base))) return [];
  const texts = items.map(({ number }) => number.text);
  const right = show(middle(percentOf(added, base.number.range)), 2);
  return [
    finding("shareOfBase", {
      confidence: 0.75,
      places: distinctPlaces([share, ...items, base].map(placeOf)),
      values: [share.number.text, ...texts, base.number.text],
      arithmetic: `(${texts.join(" + ")}) ÷ ${base.number.text} = ${right}% ≠ ${share.number.text}`,
      message: `${items.length}项（${texts.join("、")}）合计占“${nameOf(base)}”${base.number.text}的${right}%，印作${share.number.text}。`,
    }),
  ];
}
