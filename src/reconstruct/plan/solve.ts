import type { IntegerProblem, SolveIntegers } from "../../domain/integer/problem.ts";
import { percent } from "../../domain/measure/exact.ts";
import type { Model, RatioLink, Row } from "./model.ts";
import { type Active, type Bounds, propagate, ratioRows } from "./propagate.ts";
import { stepRows } from "./steps.ts";

/** 求解结果: a value for every variable, or the leaves (a superset of a conflict) that cannot hold together. */
export type Outcome =
  | { values: Map<string, number> }
  | { clash: { leaves: Set<string>; sayings: Set<string>; variables?: string[] } };

const at = (map: Map<string, number>, name: string) => map.get(name) as number;
const isFixed = (bounds: Bounds, name: string) => at(bounds.lower, name) === at(bounds.upper, name);

/** A part of the model whose variables are still open and hang together. */
interface Component {
  names: string[];
  rows: Row[];
}

function unionFind() {
  const parent = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(name, root);
    return root;
  };
  return { find, join: (a: string, b: string) => parent.set(find(a), find(b)) };
}

function componentsOf(rows: Row[], bounds: Bounds): Component[] {
  const sets = unionFind();
  const openIn = (row: Row) => row.terms.map(([, name]) => name).filter((name) => !isFixed(bounds, name));
  const open = rows.map((row) => ({ row, names: openIn(row) })).filter(({ names }) => names.length > 0);
  for (const { names } of open) for (const name of names) sets.join(name, names[0] as string);
  const byRoot = new Map<string, Component & { seen: Set<string> }>();
  for (const { row, names } of open) {
    const root = sets.find(names[0] as string);
    const component = byRoot.get(root) ?? { names: [], rows: [], seen: new Set() };
    byRoot.set(root, component);
    component.rows.push(row);
    for (const name of names) if (!component.seen.has(name)) component.names.push(name);
    for (const name of names) component.seen.add(name);
  }
  return [...byRoot.values()].toSorted((a, b) => a.names.length - b.names.length);
}

/** Always true within the bounds: no need to ask the solver. */
function isSlack(row: Row, bounds: Bounds): boolean {
  let [least, most] = [0, 0];
  for (const [c, name] of row.terms) {
    least += c * at(c > 0 ? bounds.lower : bounds.upper, name);
    most += c * at(c > 0 ? bounds.upper : bounds.lower, name);
  }
  return row.lower <= least && most <= row.upper;
}

