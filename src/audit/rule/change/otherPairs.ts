/** 另一对数: whether a change is of two other values than it is held against. */
import { isLess } from "../../../domain/measure/exact.ts";
import { agreement, growthOf, isPositive, minus, plus, sizeOf, toNumber } from "../../number.ts";
import { isRate } from "../../read/changedBase.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { expected } from "./changeForm.ts";

/** “挽回1713.6万元，去年同期是1502.4万元，增长14.1%”: the two right before it give it, whatever else the sentence counts */
export function isOfPairBefore(mentions: Mention[], at: number): boolean {
  const [x, y] = mentions.slice(Math.max(0, at - 2), at);
  const change = mentions[at]!;
  if (!x || !y || change.unit !== "%" || x.unit !== y.unit || x.unit === "%" || y.kind === "change") return false;
  const [now, earlier] = y.period === "now" && x.period !== "now" ? [y, x] : [x, y];
  if (earlier.period === "now" || !isPositive(earlier.number.range)) return false;
  const growth = growthOf(now.number.range, earlier.number.range);
  const isRise = isLess(earlier.number.value, now.number.value);
  return isRise === change.direction > 0 && agreement(change.number, sizeOf(growth)) !== "off";
}

/** “去年同期28530件，同比增长8.0%，环比下降5.5%”: what gave a change before it is no base of another of that unit */
export const isUsedUp = (earlier: Mention, mentions: Mention[], mention: Mention): boolean =>
  mentions.some(
    (change) =>
      change.kind === "change" &&
      change.end <= mention.at &&
      change.unit === mention.unit &&
      mentions.some((value) => value !== earlier && makes(value, earlier, change)),
  );

/** two other values of the paragraph give it just as it is printed, whatever their words */
export function isOfOthers(all: Mention[], mention: Mention, own: [Mention, Mention]): boolean {
  const values = all.filter(
    ({ passage, kind, isHedged, end }) =>
      passage === mention.passage &&
      kind !== "change" &&
      kind !== "other" &&
      kind !== "share" &&
      !isHedged &&
      end <= mention.at,
  );
  const near = values.slice(-12);
  return near.some((now) =>
    near.some(
      (earlier) =>
        now !== earlier &&
        // not the other way round
        !(now.period !== "now" && earlier.period === "now") &&
        !(own.includes(now) && own.includes(earlier)) &&
        makes({ ...now, period: "now" }, earlier, mention),
    ),
  );
}

/** another value of the sentence gives the change just as it is printed: it is that one's */
export const makes = (now: Mention, earlier: Mention, mention: Mention): boolean => {
  if (now.kind === "change" || now.isHedged || now.period !== "now" || !isSameUnit(now.unit, earlier.unit))
    return false;
  const right = expected(now.number.range, earlier.number.range, mention, isRate(now));
  const rises = toNumber(now.number.value) > toNumber(earlier.number.value);
  return right !== null && rises === mention.direction > 0 && agreement(mention.number, right) === "rounded";
};

/** “38620件，占13.5%，……同比增加6210件，增长19.2%”: of the count that grew by so many, whatever stands between */
export function isOfAmountBefore(mentions: Mention[], at: number): boolean {
  const [change, amount] = [mentions[at]!, mentions[at - 1]];
  if (amount?.kind !== "change" || !/^，[^，。；\d]{0,4}$/.test(change.before) || change.unit !== "%") return false;
  return mentions.slice(0, at - 1).some((count) => {
    if (count.kind !== "count" || !isSameUnit(count.unit, amount.unit)) return false;
    const now = count.number.range;
    const before = amount.direction > 0 ? minus(now, amount.number.range) : plus(now, amount.number.range);
    return isPositive(before) && agreement(change.number, sizeOf(growthOf(now, before))) === "rounded";
  });
}
