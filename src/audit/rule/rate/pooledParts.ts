/** 各部分与总体的率: parts whose counts make the whole, with a rate or a change each, and the whole's own lies beyond theirs. */
import type { Finding } from "../../../domain/finding.ts";
import { equal, meets, sum, toNumber } from "../../number.ts";
import { isRateNow, type Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { contradiction, isOutside } from "./pooledFinding.ts";

export const pooledParts = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(closingWhole),
  ...groupsOf(reading).flatMap((group) => [...ratesOf(group), ...changesOf(group)]),
  ...reading.sentences.flatMap((mentions) => changesByName(mentions, reading)),
];

const named =
  /^(?:，|、|；)?(?:其中，?)?([\u4e00-\u9fff]{2,6}?)(?:总?[量数])?(?:同比|环比)?(?:增加|增长|上升|减少|下降|降低|增|减|升|降)了?$/;

/** “与去年同期相比，总量增加21.35%，其中咨询增长27.11%、投诉增长39.10%、举报减少19.90%”, and their counts in the paragraphs before */
function changesByName(mentions: Mention[], { passages, mentions: all }: Reading): Finding[] {
  const isChange = mentions.every(({ kind, unit }) => kind === "change" && unit === "%");
  const names = mentions.map(({ before }) => named.exec(before.replace(/^[^，]*相比，/, ""))?.[1]);
  const [first, ...others] = names;
  if (!isChange || others.length < 2 || first === undefined || !/^总/.test(first)) return [];
  const at = passages.indexOf(mentions[0]!.passage);
  const near = all.filter(
    (one) =>
      one.kind === "count" && one.period === "now" && passages.slice(Math.max(0, at - 2), at + 1).includes(one.passage),
  );
  const counts = others.map((name) => near.filter(({ label }) => name !== undefined && label === name));
  if (counts.some((own) => own.length !== 1)) return [];
  const parts = counts.map(([own]) => own!);
  const whole = near.find(({ number }) => meets(number.range, sum(parts.map((part) => part.number.range))));
  if (!whole) return [];
  return changesOf({
    whole: { count: whole, own: [withBase(mentions[0]!)] },
    parts: parts.map((count, nth) => ({ count, own: [withBase(mentions[nth + 1]!)] })),
  });
}

/** what the sentence says it is compared with */
const withBase = (change: Mention): Mention => ({ ...change, before: `同比${change.before}` });

const word = /([^的]{2}率|满意度)$/;

/** “县直单位满意率94.6%，乡镇92.3%，全县95.1%” */
function closingWhole(mentions: Mention[]): Finding[] {
  const rates = mentions.filter(
    ({ kind, unit, period, depth }) =>
      ((kind === "rate" && unit === "%") || /^(?:工作日|天|日|小时|分钟|秒)$/.test(unit)) &&
      period === "now" &&
      depth === 0,
  );
  const whole = rates.at(-1);
  const parts = rates.slice(0, -1);
  const said = word.exec(parts[0]?.label ?? "")?.[1] ?? (/平均$|均$/.test(parts[0]?.before ?? "") ? "平均" : undefined);
  const isOther = (one: Mention) =>
    one.unit !== rates[0]!.unit || (/[率度]/.test(one.label) && !one.label.endsWith(said!));
  const isWhole =
    whole &&
    /^，全[市县区省州]（?[^，。；（）]{0,14}）?(?:平均|总体|综合|合计)?(?:为|是)?$/.test(
      whole.before.replace(/不含[^（）]*/, ""),
    );
  if (!whole || !isWhole || !said || parts.length < 2 || rates.some(isOther) || parts.length + 1 !== mentions.length)
    return [];
  const numbers = parts.map(({ number }) => number);
  return isOutside(whole, numbers) ? [contradiction(whole, numbers, parts.map(placeOf), 0.7)] : [];
}

/** a count and what the text says of it, up to the next count of its kind */
interface Part {
  count: Mention;
  own: Mention[];
}

interface Group {
  whole: Part;
  parts: Part[];
}

/** a count and, right behind it, two or more of its kind that make it exactly */
function groupsOf({ sentences }: Reading): Group[] {
  return sentences.flatMap((mentions, nth) => {
    const next = sentences[nth + 1];
    const isOne =
      next && next[0]!.passage === mentions[0]!.passage && /^[^，。；\d]{0,6}其中/.test(sentenceOf(next[0]!));
    const all = isOne ? [...mentions, ...next] : mentions;
    const counts = all.filter(({ kind, period, depth }) => kind === "count" && period === "now" && depth === 0);
    const partOf = (count: Mention): Part => {
      const from = all.indexOf(count) + 1;
      const to = all.findIndex((one, at) => at >= from && counts.includes(one) && isSameUnit(one.unit, count.unit));
      return { count, own: all.slice(from, to < 0 ? all.length : to) };
    };
    return counts.flatMap((whole, at): Group[] => {
      const alike = counts.slice(at + 1).filter((one) => isSameUnit(one.unit, whole.unit));
      const length = [2, 3, 4, 5, 6].find((size) => {
        const parts = alike.slice(0, size);
        return parts.length === size && equal(sum(parts.map(({ number }) => number.range)).low, whole.number.value);
      });
      return length === undefined ? [] : [{ whole: partOf(whole), parts: alike.slice(0, length).map(partOf) }];
    });
  });
}

