/** 占比齐而件数不齐: shares of a list that make 100 %, all of one count, and their own counts don't add up to it. */
import type { Finding } from "../../../domain/finding.ts";
import { isExact, meets, show, sum, toNumber } from "../../number.ts";
import type { Reading } from "../../read/reading.ts";
import { listsOf, type Pair } from "../../read/shareLists.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";
import { agrees, candidatesOf, fits } from "./shareBase.ts";

export const sharesOfAll = (reading: Reading): Finding[] =>
  listsOf(reading).flatMap(({ pairs }) => {
    if (pairs.length < 2 || !isWhole(pairs) || !isFine(pairs) || pairs.some(({ count }) => count.number.step !== null))
      return [];
    const candidates = candidatesOf(reading, pairs).filter(({ number }) => number.step === null);
    const bases = candidates.filter((base) => pairs.every((pair) => agrees(fits(pair, base))));
    const added = sum(pairs.map(({ count }) => count.number.range));
    const [base] = bases;
    if (!base || !isExact(added) || candidates.some(({ number }) => meets(number.range, added))) return [];
    const texts = pairs.map(({ count }) => count.number.text);
    const shown = show(added.low, 0);
    const off = Math.abs(Math.round(toNumber(added.low) - base.number.approximate));
    return [
      finding("partsAndWhole", {
        confidence: 0.65,
        places: distinctPlaces([base.place, ...pairs.map(({ count }) => placeOf(count))]),
        values: [base.number.text, ...texts],
        arithmetic: `${texts.map((text) => text.replace(/[^\d]/g, "")).join(" + ")} = ${shown} ≠ ${base.number.text}`,
        message: `“${base.name}”印作${base.number.text}，占比合为100%的${pairs.length}项相加为${shown}，相差${off}。`,
      }),
    ];
  });

/** to the last digit that each was rounded to */
function isWhole(pairs: Pair[]): boolean {
  const added = pairs.reduce((all, { share }) => all + share.number.approximate, 0);
  return pairs.every(({ share }) => share.number.step !== null) && Math.abs(added - 100) < 0.005;
}

/** coarser ones of several are 100 % together though one order is missing */
const isFine = (pairs: Pair[]): boolean =>
  pairs.length === 2 || pairs.every(({ share }) => /\.\d\d/.test(share.number.text));
