/**
 * 精确算术: exact rationals on integers. A percentage, a point difference, a relative change or a score is an integer of
 * hundredths (8911 = 89.11), rounded half up, away from zero, once.
 */
import type { Ratio } from "./counts.ts";

/** 分数: an exact value; the denominator is positive. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

/** 整数分数: n ÷ d of safe integers, d ≠ 0; refuses (throws on) anything that is no integer. */
export function fraction(n: number | bigint, d: number | bigint = 1n): Fraction {
  const [above, below] = [BigInt(n), BigInt(d)];
  if (below === 0n) throw new RangeError("zero denominator");
  return below < 0n ? { n: -above, d: -below } : { n: above, d: below };
}

/** 加 */
export const add = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
/** 减 */
export const subtract = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
/** 乘 */
export const multiply = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
/** 小于 */
export const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;

/** 四舍五入取整: to the nearest integer, half away from zero (−2.5 → −3). */
export function toInteger({ n, d }: Fraction): number {
  const size = ((n < 0n ? -n : n) * 2n + d) / (2n * d);
  return Number(n < 0n ? -size : size);
}

/** 保留小数: the fraction rounded to that many decimals, still a fraction; `null` leaves it exact. */
export function toDecimals(value: Fraction, decimals: number | null): Fraction {
  if (decimals === null) return value;
  const scale = 10n ** BigInt(decimals);
  return fraction(toInteger({ n: value.n * scale, d: value.d }), scale);
}

/** 取两位小数: an exact value as an integer of hundredths, rounded once. */
export const inHundredths = (value: Fraction): number => toInteger({ n: value.n * 100n, d: value.d });

/** 百分比: numerator ÷ denominator in hundredths of a percent (10000 = 100.00 %); null when the denominator is 0. */
export const percent = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : inHundredths(fraction(BigInt(numerator) * 100n, denominator));

/** 不成比率: the part is more than the whole, so one of the two counts is wrong */
export const exceedsWhole = ({ numerator, denominator }: Ratio): boolean => numerator > denominator;

/** 个百分点: the difference of two exact rates in hundredths of a point, rounded once; null when either has no value. */
export function pointsBetween(now: Ratio, earlier: Ratio): number | null {
  if (now.denominator === 0 || earlier.denominator === 0) return null;
  const difference = subtract(
    fraction(now.numerator, now.denominator),
    fraction(earlier.numerator, earlier.denominator),
  );
  return inHundredths({ n: difference.n * 100n, d: difference.d });
}

/** 相对变化: (now − earlier) ÷ earlier in hundredths of a percent; null when the earlier count is 0. */
export const relativeChange = (now: number, earlier: number): number | null =>
  earlier === 0 ? null : inHundredths(fraction((BigInt(now) - BigInt(earlier)) * 100n, earlier));

/** 日均等平均数: total ÷ parts as a whole number; null when there are no parts. */
export const average = (total: number, parts: number): number | null =>
  parts === 0 ? null : toInteger(fraction(total, parts));

/** 平均分: the mean of points in hundredths, as an exact fraction of points; null for none. */
export const meanOfHundredths = (points: number[]): Fraction | null =>
  points.length === 0
    ? null
    : fraction(
        points.reduce((sum, point) => sum + point, 0),
        100 * points.length,
      );

/** 两位小数: hundredths as printed: 8911 → '89.11', −5 → '-0.05'. */
export function printHundredths(value: number): string {
  const size = Math.abs(value);
  return `${value < 0 ? "-" : ""}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}