function withoutFixed(row: Row, bounds: Bounds): IntegerProblem["rows"][number] {
  const fixed = row.terms.filter(([, name]) => isFixed(bounds, name));
  const known = fixed.reduce((sum, [c, name]) => sum + c * at(bounds.lower, name), 0);
  const terms = row.terms.filter(([, name]) => !isFixed(bounds, name));
  return { terms, lower: row.lower - known, upper: row.upper - known };
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

const problemOf = (component: Component, bounds: Bounds): IntegerProblem => ({
  variables: component.names.map((name) => ({ name, lower: at(bounds.lower, name), upper: at(bounds.upper, name) })),
  rows: component.rows.map((row) => withoutFixed(row, bounds)),
});

function componentClash(component: Component, bounds: Bounds) {
  const found = bounds.grounds(component.rows.flatMap((row) => row.terms.map(([, name]) => name)));
  for (const row of component.rows) if (row.leaf !== null) found.leaves.add(row.leaf);
  for (const row of component.rows) if (row.leaf === null) found.sayings.add(row.says);
  return found;
}

function linearRows(model: Model, bounds: Bounds, active: Active): Row[] {
  const ratios = model.ratios.filter(active).flatMap((link) => {
    const [low, high] = [at(bounds.lower, link.rate), at(bounds.upper, link.rate)];
    if (!isFixed(bounds, link.denominator)) return ratioRows(link, low, high);
    const whole = at(bounds.lower, link.denominator);
    const terms: Row["terms"] = [
      [20000, link.numerator],
      [-2 * whole, link.rate],
    ];
    return [{ leaf: link.leaf, says: link.says, terms, lower: -whole, upper: whole - 1 }];
  });
  const steps = model.steps
    .filter((link) => active({ leaf: null, block: link.block }))
    .flatMap((link) => stepRows(link, bounds));
  return [...model.rows.filter(active), ...ratios, ...steps];
}

/** A natural value: near it if possible, else at least of its order. */
interface Wish {
  name: string;
  hint: number;
  near: boolean;
}

const wishRow = ({ name, hint, near }: Wish): Row => {
  const [lower, upper] = near ? [Math.floor(hint * 0.8), Math.ceil(hint * 1.25)] : [0, 10 * hint + 1000];
  return { leaf: null, terms: [[1, name]], lower, upper, says: "" };
};

/** Adds wishes as long as simple arithmetic allows them: all at once, else half by half. */
function withWishes(model: Model, wishes: Wish[], active: Active): Model {
  if (wishes.length === 0) return model;
  const wished = { ...model, rows: [...model.rows, ...wishes.map(wishRow)] };
  if (!propagate(wished, active).clash) return wished;
  const [first] = wishes;
  if (wishes.length === 1) return first!.near ? withWishes(model, [{ ...first!, near: false }], active) : model;
  const half = Math.ceil(wishes.length / 2);
  return withWishes(withWishes(model, wishes.slice(0, half), active), wishes.slice(half), active);
}

function solveLinear(model: Model, active: Active, solver: SolveIntegers): Outcome {
  const bounds = propagate(model, active);
  if (bounds.clash) return { clash: bounds.clash };
  const values = new Map(bounds.lower);
  for (const [name, hint] of model.hints) values.set(name, clamp(hint, at(bounds.lower, name), at(bounds.upper, name)));
  const rows = linearRows(model, bounds, active).filter((row) => !isSlack(row, bounds));
  for (const component of componentsOf(rows, bounds)) {
    const solved = solver(problemOf(component, bounds));
    if (!solved) return { clash: { ...componentClash(component, bounds), variables: component.names } };
    for (const name of component.names) values.set(name, at(solved, name));
  }
  return { values };
}

const isExact = (link: RatioLink, values: Map<string, number>) =>
  at(values, link.denominator) > 0 &&
  percent(at(values, link.numerator), at(values, link.denominator)) === at(values, link.rate);

/** A denominator that can give every rate of two decimals. */
const FINE = 20_000;

type Numbers = Map<string, number>;
type Settling = (link: RatioLink, values: Numbers, hints: Numbers, upper: Numbers) => [string, number];

/** Ways to make the ratios linear that the first answer does not meet: keep its rates, its denominators,
 * the rates that its counts give, natural denominators, or ones that give any rate. */
const SETTLINGS: Settling[] = [
  (link, values) => [link.rate, at(values, link.rate)],
  (link, values) => [link.denominator, Math.max(1, at(values, link.denominator))],
  (link, values) => [link.rate, percent(at(values, link.numerator), Math.max(1, at(values, link.denominator))) ?? 0],
  (link, values, hints) => [link.denominator, hints.get(link.denominator) ?? Math.max(1, at(values, link.denominator))],
  (link, _, __, upper) => [link.denominator, Math.min(FINE, at(upper, link.denominator))],
  (link, _, __, upper) => [link.denominator, Math.min(FINE, Math.ceil(at(upper, link.denominator) / 2))],
];

/**
 * A ratio with open numerator, denominator and rate is no linear relation: it is solved as wide as it can be, and where the
 * answer does not meet it, again with one of them settled, for all ratios alike, else for one after the other; what is left stays wide.
 */
function solveAsIs(model: Model, active: Active, solver: SolveIntegers): Outcome {
  const wide = solveLinear(model, active, solver);
  if ("clash" in wide) return wide;
  const missed = model.ratios.filter((link) => active(link) && !isExact(link, wide.values));
  if (missed.length === 0) return wide;
  const { upper } = propagate(model, active);
  const held = (row: Row[]): Model => ({ ...model, rows: [...model.rows, ...row] });
  const fix = (link: RatioLink, settling: Settling, values: Map<string, number>): Row => {
    const [name, value] = settling(link, values, model.hints, upper);
    return { leaf: null, terms: [[1, name]], lower: value, upper: value, says: "" };
  };
  for (const settling of SETTLINGS) {
    const settled = solveLinear(held(missed.map((link) => fix(link, settling, wide.values))), active, solver);
    if ("values" in settled && model.ratios.every((link) => !active(link) || isExact(link, settled.values)))
      return settled;
  }
  let [rows, best] = [[] as Row[], wide];
  for (const link of missed) {
    if (isExact(link, best.values)) continue;
    for (const settling of SETTLINGS) {
      const row = fix(link, settling, best.values);
      const settled = solveLinear(held([...rows, row]), active, solver);
      if ("clash" in settled || !isExact(link, settled.values)) continue;
      [rows, best] = [[...rows, row], settled];
      break;
    }
  }
  return best;
}

/**
 * 求解: exact whole numbers for the relations that are active, `natural` where they allow it, or the leaves that clash.
 */
export function solveModel(model: Model, active: Active, solver: SolveIntegers, natural = false): Outcome {
  if (!natural) return solveAsIs(model, active, solver);
  let wishes = [...model.hints].map(([name, hint]): Wish => ({ name, hint, near: true }));
  for (;;) {
    const wished = propagate(model, active).clash ? model : withWishes(model, wishes, active);
    const outcome = solveAsIs(wished, active, solver);
    if ("values" in outcome || wished === model) return outcome;
    const tooMuch = ({ name }: Wish) => outcome.clash.variables?.includes(name) ?? true;
    if (!wishes.some(tooMuch)) return solveAsIs(model, active, solver);
    wishes = wishes.flatMap((wish) => (!tooMuch(wish) ? [wish] : wish.near ? [{ ...wish, near: false }] : []));
  }
}
