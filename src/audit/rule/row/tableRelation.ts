/** 表中算式的形状: how a column may be worked out from others of its row. */
import { add, fraction, subtract } from "../../../domain/measure/exact.ts";
import { exactly, hundred, isPositive, minus, over, type Printed, plus, type Range, sum, times } from "../../number.ts";

/** one way to work a column out; `of` gives null where a cell is missing or the divisor is nothing */
export interface Relation {
  target: number;
  of(numbers: (Printed | null)[]): Range | null;
  /** the same in floating point, to pass over what is far off without exact arithmetic */
  about(values: number[]): number;
  /** the working in words, by the headings */
  say(name: (column: number) => string): string;
  working(numbers: (Printed | null)[]): string;
  /** columns that it reads */
  columns: number[];
  /** the one number outside of the row that it reads */
  base?: number;
}

const at = (numbers: (Printed | null)[], column: number): Range | null => numbers[column]?.range ?? null;
const text = (numbers: (Printed | null)[], column: number): string => numbers[column]?.text ?? "—";

const percent = (part: Range | null, base: Range | null): Range | null =>
  part && base && isPositive(base) ? times(over(part, base), hundred) : null;

const both = (a: Range | null, b: Range | null, work: (a: Range, b: Range) => Range): Range | null =>
  a && b ? work(a, b) : null;

/** 率: a ÷ b */
export const ratio = (target: number, a: number, b: number): Relation => ({
  target,
  columns: [a, b],
  of: (numbers) => percent(at(numbers, a), at(numbers, b)),
  about: (values) => (100 * values[a]!) / values[b]!,
  say: (name) => `${name(a)}÷${name(b)}`,
  working: (numbers) => `${text(numbers, a)} ÷ ${text(numbers, b)}`,
});

/** 率: a ÷ (b − c) */
export const ratioOfRest = (target: number, a: number, b: number, c: number): Relation => ({
  target,
  columns: [a, b, c],
  of: (numbers) => percent(at(numbers, a), both(at(numbers, b), at(numbers, c), minus)),
  about: (values) => (100 * values[a]!) / (values[b]! - values[c]!),
  say: (name) => `${name(a)}÷（${name(b)}−${name(c)}）`,
  working: (numbers) => `${text(numbers, a)} ÷ (${text(numbers, b)} − ${text(numbers, c)})`,
});

/** 率: (a − b) ÷ a, of a with what went wrong of it */
export const ratioOfKept = (target: number, a: number, b: number): Relation => ({
  target,
  columns: [a, b],
  of: (numbers) => percent(both(at(numbers, a), at(numbers, b), minus), at(numbers, a)),
  about: (values) => (100 * (values[a]! - values[b]!)) / values[a]!,
  say: (name) => `（${name(a)}−${name(b)}）÷${name(a)}`,
  working: (numbers) => `(${text(numbers, a)} − ${text(numbers, b)}) ÷ ${text(numbers, a)}`,
});

/** 率: a ÷ (a + b) */
export const ratioOfBoth = (target: number, a: number, b: number): Relation => ({
  target,
  columns: [a, b],
  of: (numbers) => percent(at(numbers, a), both(at(numbers, a), at(numbers, b), plus)),
  about: (values) => (100 * values[a]!) / (values[a]! + values[b]!),
  say: (name) => `${name(a)}÷（${name(a)}+${name(b)}）`,
  working: (numbers) => `${text(numbers, a)} ÷ (${text(numbers, a)} + ${text(numbers, b)})`,
});

/** 率: (a + b) ÷ c */
export const ratioOfSum = (target: number, a: number, b: number, c: number): Relation => ({
  target,
  columns: [a, b, c],
  of: (numbers) => percent(both(at(numbers, a), at(numbers, b), plus), at(numbers, c)),
  about: (values) => (100 * (values[a]! + values[b]!)) / values[c]!,
  say: (name) => `（${name(a)}+${name(b)}）÷${name(c)}`,
  working: (numbers) => `(${text(numbers, a)} + ${text(numbers, b)}) ÷ ${text(numbers, c)}`,
});

