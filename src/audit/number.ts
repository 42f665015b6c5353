/**
 * 印出的数: a printed number stands for a range: 44.23% for whatever rounds to it, 近4万 for a little less. Two numbers
 * contradict each other only where their ranges can't meet. Exact: fractions of integers.
 */
import { add, type Fraction, fraction, isLess, multiply, subtract } from "../domain/measure/exact.ts";

export interface Range {
  low: Fraction;
  high: Fraction;
}

export interface Printed {
  /** as printed, with its unit */
  text: string;
  value: Fraction;
  /** the value in floating point, for looking around, never for judging */
  approximate: number;
  /** what one of the last printed digit is worth; null for a whole number, which is exact */
  step: Fraction | null;
  range: Range;
}

/** 约数的范围, in hundredths of the value: what 近, 超, 约 leave open */
const about: Record<string, [low: number, high: number]> = {
  近: [85, 100],
  将近: [85, 100],
  接近: [85, 100],
  不到: [80, 100],
  约: [92, 108],
  大约: [92, 108],
  左右: [92, 108],
  超: [100, 115],
  超过: [100, 115],
  逾: [100, 115],
  余: [100, 115],
  多: [100, 115],
};

const hundredths = (value: Fraction, part: number): Fraction => ({ n: value.n * BigInt(part), d: value.d * 100n });
const half = (value: Fraction): Fraction => ({ n: value.n, d: value.d * 2n });
const zero = fraction(0);

/** 读数: digits with at most one point, times a power of ten (万 = 4); `hedge` is what stands around it. */
export function printed(digits: string, power: number, hedge: string, text: string): Printed {
  // a size that was worked out may be too long to be written without its power: 1.5e+24
  const [before = "", exponent] = digits.split("e");
  if (exponent !== undefined) return printed(before, power + Number(exponent), hedge, text);
  const [whole = "", decimals = ""] = digits.split(".");
  const scale = 10n ** BigInt(Math.max(0, decimals.length - power));
  const value = fraction(BigInt(whole + decimals) * 10n ** BigInt(Math.max(0, power - decimals.length)), scale);
  // a whole number of things is exact, a whole percentage was rounded
  const isExact = power === 0 && decimals === "" && !/[%点]$/.test(text);
  const step = isExact ? null : fraction(10n ** BigInt(Math.max(0, power - decimals.length)), scale);
  return { text, value, approximate: toNumber(value), step, range: rangeOf(value, step, hedge) };
}

function rangeOf(value: Fraction, step: Fraction | null, hedge: string): Range {
  const [low, high] = about[hedge] ?? [100, 100];
  if (low !== 100 || high !== 100) return { low: hundredths(value, low), high: hundredths(value, high) };
  return step === null
    ? { low: value, high: value }
    : { low: subtract(value, half(step)), high: add(value, half(step)) };
}

export const exactly = (value: Fraction): Range => ({ low: value, high: value });
export const meets = (a: Range, b: Range): boolean => !isLess(a.high, b.low) && !isLess(b.high, a.low);
/** 同值: printed alike where both are printed as finely, otherwise their ranges meet, or one is the other without its last digits */
export const isSameValue = (a: Printed, b: Printed): boolean =>
  a.step && b.step && equal(a.step, b.step) && isPlain(a) && isPlain(b)
    ? equal(a.value, b.value)
    : meets(a.range, b.range) || isCutOf(a, b) || isCutOf(b, a);

/** 略去尾数: “2.46万” for 24683 */
const isCutOf = (short: Printed, whole: Printed): boolean => meets(openRange(short), exactly(whole.value));

/** 可能略去了尾数: all that a number in 万 or 亿 may have been cut or rounded from */
export const openRange = ({ value, step, text, range }: Printed): Range =>
  step !== null && /[万亿]/.test(text) ? { low: range.low, high: max(range.high, add(value, step)) } : range;
const max = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? b : a);

/** no 约 and the like: its range is half of the last digit on either side */
const isPlain = ({ range, step }: Printed): boolean => step !== null && equal(subtract(range.high, range.low), step);

