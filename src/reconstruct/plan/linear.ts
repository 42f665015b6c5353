import type { IntegerProblem, SolveIntegers } from "../../domain/integer/problem.ts";
import { type Effort, isSpent, TOO_HARD } from "./effort.ts";
import type { Model, Row } from "./model.ts";
import { type Active, type Bounds, type Grounds, propagate, ratioRows } from "./propagate.ts";
import { stepRows } from "./steps.ts";

/** 求解结果: a value for every variable, or the leaves (a superset of a conflict) that cannot hold together. */
export type Outcome =
  | { values: Map<string, number> }
  /** `variables`: those of the part, or the ends of the ratios, for which no whole numbers were found */
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

function componentClash(component: Component, bounds: Bounds): Grounds {
  const found = bounds.grounds(
    component.rows.flatMap(({ terms, restsOn = [] }) => [...terms.map(([, name]) => name), ...restsOn]),
  );
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
    const restsOn = [link.denominator];
    return [{ leaf: link.leaf, says: link.says, terms, lower: -whole, upper: whole - 1, restsOn }];
  });
  const steps = model.steps
    .filter((link) => active({ leaf: null, block: link.block }))
    .flatMap((link) => stepRows(link, bounds));
  return [...model.rows.filter(active), ...ratios, ...steps];
}

/** So many variables make a part that guesses may spare a long search. */
const LARGE = 150;
/** How many branches a guess is worth, a part as it is, and a part when nearly all effort is spent. */
const EFFORT = { guess: 300, whole: 6_000, last: 2_000 };
const FIRST_GUESSES = 2;

/** The same with every variable that has guesses set to its nth; null where none has so many. */
function guessed(problem: IntegerProblem, guesses: Model["guesses"], nth: number): IntegerProblem | null {
  let some = false;
  const variables = problem.variables.map((one) => {
    const fitting = (guesses.get(one.name) ?? []).filter((value) => one.lower <= value && value <= one.upper);
    const value = fitting[nth];
    if (value === undefined) return one;
    some = true;
    return { ...one, lower: value, upper: value };
  });
  return some ? { ...problem, variables, effort: EFFORT.guess } : null;
}

/** The solver as far as effort is left. */
function paying(solver: SolveIntegers, effort: Effort): SolveIntegers {
  const spend = (steps: number) => {
    effort.left -= steps;
  };
  return (problem) => (isSpent(effort) ? "tooHard" : solver(problem, spend));
}

/** A part: some guesses first, then as it is, then the other guesses; "tooHard" where nothing of it comes to an end. */
function solvePart(problem: IntegerProblem, { guesses, effort: purse }: Model, free: SolveIntegers) {
  const solver = paying(free, purse);
  const effort = purse.left > EFFORT.whole ? EFFORT.whole : EFFORT.last;
  if (problem.variables.length < LARGE) return solver({ ...problem, effort });
  const tried = (from: number, until: number) => {
    for (let nth = from; nth < until; nth++) {
      const guess = guessed(problem, guesses, nth);
      const found = guess && solver(guess);
      if (found instanceof Map) return found;
      if (!guess) return null;
    }
    return null;
  };
  const quick = tried(0, FIRST_GUESSES);
  if (quick) return quick;
  const found = solver({ ...problem, effort });
  return found === "tooHard" ? (tried(FIRST_GUESSES, 8) ?? found) : found;
}

/** Nothing is known of these relations together: there was no effort left to look. */
function unsettled(model: Model, active: Active): Outcome {
  const leaves = [...model.rows, ...model.ratios].filter(active).flatMap(({ leaf }) => (leaf === null ? [] : [leaf]));
  return { clash: { leaves: new Set(leaves), sayings: new Set([TOO_HARD]) } };
}

/** 找不到整数的比率: what the relations around these variables rest on, as far as no way was found to meet them all. */
export function missedAround(model: Model, active: Active, variables: string[]): Outcome {
  const bounds = propagate(model, active);
  const rows = linearRows(model, bounds, active).filter((row) => !isSlack(row, bounds));
  const parts = componentsOf(rows, bounds).filter(({ names }) => names.some((name) => variables.includes(name)));
  const all = [bounds.grounds(variables), ...parts.map((part) => componentClash(part, bounds))];
  const leaves = new Set(all.flatMap((part) => [...part.leaves]));
  return { clash: { leaves, sayings: new Set([...all.flatMap((part) => [...part.sayings]), TOO_HARD]), variables } };
}

/** 线性部分: part by part; a ratio with three open ends is as wide as its rate may be. */
export function solveLinear(model: Model, active: Active, solver: SolveIntegers): Outcome {
  const bounds = propagate(model, active);
  if (bounds.clash) return { clash: bounds.clash };
  if (isSpent(model.effort)) return unsettled(model, active);
  const values = new Map(bounds.lower);
  for (const [name, hint] of model.hints) values.set(name, clamp(hint, at(bounds.lower, name), at(bounds.upper, name)));
  const rows = linearRows(model, bounds, active).filter((row) => !isSlack(row, bounds));
  for (const component of componentsOf(rows, bounds)) {
    const solved = solvePart(problemOf(component, bounds), model, solver);
    if (!(solved instanceof Map)) {
      const clash = componentClash(component, bounds);
      if (solved === "tooHard") clash.sayings.add(TOO_HARD);
      return { clash: { ...clash, variables: component.names } };
    }
    for (const name of component.names) values.set(name, at(solved, name));
  }
  return { values };
}
