/**
 * 占比齐全的分项: shares that make a hundred percent leave nothing out, so their counts are all of what they are of: the count
 * that the shares agree with, or the report's own total, near to what they make and not the same.
 */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, type Range, show, sum, toNumber } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { areOrders, isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { listsOf, type Pair } from "../../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { agrees, fits } from "./shareBase.ts";

const LEAST_PARTS = 3;
/** how far what they make may be from the report's total, as a part of it */
const MOST_OFF = 0.02;
/** how many percent may be missing where the list ends with 其他 */
const MOST_LEFT = 0.15;

export const completeShares = (reading: Reading): Finding[] =>
  listsOf(reading).flatMap(({ pairs }) => {
    if (pairs.length < LEAST_PARTS || !isComplete(pairs) || hasOthers(pairs, reading)) return [];
    const added = sum(pairs.map(({ count }) => count.number.range));
    const wholes = reading.mentions.filter((one) => isBase(one, pairs));
    if (wholes.some(({ number }) => meets(number.range, added))) return [];
    const agreed = wholes.find((one) => pairs.filter((pair) => agrees(fits(pair, one))).length * 3 >= pairs.length * 2);
    const whole = agreed ?? totalNear(wholes, added);
    return whole ? [contradiction(whole, pairs, added)] : [];
  });

/** “邮件24件，占总数” without its share: another of the list */
const hasOthers = (pairs: Pair[], { sentences }: Reading): boolean => {
  const [first, last] = [pairs[0]!.count, pairs.at(-1)!.count];
  const own = sentences.find((mentions) => mentions.includes(first)) ?? [];
  return own.some(
    (one) =>
      one.at > first.at &&
      one.kind === "count" &&
      one.depth === first.depth &&
      isSameUnit(one.unit, first.unit) &&
      !pairs.some(({ count }) => count === one) &&
      (one.at < last.at || !/其中|合计|共/.test(one.before)),
  );
};

/** each rounded to its last digit, they make a hundred */
function isComplete(pairs: Pair[]): boolean {
  const shares = pairs.map(({ share }) => share.number.approximate);
  const steps = pairs.map(({ share: { number } }) => (number.step ? toNumber(number.step) : 0));
  const room = steps.reduce((all, step) => all + step / 2, 0);
  const off = Math.abs(shares.reduce((all, share) => all + share, 0) - 100);
  // with 其他, or what is of no kind, there is nothing else, whatever its counts make
  const isClosed = /其[他它余]|无法归|未归类|未分类/.test(pairs.at(-1)!.count.before);
  return room < 0.2 && off <= Math.max(room, isClosed ? MOST_LEFT : 0.011);
}

const isBase = (one: Mention, pairs: Pair[]): boolean =>
  one.kind === "count" &&
  one.period === "now" &&
  !one.isHedged &&
  areOrders(one.unit, pairs[0]!.count.unit) &&
  pairs.every(({ count }) => count !== one && count.number.approximate <= one.number.approximate);

/** what came in, where nothing else comes so near */
function totalNear(wholes: Mention[], added: Range): Mention | undefined {
  const near = wholes.filter(
    ({ number }) => Math.abs(number.approximate - toNumber(middle(added))) <= MOST_OFF * number.approximate,
  );
  const isOne = new Set(near.map(({ number }) => number.approximate)).size === 1;
  return isOne ? near.find((one) => bareName(one) === "受理") : undefined;
}

function contradiction(whole: Mention, pairs: Pair[], added: Range): Finding {
  const texts = pairs.map(({ count }) => count.number.text);
  const shown = show(middle(added), whole.number.step ? 2 : 0);
  return finding("partsAndWhole", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(whole), ...pairs.map(({ count }) => placeOf(count))]),
    values: [whole.number.text, ...texts],
    arithmetic: `${texts.map((text) => text.replace(/[^\d.万,]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
    message: `“${nameOf(whole)}”印作${whole.number.text}，占比合计为100%的${pairs.length}项（${nameOf(pairs[0]!.count)}等）相加为${shown}。`,
  });
}
