import type { IntegerProblem } from "../domain/integer/problem.ts";

/** A problem on positions instead of names: bounds change while searching. */
interface Box {
  lower: number[];
  upper: number[];
}
type Row = { terms: [coefficient: number, at: number][]; lower: number; upper: number };

const MOST_BOXES = 60_000;
const MOST_ROUNDS = 12;
/** So many boxes are about as much work as one iteration of branch and bound. */
const BOXES_A_STEP = 50;

/** Tightens the box by one row; false when nothing is left. */
function tighten({ lower, upper }: Box, row: Row): boolean {
  let [least, most] = [0, 0];
  for (const [c, at] of row.terms) {
    least += c * ((c > 0 ? lower : upper)[at] as number);
    most += c * ((c > 0 ? upper : lower)[at] as number);
  }
  if (least > row.upper || most < row.lower) return false;
  for (const [c, at] of row.terms) {
    const [low, high] = [lower[at] as number, upper[at] as number];
    const above = (row.upper - least) / c + (c > 0 ? low : high);
    const below = (row.lower - most) / c + (c > 0 ? high : low);
    const [most1, least1] = c > 0 ? [above, below] : [below, above];
    upper[at] = Math.min(high, Math.floor(most1 + 1e-9));
    lower[at] = Math.max(low, Math.ceil(least1 - 1e-9));
    if ((lower[at] as number) > (upper[at] as number)) return false;
  }
  return true;
}

const holds = (values: number[], { terms, lower, upper }: Row) => {
  const sum = terms.reduce((total, [c, at]) => total + c * (values[at] as number), 0);
  return lower <= sum && sum <= upper;
};

const width = ({ lower, upper }: Box) => upper.reduce((sum, high, at) => sum + high - (lower[at] as number), 0);

/** One pass uses the sums from before it: never wrong, only slower; so pass after pass until nothing moves. */
function settle(box: Box, rows: Row[]): boolean {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = width(box);
    if (!rows.every((row) => tighten(box, row))) return false;
    if (width(box) === before) break;
  }
  return true;
}

/**
 * 逐一试值: exact answer for a problem of a few variables, by trying the values of the narrowest one and tightening the
 * others; "tooLarge" when that takes too many tries. Rates of small counts are such problems, and hard for branch and bound.
 */
export function enumerate(
  { variables, rows }: IntegerProblem,
  spend: (steps: number) => void = () => undefined,
): Map<string, number> | null | "tooLarge" {
  const position = new Map(variables.map(({ name }, at) => [name, at]));
  const placed = rows.map(
    (row): Row => ({ ...row, terms: row.terms.map(([c, name]) => [c, position.get(name) as number]) }),
  );
  let boxes = 0;
  const search = (box: Box): number[] | null | "tooLarge" => {
    if (++boxes > MOST_BOXES) return "tooLarge";
    if (!settle(box, placed)) return null;
    const widths = box.lower.map((low, at) => (box.upper[at] as number) - low);
    const open = widths.map((width, at) => ({ width, at })).filter(({ width }) => width > 0);
    const narrowest = open.toSorted((a, b) => a.width - b.width)[0];
    if (!narrowest) return placed.every((row) => holds(box.lower, row)) ? box.lower : null;
    for (let value = box.lower[narrowest.at] as number; value <= (box.upper[narrowest.at] as number); value++) {
      const inner = { lower: [...box.lower], upper: [...box.upper] };
      inner.lower[narrowest.at] = inner.upper[narrowest.at] = value;
      const found = search(inner);
      if (found !== null) return found;
    }
    return null;
  };
  const found = search({ lower: variables.map(({ lower }) => lower), upper: variables.map(({ upper }) => upper) });
  spend(Math.ceil(boxes / BOXES_A_STEP));
  return Array.isArray(found) ? new Map(variables.map(({ name }, at) => [name, found[at] as number])) : found;
}
