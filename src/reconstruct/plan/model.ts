import type { Term } from "../../domain/integer/problem.ts";
import type { Effort } from "./effort.ts";

/** 一条关系: lower ≤ Σ terms ≤ upper, stated by one leaf of the file, or true of every month (`leaf` null). */
export interface Row {
  leaf: string | null;
  terms: Term[];
  lower: number;
  upper: number;
  /** what it says, in Chinese, for the reason of a conflict */
  says: string;
  /** only counts when some leaf of this block is stated */
  block?: string;
  /** variables that are no terms of it, but whose bounds its numbers were made from: its grounds are theirs too */
  restsOn?: string[];
}

/** 两位小数的比率: rate = round half up(10000 × numerator ÷ denominator), all three variables. */
export interface RatioLink {
  leaf: string | null;
  numerator: string;
  denominator: string;
  rate: string;
  says: string;
  block?: string;
}

/** 单调换算: to = points(from), never falling. */
export interface StepLink {
  from: string;
  to: string;
  pieces: import("./steps.ts").Piece[];
  points: (value: number) => number;
  says: string;
  block?: string;
}

/** 整数模型: named whole numbers with bounds, and what must hold between them. */
export interface Model {
  bounds: Map<string, { lower: number; upper: number }>;
  rows: Row[];
  ratios: RatioLink[];
  steps: StepLink[];
  /** a value that would look natural, kept to where nothing forbids it */
  hints: Map<string, number>;
  /** values that all that is printed of this variable alone allows, the likeliest first: to try before all others */
  guesses: Map<string, number[]>;
  /** what may still be spent on it, and on all that is made from it */
  effort: Effort;
}

/** The largest count that any variable may take. */
export const LIMIT = 20_000_000;

export const newModel = (effort: Effort): Model => ({
  bounds: new Map(),
  rows: [],
  ratios: [],
  steps: [],
  hints: new Map(),
  guesses: new Map(),
  effort,
});

/** 变量: declares a whole number once and returns its name. */
export function variable(model: Model, name: string, lower = 0, upper = LIMIT): string {
  if (!model.bounds.has(name)) model.bounds.set(name, { lower, upper });
  return name;
}

export const sumOf = (names: string[], coefficient = 1): Term[] => names.map((name) => [coefficient, name]);

/** 区间关系 */
export function between(
  model: Pick<Model, "rows">,
  leaf: string | null,
  terms: Term[],
  lower: number,
  upper: number,
  says: string,
) {
  model.rows.push({ leaf, terms: merged(terms), lower, upper, says });
}

/** 合计关系: whole = the sum of the parts. */
export const total = (model: Model, whole: string, parts: string[], says: string) =>
  between(model, null, [[1, whole], ...sumOf(parts, -1)], 0, 0, says);

/** 大小关系: larger ≥ smaller + margin. */
export const atLeast = (
  model: Model,
  leaf: string | null,
  larger: Term[],
  smaller: Term[],
  margin: number,
  says: string,
) =>
  between(model, leaf, [...larger, ...smaller.map(([c, v]): Term => [-c, v])], margin, Number.POSITIVE_INFINITY, says);

const times = (terms: Term[], factor: number): Term[] => terms.map(([c, v]) => [c * factor, v]);

function merged(terms: Term[]): Term[] {
  const byName = new Map<string, number>();
  for (const [coefficient, name] of terms) byName.set(name, (byName.get(name) ?? 0) + coefficient);
  return [...byName].filter(([, coefficient]) => coefficient !== 0).map(([name, coefficient]) => [coefficient, name]);
}

/**
 * 比率在刊印的两位小数之内: `low` and `high` are hundredths of a percent; the exact rate rounds (half up) to something
 * between them. A denominator of 0 has no rate and is excluded, unless `noneIsZero` and the rate may be 0.
 */
export function rateBetween(
  model: Model,
  leaf: string | null,
  numerator: Term[],
  denominator: Term[],
  [low, high]: [number, number],
  says: string,
  noneIsZero = false,
) {
  const above = times(numerator, 20000);
  const infinity = Number.POSITIVE_INFINITY;
  between(model, leaf, [...above, ...times(denominator, -(2 * low - 1))], 0, infinity, says);
  if (noneIsZero && high === 0)
    between(model, leaf, [...times(numerator, 20001), ...times(denominator, -1)], -infinity, 0, says);
  else between(model, leaf, [...above, ...times(denominator, -(2 * high + 1))], -infinity, -1, says);
}

/** 环比（相对变化）: (now − earlier) ÷ earlier rounds to `change` hundredths of a percent, half away from zero. */
export function changeIs(model: Model, leaf: string, now: Term[], earlier: Term[], change: number, says: string) {
  const moved = [...times(now, 20000), ...times(earlier, -20000)];
  const low = [...moved, ...times(earlier, -(2 * change - 1))];
  const high = [...moved, ...times(earlier, -(2 * change + 1))];
  const infinity = Number.POSITIVE_INFINITY;
  between(model, leaf, low, change > 0 ? 0 : 1, infinity, says);
  between(model, leaf, high, -infinity, change < 0 ? 0 : -1, says);
  between(model, leaf, earlier, 1, infinity, says);
}