/** “有效评价2414件，满意率93.29%。其中电话回访1702件，满意率91.83%；短信回访712件，满意率92.42%” */
function ratesOf({ whole, parts }: Group): Finding[] {
  return whole.own.flatMap((rate) => {
    const said = isRateNow(rate) ? word.exec(rate.label)?.[1] : undefined;
    const found = parts.map(({ own }) =>
      own.filter((one) => one.kind === "rate" && one.unit === "%" && one.label === rate.label),
    );
    if (!said || found.some((own) => own.length !== 1)) return [];
    const rates = found.map(([own]) => own!);
    const numbers = rates.map(({ number }) => number);
    return isOutside(rate, numbers) ? [contradiction(rate, numbers, rates.map(placeOf), 0.8)] : [];
  });
}

const bases = ["同比", "环比"];

/** what all of them grew by, as their counts and their own changes give it, in percent */
function impliedBy(parts: [Mention, [number, number]][]): [number, number] {
  const now = parts.reduce((all, [count]) => all + count.number.approximate, 0);
  const before = (end: 0 | 1) =>
    parts.reduce((all, [count, change]) => all + count.number.approximate / (1 + change[end] / 100), 0);
  const growth = (earlier: number) => (100 * (now - earlier)) / earlier;
  return [growth(before(0)) - 0.02, growth(before(1)) + 0.02];
}

function weighted(whole: Part, all: Mention, each: Mention[], base: string, [low, high]: [number, number]): Finding {
  const texts = each.map((one) => `${one.direction < 0 ? "−" : ""}${one.number.text}`);
  const said = `${all.direction < 0 ? "−" : ""}${all.number.text}`;
  return finding("change", {
    confidence: 0.65,
    places: distinctPlaces([placeOf(all), ...each.map(placeOf)]),
    values: [all.number.text, ...texts],
    arithmetic: `由各部分的件数和变动推得 ${low.toFixed(2)}%—${high.toFixed(2)}%，印作 ${said}`,
    message: `“${nameOf(whole.count)}”${base}印作${all.direction < 0 ? "下降" : "增长"}${all.number.text}，由相加成它的${each.length}部分的件数和变动推得约${((low + high) / 2).toFixed(2)}%。`,
  });
}

/** “共971件，环比增长7.7%。其中，投诉660件，环比增长25.2%；举报311件，环比增长9.97%”: all of it grows no less than each part */
function changesOf({ whole, parts }: Group): Finding[] {
  return bases.flatMap((base) => {
    const of = ({ own }: Part) => {
      const all = own.filter((one) => one.kind === "change" && one.unit === "%" && one.before.includes(base));
      // right behind the count it is the count's, whatever changes behind it
      return all.length > 1 && all[0] === own[0] && /^，/.test(all[0]!.before) ? all.slice(0, 1) : all;
    };
    const found = [whole, ...parts].map(of);
    // quarters that follow each other grew one from the other
    if (parts.some(({ count }) => /季度|\d月/.test(count.before)) && base === "环比") return [];
    if (found.some((own) => own.length !== 1)) return [];
    const [all, ...each] = found.map(([own]) => own!) as [Mention, ...Mention[]];
    const signed = ({ number: { range }, direction }: Mention): [number, number] => {
      const ends = [toNumber(range.low), toNumber(range.high)].map((end) => end * direction);
      return [Math.min(...ends), Math.max(...ends)];
    };
    const [low, high] = [
      Math.min(...each.map((one) => signed(one)[0])),
      Math.max(...each.map((one) => signed(one)[1])),
    ];
    const [least, most] = signed(all);
    const implied = impliedBy(parts.map(({ count }, at) => [count, signed(each[at]!)]));
    // what fell by all of it leaves nothing to weigh by
    if (!implied.every(Number.isFinite) || each.some((one) => signed(one)[0] <= -100)) return [];
    if (most >= low && least <= high)
      return most < implied[0] || least > implied[1] ? [weighted(whole, all, each, base, implied)] : [];
    const texts = each.map((one) => `${one.direction < 0 ? "−" : ""}${one.number.text}`);
    return [
      finding("change", {
        confidence: 0.75,
        places: distinctPlaces([placeOf(all), ...each.map(placeOf)]),
        values: [all.number.text, ...texts],
        arithmetic: `各部分 ${texts.join("、")}，总体 ${all.direction < 0 ? "−" : ""}${all.number.text}`,
        message: `“${nameOf(whole.count)}”${base}印作${all.direction < 0 ? "下降" : "增长"}${all.number.text}，相加成它的${each.length}部分${base}分别是${texts.join("、")}，总体不可能在这以外。`,
      }),
    ];
  });
}