/** 变动: (a − b) ÷ b, with its sign or without */
export const growth = (target: number, a: number, b: number): Relation => ({
  target,
  columns: [a, b],
  of: (numbers) => {
    const [now, earlier] = [at(numbers, a), at(numbers, b)];
    if (!now || !earlier || !isPositive(earlier)) return null;
    const change = minus(now, earlier);
    return { low: share(change.low, earlier), high: share(change.high, earlier) };
  },
  about: (values) => (100 * (values[a]! - values[b]!)) / values[b]!,
  say: (name) => `（${name(a)}−${name(b)}）÷${name(b)}`,
  working: (numbers) => `(${text(numbers, a)} − ${text(numbers, b)}) ÷ ${text(numbers, b)}`,
});

/** 百分点: a − b, with its sign */
export const points = (target: number, a: number, b: number): Relation => ({
  target,
  columns: [a, b],
  of: (numbers) => both(at(numbers, a), at(numbers, b), minus),
  about: (values) => values[a]! - values[b]!,
  say: (name) => `${name(a)}−${name(b)}`,
  working: (numbers) => `${text(numbers, a)} − ${text(numbers, b)}`,
});

const share = (change: Range["low"], earlier: Range): Range["low"] => ({
  n: change.n * earlier.low.d * 100n,
  d: change.d * earlier.low.n,
});

/** 和: a run of neighbouring columns */
export const total = (target: number, from: number, to: number): Relation => {
  const columns = Array.from({ length: to - from }, (_, step) => from + step);
  return {
    target,
    columns,
    of: (numbers) => {
      const ranges = columns.map((column) => at(numbers, column));
      return ranges.every((range) => range !== null) ? sum(ranges) : null;
    },
    about: (values) => columns.reduce((all, column) => all + values[column]!, 0),
    say: (name) => columns.map(name).join("+"),
    working: (numbers) => columns.map((column) => text(numbers, column)).join(" + "),
  };
};

/** 折算: so many percent of another column */
export const portion = (target: number, a: number, percent: number): Relation => ({
  target,
  columns: [a],
  of: (numbers) => both(at(numbers, a), exactly(fraction(percent, 100)), times),
  about: (values) => (values[a]! * percent) / 100,
  say: (name) => `${name(a)}×${percent}%`,
  working: (numbers) => `${text(numbers, a)} × ${percent}%`,
});

/** 商: a ÷ b, as so many for each */
export const quotient = (target: number, a: number, b: number): Relation => ({
  target,
  columns: [a, b],
  of: (numbers) =>
    both(at(numbers, a), at(numbers, b), (part, base) =>
      isPositive(base) && part.low.n >= 0n ? over(part, base) : part,
    ),
  about: (values) => values[a]! / values[b]!,
  say: (name) => `${name(a)}÷${name(b)}`,
  working: (numbers) => `${text(numbers, a)} ÷ ${text(numbers, b)}`,
});

const manyTimes = (target: number, a: number, b: number, many: number, as = (value: Range) => value): Relation => {
  const one = quotient(target, a, b);
  return {
    ...one,
    of: (numbers) => {
      const value = one.of(numbers);
      return value ? as(times(value, exactly(fraction(many)))) : null;
    },
    about: (values) => (many * values[a]!) / values[b]!,
    say: (name) => `${name(a)}÷${name(b)}×${many}`,
    working: (numbers) => `${one.working(numbers)} × ${many}`,
  };
};

/** 每千: a ÷ b × 1000 */
export const perThousand = (target: number, a: number, b: number): Relation => manyTimes(target, a, b, 1000);

const half = fraction(1, 2);
/** to whole yuan, as they are printed */
const rounded = ({ low, high }: Range): Range => ({ low: subtract(low, half), high: add(high, half) });

/** 万元与元: a ÷ b × 10000 */
export const perTenThousand = (target: number, a: number, b: number): Relation =>
  manyTimes(target, a, b, 10_000, rounded);

/** 占比: a ÷ one base for all rows */
export const shareOf = (target: number, a: number, base: Printed): Relation => ({
  target,
  columns: [a],
  base: base.approximate,
  of: (numbers) => percent(at(numbers, a), base.range),
  about: (values) => (100 * values[a]!) / base.approximate,
  say: (name) => `${name(a)}÷${base.text}`,
  working: (numbers) => `${text(numbers, a)} ÷ ${base.text}`,
});
