/** 不是它的底数: what a rate may be of besides the one count and the one base that are tried. */
import { hundred, isPositive, meets, middle, minus, over, percentOf, type Range, sum, times } from "../../number.ts";
import { isSameUnit } from "../../read/parts.ts";
import { isWithinLastDigit, type Spot, wordsBefore } from "./scene.ts";

/** how many counts of a sentence one after the other may be meant together */
const MOST_TOGETHER = 6;

export const namedRate = /([\u4e00-\u9fff]{2})率/;

/** a count of last year is no part of this year's */
export const isOfOnePeriod = (base: Spot, count: Spot): boolean =>
  !/同期|同一?时段|上[年月季周期]|去年|前年/.test(wordsBefore(count, 10)) &&
  (base.mention.period === count.mention.period || count.mention.period === "now");

/** the count's share of the base, or what is left of it, rounded or cut off */
export const fits = ({ mention: { number } }: Spot, count: Range, base: Range): boolean => {
  const part = percentOf(count, base);
  return [part, minus(hundred, part)].some(
    (value) => meets(value, number.range) || (isPositive(value) && isWithinLastDigit(middle(value), number)),
  );
};

/** “已办结1769件，办结率97.90%；在办38件”: of two or more of its sentence together */
export const isOfSum = (rate: Spot, count: Spot | undefined, own: Spot[]): boolean =>
  // “受理2110件，……，不予受理96件，不予受理率4.35%”: of both together
  (count !== undefined &&
    own.some(
      (other) =>
        other !== count &&
        fits(rate, count.mention.number.range, sum([count.mention.number.range, other.mention.number.range])),
    )) ||
  (count !== undefined &&
    own.some((_, from) =>
      Array.from({ length: MOST_TOGETHER - 1 }, (__, at) => own.slice(from, from + at + 2)).some(
        (some) =>
          some.length > 1 &&
          fits(rate, count.mention.number.range, sum(some.map(({ mention }) => mention.number.range))),
      ),
    )) ||
  own.some((other) =>
    own.some(
      (base) =>
        count !== undefined &&
        other !== count &&
        base !== other &&
        base !== count &&
        fits(rate, sum([count.mention.number.range, other.mention.number.range]), base.mention.number.range),
    ),
  );

/** “投诉143396件；举报31863件。投诉举报共办结168459件，办结率96.12%”: of two that stand one after the other before it */
export const isOfTwo = (rate: Spot, count: Spot | undefined, counts: Spot[]): boolean =>
  count !== undefined &&
  counts.slice(1).some((next, at) => {
    const both = sum([counts[at]!, next].map(({ mention }) => mention.number.range));
    return next.order < count.order && fits(rate, count.mention.number.range, both);
  });

/** what isn't printed itself: the base that the rates around it were made of, which would give it too */
export const isOfOthersBase = (rate: Spot, countOf: (rate: Spot) => Spot | undefined, others: Spot[]): boolean => {
  const count = countOf(rate);
  return (
    count !== undefined &&
    others.some((other) => {
      const own = countOf(other);
      if (!own || own === count || !isSameUnit(own.mention.unit, count.mention.unit)) return false;
      const base = times(over(own.mention.number.range, other.mention.number.range), hundred);
      return isPositive(base) && meets(percentOf(count.mention.number.range, base), rate.mention.number.range);
    })
  );
};

/** “转办1208件，办结1208件，办结率100%，按期办结率94.62%”: the two make another rate of the sentence */
export const isOfOther = (rate: Spot, count: Spot, base: Spot, beside: Spot[]): boolean =>
  beside.some(
    (other) => other.order < rate.order && fits(other, count.mention.number.range, base.mention.number.range),
  );

/** 办结 of 办结率 stands before the count */
export const isOfStem = (rate: Spot, count: Spot): boolean => {
  const [, stem] = namedRate.exec(rate.mention.before) ?? [];
  const words = count.mention.before.slice(-12);
  return stem !== undefined && (words.includes(stem) || (alike[stem]?.test(words) ?? false));
};

/** what was done, in other words than the rate's */
const alike: Record<string, RegExp> = { 接通: /接起/, 办结: /办完|完成/, 结案: /办结/ };
/** “占派单60.4%” is of no 办结 */
export const isOfCalled = ({ mention: { before } }: Spot, { mention: { label } }: Spot): boolean => {
  const called = /占(受理|派单|派发|转办|交办|办结|回访|承办)(?:总?[量数])?的?$/.exec(before)?.[1];
  return called === undefined || label.includes(called) || !/受理|派单|派发|转办|交办|办结|回访|承办/.test(label);
};

/** “甲局（4.9%，退单6件）”: of whom the bracket stands behind, and of nothing counted before it */
export const isOfNameInBracket = ({ mention: { before, depth, passage, end } }: Spot): boolean =>
  depth > 0 && /[\u4e00-\u9fff]（$/.test(before) && /^，[^（）]*\d/.test(passage.text.slice(end));

/** of another number that the report begins with */
export const isOfOpening = (rate: Spot, count: Spot, opening: Spot[]): boolean =>
  opening.some(
    (base) =>
      base.mention.number.approximate > count.mention.number.approximate &&
      isSameUnit(base.mention.unit, count.mention.unit) &&
      fits(rate, count.mention.number.range, base.mention.number.range),
  );

/** “咨询类当场答复26630件”: of those alone, whatever all of them were */
const ofKind = /(咨询|求助|投诉|举报)类/;
export const isOfKindAlone = ({ mention: count }: Spot, { mention: base }: Spot): boolean => {
  const kind = ofKind.exec(count.label)?.[1];
  return kind !== undefined && count.label.length > kind.length + 2 && !base.label.includes(kind);
};
