/**
 * 差一个数字: a percentage that no counts of its paragraph give, and the two beside it would, were one digit printed otherwise
 * or two neighbours swapped. What words join them doesn't matter; so it is silent wherever any other counts may be meant.
 */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf, digitCount, show, slipBetween } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import { isOfGroup, isOfGroupMoved } from "../../read/group.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { totalSizesIn } from "../../read/tableNumbers.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** more in one paragraph give any percentage by chance */
const MOST_COUNTS = 40;

export function oneDigit(reading: Reading): Finding[] {
  const counts = reading.mentions.filter(
    ({ kind, isHedged, number }) => kind === "count" && !isHedged && number.approximate > 0,
  );
  const totals = [
    ...counts.filter((one) => bareName(one) !== null).map(({ number }) => number.approximate),
    ...totalSizesIn(reading.tables),
  ];
  return reading.sentences.flatMap((mentions, nth) => {
    const above = reading.sentences[nth - 1] ?? [];
    const before = above[0]?.passage === mentions[0]!.passage ? above : [];
    return mentions.flatMap((rate, at) => {
      if (!isPlain(rate) || !isRightBehind(mentions, at) || isOfOtherName(rate, mentions[at - 1]!)) return [];
      const own = counts.filter(({ passage }) => passage === rate.passage);
      const all = [...before, ...mentions];
      // what has a share of its own is no base of the next one's
      const isItem = (one: Mention) =>
        rate.kind === "share" &&
        one.end < rate.at &&
        all[all.indexOf(one) + 1]?.kind === "share" &&
        all[all.indexOf(one) + 1] !== rate;
      const beside = all.filter((one) => counts.includes(one) && one.end <= rate.at && !isItem(one)).slice(-4);
      if (own.length > MOST_COUNTS || beside.length < 2) return [];
      if (rate.kind === "rate" ? isOfGroup(rate, own) : rate.kind === "change" && isOfGroupMoved(rate, own)) return [];
      const values = own.map(({ number }) => number.approximate);
      if (isExplained(rate, values, [...values, ...totals])) return [];
      return slipsOf(rate, beside).slice(0, 1);
    });
  });
}

const digits = ({ number }: Mention): number => digitCount(number.text);

/** three digits at least, with a decimal; a change in percent, a share or a rate of this period */
const isPlain = (rate: Mention): boolean =>
  rate.unit === "%" &&
  rate.number.step !== null &&
  /\./.test(rate.number.text) &&
  digits(rate) > 2 &&
  !rate.isHedged &&
  rate.period === "now" &&
  (rate.kind === "share" || rate.kind === "rate" || rate.kind === "change");

/** the count, or how much it changed by, stands right before it; a list of rates is of others */
function isRightBehind(mentions: Mention[], at: number): boolean {
  const [last, rate] = [mentions[at - 1], mentions[at]!];
  const isAmount = last?.kind === "change" && last.unit !== "%" && last.unit !== "百分点";
  return (
    last !== undefined &&
    last.unit !== "家" &&
    (rate.kind === "change" ? isAmount || last.kind === "count" : last.kind === "count")
  );
}

/** “一季度431件、……四季度62件，一季度占全年的41.9%”, “官庄乡94.13%（267件）”, “满意率分别为97.17%、……”: of another than the count before it */
const isOfOtherName = ({ before, passage, end }: Mention, last: Mention): boolean => {
  const subject = /^，([\u4e00-\u9fff]{2,6})占/.exec(before)?.[1];
  return (
    (subject !== undefined && !last.label.includes(subject) && !/^(?:约|共|合计)/.test(subject)) ||
    /^（\d+件）/.test(passage.text.slice(end)) ||
    /(?:分别|依次)(?:为|是)$/.test(before)
  );
};

type Way = (a: number, b: number) => number;
const ratio: Way = (a, b) => (100 * a) / b;
const growth: Way = (a, b) => (100 * Math.abs(a - b)) / b;

const wayOf = ({ kind }: Mention): Way => (kind === "change" ? growth : ratio);

/** some of them give it, to the last digit or nearly so */
function isExplained(rate: Mention, values: number[], bases: number[]): boolean {
  const step = Number(rate.number.step!.n) / Number(rate.number.step!.d);
  const isOf = (value: number) => Math.abs(value - rate.number.approximate) < step * 1.01;
  const rest: Way = (a, b) => 100 - ratio(a, b);
  const ways = rate.kind === "change" ? [growth] : [ratio, rest, growth];
  return (
    values.some((a) => bases.some((b) => ways.some((way) => isOf(way(a, b)) || isOf(way(b, a))))) ||
    (rate.kind !== "change" && sumsOf(values).some((a) => bases.some((b) => isOf(ratio(a, b)))))
  );
}

/** neighbours together */
const sumsOf = (values: number[]): number[] =>
  values.flatMap((_, from) =>
    [2, 3, 4, 5].map((size) => values.slice(from, from + size).reduce((all, value) => all + value, 0)),
  );

function slipsOf(rate: Mention, beside: Mention[]): Finding[] {
  const last = beside.at(-1)!;
  const way = wayOf(rate);
  const decimals = decimalsOf(rate.number.text);
  return beside.slice(0, -1).flatMap((other) => {
    const isOfTwoPeriods = (other.period === "now") !== (last.period === "now");
    if (!isSameUnit(other.unit, last.unit) || (rate.kind === "change") !== isOfTwoPeriods) return [];
    // counts that were rounded themselves leave too much open
    if (other.number.step !== null || last.number.step !== null) return [];
    const isFirst =
      rate.kind === "change" ? other.period !== "now" : last.number.approximate <= other.number.approximate;
    const [a, b] = isFirst ? [last, other] : [other, last];
    const value = way(a.number.approximate, b.number.approximate);
    const right = show({ n: BigInt(Math.round(value * 1e6)), d: 1_000_000n }, decimals);
    // of three digits only two that changed places are hardly another's by chance
    const slip = slipBetween(right, rate.number.text);
    return slip === "swapped" || (slip && digits(rate) > 3) ? [contradiction(rate, a, b, right)] : [];
  });
}

function contradiction(rate: Mention, a: Mention, b: Mention, right: string): Finding {
  const [x, y] = [a.number.text, b.number.text];
  const working = rate.kind === "change" ? `(${x} − ${y}) ÷ ${y}` : `${x} ÷ ${y}`;
  return finding(rate.kind === "change" ? "change" : rate.kind === "share" ? "shareOfBase" : "rateOfCounts", {
    confidence: 0.6,
    places: distinctPlaces([placeOf(rate), placeOf(a), placeOf(b)]),
    values: [rate.number.text, x, y],
    arithmetic: `${working} = ${right}% ≠ ${rate.number.text}`,
    message: `“${nameOf(rate)}”印作${rate.number.text}，按文中的${x}、${y}算应为${right}%。`,
  });
}
