import type { SolveIntegers, Term } from "../../domain/integer/problem.ts";
import { attempts, type Prepared, type Solved } from "./attempt.ts";
import { costOf } from "./costs.ts";
import { isSpent } from "./effort.ts";
import type { Model, Row } from "./model.ts";
import { onlyLeaves } from "./month.ts";
import { propagate } from "./propagate.ts";

/** So many leaves that were given up are kept near, the dearest first. */
const MOST_LEAVES = 20;
/** Beyond so many of its last digits a number is as good as any other. */
const FARTHEST = 100_000_000;

const plain = { leaf: null, says: "" };

/** A rate's two rows differ by twice what it is a rate of: each of them is moved by that, for every digit. */
function ratioWithin(low: Row, high: Row, distance: number): Row[] | null {
  const above = new Map(low.terms.map(([c, name]) => [name, c]));
  const below = new Map(high.terms.map(([c, name]) => [name, c]));
  const names = [...new Set([...above.keys(), ...below.keys()])];
  const [a, b] = [(name: string) => above.get(name) ?? 0, (name: string) => below.get(name) ?? 0];
  if (names.every((name) => a(name) === b(name)) || names.some((name) => a(name) < b(name))) return null;
  const moved = (of: (name: string) => number, sign: number) =>
    names.map((name): Term => [of(name) + sign * distance * (a(name) - b(name)), name]);
  return [
    { ...low, ...plain, terms: moved(a, 1) },
    { ...high, ...plain, terms: moved(b, -1) },
  ];
}

/** 相近: the relations of a leaf's number, moved by at most so many of its last digits; null where it has none. */
function rowsWithin(own: Row[], distance: number): Row[] | null {
  for (const [at, row] of own.entries()) {
    const next = own[at + 1];
    if (row.terms.length > 0 && row.lower === row.upper)
      return [{ ...row, ...plain, lower: row.lower - distance, upper: row.upper + distance }];
    const isPair = next && row.upper === Number.POSITIVE_INFINITY && next.lower === Number.NEGATIVE_INFINITY;
    const pair = isPair ? ratioWithin(row, next, distance) : null;
    if (pair) return pair;
  }
  return null;
}

/** The least distance at which something holds, to about a hundredth of itself; null where it doesn't at any. */
function leastDistance(holds: (distance: number) => boolean, from = 1): number | null {
  let [low, high] = [from - 1, from];
  while (!holds(high)) {
    [low, high] = [high, 4 * high];
    if (high > FARTHEST) return null;
  }
  while (high - low > Math.max(1, high / 100)) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** 上月 is made by itself, from what is held. */
const isOfMonthBefore = (leaf: string) => leaf.endsWith("MoM");

/** A leaf that was given up, and the least distance that simple arithmetic allows it. */
interface Loose {
  own: Row[];
  least: number;
}

const withRows = (model: Model, loose: Loose, distance: number): Model => {
  return { ...model, rows: [...model.rows, ...(rowsWithin(loose.own, distance) ?? [])] };
};

function looseOf({ model }: Prepared, held: string[], dropped: Set<string>): Loose[] {
  const active = onlyLeaves(model)(held, true);
  const ordered = [...dropped].filter((leaf) => !isOfMonthBefore(leaf)).toSorted((a, b) => costOf(b) - costOf(a));
  return ordered.slice(0, MOST_LEAVES).flatMap((leaf) => {
    const own = model.rows.filter((row) => row.leaf === leaf);
    if (!rowsWithin(own, 1)) return [];
    const least = leastDistance((distance) => !propagate(withRows(model, { own, least: 0 }, distance), active).clash);
    return least === null ? [] : [{ own, least }];
  });
}

/**
 * 舍去而相近: a model in which the leaves that were given up stay as near to their printed numbers as is found: all at once as
 * near as simple arithmetic allows, else one after the other, the dearest first; and the last solution of it.
 */
export function nearest(of: Prepared, solver: SolveIntegers, held: string[], dropped: Set<string>) {
  let found: { model: Model; solution: Solved | null } = { model: of.model, solution: null };
  const holds = (model: Model): boolean => {
    if (isSpent(model.effort)) return false;
    const outcome = attempts({ ...of, model }, solver)(held, true);
    if (!("clash" in outcome)) found = { model, solution: outcome };
    return !("clash" in outcome);
  };
  const all = looseOf(of, held, dropped);
  if (all.length === 0 || holds(all.reduce((model, loose) => withRows(model, loose, loose.least), of.model)))
    return found;
  for (const loose of all) {
    const { model } = found;
    leastDistance((distance) => isSpent(model.effort) || holds(withRows(model, loose, distance)), loose.least);
  }
  return found;
}
