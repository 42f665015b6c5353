/** 率说明了所差的: whether a percentage beside a whole and its parts says that they aren't all of it. */
import { agreement, hundred, isPositive, meets, minus, percentOf, type Range } from "../number.ts";
import type { Mention } from "./mention.ts";

/**
 * “呼入1000个，接通率99.0%，其中人工接听820个、智能接听170个” is what the parts are of the whole, and “建议、表扬类共占1.0%” what
 * they leave: a percentage of the sentences that they stand in, whatever it is called.
 */
export const isToldByShare = (whole: Mention, added: Range, last: Mention, mentions: Mention[]): boolean => {
  if (!isPositive(whole.number.range)) return false;
  const share = percentOf(added, whole.number.range);
  const rest = minus(hundred, share);
  const near = mentions.filter(
    (one) => one.passage === whole.passage && one.at > whole.sentence.from && one.at < last.sentence.to,
  );
  return near.some(
    (one) =>
      one.unit === "%" &&
      one.kind !== "change" &&
      one.number.approximate < 100 &&
      (agreement(one.number, share) === "rounded" || (isPositive(rest) && meets(rest, one.number.range))) &&
      !isOfTwo(one, near),
  );
};

/** “派单633件，按时结案629件，按时结案率99.4%”: two counts beside it give it, and it tells of nothing else */
const isOfTwo = (rate: Mention, near: Mention[]): boolean =>
  near.some(
    (part) =>
      part.kind === "count" &&
      near.some(
        (base) =>
          base !== part &&
          base.kind === "count" &&
          base.number.approximate >= part.number.approximate &&
          isPositive(base.number.range) &&
          agreement(rate.number, percentOf(part.number.range, base.number.range)) === "rounded",
      ),
  );
