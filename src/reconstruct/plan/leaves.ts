import type { Term } from "../../domain/integer/problem.ts";
import { between, type Model, rateBetween } from "./model.ts";

/** 读数: a number as stated in the file; undefined where the file does not state it, null where it says there is none. */
export type Stated = number | null | undefined;

/** 两位小数 → 百分之一: 89.11 → 8911; NaN for a number with more decimals, which no rounding can print. */
export function hundredths(value: number): number {
  const scaled = Math.round(value * 100);
  return Math.abs(scaled / 100 - value) < 1e-9 ? scaled : Number.NaN;
}

const impossible = (model: Model, leaf: string, says: string) => between(model, leaf, [], 1, 0, says);

/** 叶子：计数。 */
export function countIs(model: Model, leaf: string, terms: Term[], value: Stated) {
  if (value === undefined || value === null) return;
  if (!Number.isSafeInteger(value) || value < 0) return impossible(model, leaf, "件数应为非负整数");
  between(model, leaf, terms, value, value, "");
}

/** 叶子：两位小数的量，如得分。 */
export function hundredthsAre(model: Model, leaf: string, name: string, value: Stated) {
  if (value === undefined || value === null) return;
  const scaled = hundredths(value);
  if (Number.isNaN(scaled)) return impossible(model, leaf, "至多两位小数");
  between(model, leaf, [[1, name]], scaled, scaled, "");
}

/** 叶子：比率; null = the denominator is 0. */
export function rateIs(
  model: Model,
  leaf: string,
  [numerator, denominator]: [Term[], Term[]],
  value: Stated,
  noneIsZero = false,
) {
  if (value === undefined) return;
  if (value === null) return between(model, leaf, denominator, 0, 0, "");
  const scaled = hundredths(value);
  if (Number.isNaN(scaled) || scaled < 0) return impossible(model, leaf, "比率应为至多两位小数的非负数");
  rateBetween(model, leaf, numerator, denominator, [scaled, scaled], "", noneIsZero);
}

export { impossible };
