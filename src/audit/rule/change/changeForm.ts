/** 变动的写法: percent for points, so many times as many for so many times more, a fall from above the whole. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import {
  type Agreement,
  agreement,
  equal,
  exactly,
  hundred,
  isPositive,
  meets,
  middle,
  minus,
  over,
  type Range,
  show,
  sizeOf,
  times,
} from "../../number.ts";
import { isRate, textBetween } from "../../read/changedBase.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** what the change should be printed as; null where that can't be said */
export function expected(now: Range, earlier: Range, { unit }: Mention, ofRate: boolean): Range | null {
  const difference = sizeOf(minus(now, earlier));
  if (unit === "百分点") return ofRate ? difference : null;
  if (unit === "%") return isPositive(earlier) ? times(over(difference, earlier), hundred) : null;
  return unit === "倍" ? null : difference;
}

/** the difference itself, and not what the printed values give as a percentage */
export function isPoints(now: Mention, earlier: Mention, { number }: Mention, found: Agreement): boolean {
  const difference = sizeOf(minus(exactly(now.number.value), exactly(earlier.number.value)));
  const isExactly = equal(difference.low, number.value);
  return found === "rounded" ? isExactly : meets(number.range, difference);
}

export const unitSlip = (now: Mention, earlier: Mention, mention: Mention): Finding =>
  finding("changeUnit", {
    confidence: 0.6,
    places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
    values: [mention.number.text, now.number.text, earlier.number.text],
    arithmetic: `${now.number.text} 与 ${earlier.number.text} 相差 ${mention.number.text.replace("%", "")} 个百分点`,
    message: `“${nameOf(now)}”由${earlier.number.text}变为${now.number.text}，印作变动${mention.number.text}，应写作${mention.number.text.replace("%", "")}个百分点。`,
  });

/** “816件，去年同期340件，增长2.4倍”: it is 2.4 times as many, and grew by 1.4 times */
export function multiple(now: Mention, earlier: Mention, mention: Mention): Finding[] {
  const isGrowth = /(?:增长|增加|上升|提高|多|上涨|增)(?:了|约)?$/.test(mention.before);
  if (!isGrowth || mention.isHedged || !isPositive(earlier.number.range) || !isSameUnit(now.unit, earlier.unit))
    return [];
  const ratio = over(now.number.range, earlier.number.range);
  const growth = minus(ratio, exactly(fraction(1)));
  const isOne = agreement(mention.number, growth);
  if (
    isOne === "rounded" ||
    isOne === "cut" ||
    (mention.number.step === null && agreement(mention.number, growth) !== "off")
  )
    return [];
  const right = show(middle(growth), 2);
  return [
    finding("change", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
      values: [mention.number.text, now.number.text, earlier.number.text],
      arithmetic: `${now.number.text} ÷ ${earlier.number.text} − 1 = ${right} ≠ ${mention.number.text}`,
      message: `“${nameOf(now)}”由${earlier.number.text}到${now.number.text}，增长${right}倍，印作增长${mention.number.text}。`,
    }),
  ];
}

/** “初查率99.89%，环比降低11%”: no rate was above 100 % before */
export function beyondFull(now: Mention, mention: Mention): Finding[] {
  const isOwn =
    isRate(now) &&
    /率$/.test(now.label) &&
    !/增|完成|覆盖|达产/.test(now.label) &&
    /^(?:，(?:同比|环比)[^，。；]{2,12})?，[^，。；]{0,6}$/.test(textBetween(now, mention));
  if (!isOwn || mention.direction > 0 || (mention.unit !== "%" && mention.unit !== "百分点")) return [];
  const [rate, fall] = [now.number.approximate, mention.number.approximate];
  const before = mention.unit === "%" ? Math.min(rate + fall, (100 * rate) / (100 - fall)) : rate + fall;
  if (before <= 100.5) return [];
  return [
    finding("impossible", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(mention), placeOf(now)]),
      values: [mention.number.text, now.number.text],
      arithmetic: `${now.number.text} + ${mention.number.text} > 100%`,
      message: `“${nameOf(now)}”${now.number.text}，说是下降${mention.number.text}，此前就超过了100%。`,
    }),
  ];
}
