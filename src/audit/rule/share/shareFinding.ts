/** 一条占比的矛盾: a share that isn't its count's of the base. */
import type { Finding } from "../../../domain/finding.ts";
import { isPositive, middle, percentOf, show } from "../../number.ts";
import type { Pair } from "../../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { type Base, fits } from "./shareBase.ts";

/** 取舍的习惯 of a report: whether its shares are seen to be rounded half up, so that cutting digits off is a slip */
export type Habit = "rounds" | "cuts" | "unknown";
/** “named”: the text itself says of which count */
type Manner = Habit | "named";

/** what the share of a count is of a base, where it is printed otherwise */
export function contradiction(pair: Pair, base: Base, habit: Manner): Finding[] {
  // rough words are held against what stands beside them only
  const isRough = /[成半之]/.test(pair.share.number.text);
  if (!isPositive(base.number.range) || (isRough && habit !== "named")) return [];
  const found = fits(pair, base);
  if (found === "rounded" || (found === "cut" && habit !== "rounds")) return [];
  const { count, share } = pair;
  const right = show(middle(percentOf(count.number.range, base.number.range)), 2);
  return [
    finding("shareOfBase", {
      confidence: base.confidence,
      isSlight: found !== "off",
      places: distinctPlaces([placeOf(share), placeOf(count), base.place]),
      values: [share.number.text, count.number.text, base.number.text],
      arithmetic: `${count.number.text} ÷ ${base.number.text} = ${right}% ≠ ${share.number.text}`,
      message: `“${nameOf(count)}”${count.number.text}，占比印作${share.number.text}；按“${base.name}”${base.number.text}算应为${right}%。`,
    }),
  ];
}