export const plus = (a: Range, b: Range): Range => ({ low: add(a.low, b.low), high: add(a.high, b.high) });
export const minus = (a: Range, b: Range): Range => ({ low: subtract(a.low, b.high), high: subtract(a.high, b.low) });
export const times = (a: Range, b: Range): Range => ({ low: multiply(a.low, b.low), high: multiply(a.high, b.high) });
/** 除: both not negative, the divisor above 0 */
export const over = (a: Range, b: Range): Range => ({
  low: { n: a.low.n * b.high.d, d: a.low.d * b.high.n },
  high: { n: a.high.n * b.low.d, d: a.high.d * b.low.n },
});
/** 大小: without its sign */
export function sizeOf({ low, high }: Range): Range {
  if (low.n >= 0n) return { low, high };
  const [below, above] = [absolute(low), absolute(high)];
  return high.n <= 0n ? { low: above, high: below } : { low: zero, high: isLess(below, above) ? above : below };
}
export const sum = (ranges: Range[]): Range => ranges.reduce(plus, exactly(zero));
/** 中间: of what may be meant */
export const middle = ({ low, high }: Range): Fraction => ({
  n: low.n * high.d + high.n * low.d,
  d: low.d * high.d * 2n,
});
export const isPositive = (range: Range): boolean => range.low.n > 0n;
export const isExact = ({ low, high }: Range): boolean => !isLess(low, high);
export const equal = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;
export const absolute = (value: Fraction): Fraction => (value.n < 0n ? { n: -value.n, d: value.d } : value);
export const toNumber = ({ n, d }: Fraction): number => Number((n * 1_000_000n) / d) / 1_000_000;

/** 几位数: as many digits as a printed number has, its decimals too */
export const digitCount = (text: string): number => text.replace(/\D/g, "").length;

/** 小数位数 of a printed number */
export const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** 印出: a fraction with that many decimals, half up */
export function show(value: Fraction, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const size = ((value.n < 0n ? -value.n : value.n) * scale * 2n + value.d) / (2n * value.d);
  const text = size.toString().padStart(decimals + 1, "0");
  const point = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return `${value.n < 0n && size > 0n ? "−" : ""}${point}`;
}

/**
 * 相符的程度 of a printed number with what it was worked out from: 'rounded' half up, 'cut' (the rest of the digits left
 * off), 'slight' (within one of the last digit) or 'off'.
 */
export type Agreement = "rounded" | "cut" | "slight" | "off";

export function agreement({ value, range, step }: Printed, computed: Range): Agreement {
  if (meets(range, computed)) return "rounded";
  if (!step) return "off";
  if (meets({ low: value, high: add(value, step) }, computed)) return "cut";
  const isCoarse = step.n >= step.d; // one of a whole percentage is no trifle
  return !isCoarse && meets({ low: subtract(value, step), high: add(value, step) }, computed) ? "slight" : "off";
}

/** 相去太远: by more than half of what is printed; rather another number was meant than this one printed wrongly */
export const isFarFrom = ({ value }: Printed, computed: Range): boolean =>
  isLess(half(value), absolute(subtract(middle(computed), value)));

/** 一百, for percentages */
export const hundred = exactly(fraction(100));

/** 占比: the percentage that a part is of its base, above 0 */
export const percentOf = (part: Range, base: Range): Range => times(over(part, base), hundred);

/** 增减幅度 in percent of what was before, which is above 0: below 0 for a fall */
export function growthOf(now: Range, before: Range): Range {
  const apart = minus(now, before);
  const size = percentOf(sizeOf(apart), before);
  return apart.low.n >= 0n ? size : minus(exactly(zero), size);
}

/** 只看数字: the digits and the point of a printed number */
export const digitsOf = (text: string): string => text.replace(/[^\d.]/g, "");

/** 笔误的样子: two digits beside each other changed places, one digit another, or neither */
export function slipBetween(a: string, b: string): "swapped" | "digit" | null {
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (x === y || x.length !== y.length || x.indexOf(".") !== y.indexOf(".")) return null;
  const wrong = [...x].flatMap((digit, at) => (digit === y[at] ? [] : [at]));
  const [first, last] = [wrong[0]!, wrong.at(-1)!];
  if (wrong.length === 1) return "digit";
  const isBeside = x.slice(first + 1, last).replace(".", "") === "";
  return wrong.length === 2 && isBeside && x[first] === y[last] && x[last] === y[first] ? "swapped" : null;
}

/** 笔误: one wrong digit, or two neighbours that changed places */
export const isSlip = (a: Printed, b: Printed): boolean => slipBetween(a.text, b.text) !== null;

/** 数字对调: two neighbouring digits that changed places */
export const isSwapped = (a: Printed, b: Printed): boolean => slipBetween(a.text, b.text) === "swapped";
