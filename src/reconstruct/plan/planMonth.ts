import { previousMonth } from "../../domain/calendar/month.ts";
import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { currentMonth, previousMonthPlan } from "./assemble.ts";
import { type Before, type Missed, monthBefore } from "./before.ts";
import { type Conflict, reconcile } from "./conflicts.ts";
import { costOf } from "./costs.ts";
import type { Outcome } from "./linear.ts";
import type { Model } from "./model.ts";
import { leavesOf, monthModel, onlyLeaves } from "./month.ts";
import { withNames } from "./names.ts";
import { labelRows } from "./overdueLabels.ts";
import type { Plan } from "./plan.ts";
import { type Active, propagate } from "./propagate.ts";
import { reasonFor } from "./reason.ts";
import { remembered } from "./remembered.ts";
import { solveModel } from "./solve.ts";
import { type Choose, naming } from "./topicNames.ts";
import { type World, worldOf } from "./world.ts";

const NO_CHANGE = "没有整数能给出这样的环比";

type Clash = Extract<Outcome, { clash: unknown }>;
type Solved = { values: Map<string, number>; before: Before };

/** How many other values of a numerator are tried for a change in points. */
const TRIES = 400;

/** The nearest other value of this month's numerator beside which the month before can be given, of the same whole if may be. */
function elsewhere(
  model: Model,
  active: Active,
  values: Map<string, number>,
  { missed, of }: Missed,
  solver: SolveIntegers,
  beforeOf: (values: Map<string, number>) => Before | Missed,
): Solved | null {
  const { lower, upper } = propagate(model, active);
  const start = values.get(missed) ?? 0;
  const at = (name: string, value: number) => {
    return { leaf: null, terms: [[1, name]] as [number, string][], lower: value, upper: value, says: "" };
  };
  const solved = (rows: ReturnType<typeof at>[]): Solved | null => {
    const outcome = solveModel({ ...model, rows: [...model.rows, ...rows] }, active, solver);
    const before = "values" in outcome ? beforeOf(outcome.values) : null;
    return "values" in outcome && before && !("missed" in before) ? { values: outcome.values, before } : null;
  };
  for (let step = 1; step <= TRIES; step++)
    for (const value of [start + step, start - step]) {
      if (value < (lower.get(missed) ?? 0) || value > (upper.get(missed) ?? 0)) continue;
      if ("missed" in beforeOf(new Map(values).set(missed, value))) continue;
      const found = solved([at(missed, value), at(of, values.get(of) ?? 0)]) ?? solved([at(missed, value)]);
      if (found) return found;
    }
  return null;
}

/** 备好的月份: with every name filled in, in one of the ways that are tried. */
interface Prepared {
  file: FiguresFile;
  world: World;
  model: Model;
}

function prepared(stated: FiguresFile, book: Rulebook, choose: Choose): Prepared {
  const file = withNames(stated, book, choose);
  const world = worldOf(file, book, choose);
  return { file, world, model: monthModel(world, file) };
}

/** Whether leaves hold together, and the month before beside them. */
function attempts({ file, model }: Prepared, solver: SolveIntegers) {
  const only = onlyLeaves(model);
  const attempt = (leaves: string[], whole: boolean, natural = false): Clash | Solved => {
    const outcome = solveModel(model, only(leaves, whole), solver, natural);
    if ("clash" in outcome) return outcome;
    const active = new Set(leaves);
    const beforeOf = (values: Map<string, number>) => monthBefore(values, file, (leaf) => active.has(leaf));
    const before = beforeOf(outcome.values);
    if (!("missed" in before)) return { values: outcome.values, before };
    const other = elsewhere(model, only(leaves, whole), outcome.values, before, solver, beforeOf);
    if (other) return other;
    if (!natural) return attempt(leaves, whole, true);
    const near = leaves.filter((leaf) => before.among.test(leaf));
    const enough = near.length < leaves.length && "clash" in attempt(near, whole);
    return { clash: { leaves: new Set(enough ? near : leaves), sayings: new Set([NO_CHANGE]) } };
  };
  return attempt;
}

function planned(of: Prepared, book: Rulebook, solver: SolveIntegers): Plan {
  const { file, world, model } = of;
  const attempt = attempts(of, solver);
  const { solution, dropped, sets } = reconcile<Solved>(leavesOf(model), { solve: attempt, cost: costOf });
  const held = leavesOf(model).filter((leaf) => !dropped.has(leaf));
  const natural = attempt(held, true, true);
  const { values, before } = "clash" in natural ? solution : natural;
  const current = currentMonth(world, file, book, values, before, solver);
  return {
    platform: file.platform ?? "",
    month: world.month,
    before: previousMonth(world.month),
    rules: [...world.rows, ...labelRows(file, world), ...current.rows],
    current: current.plan,
    previous: previousMonthPlan(world, current.plan, before, values),
    conflicts: sets.map(
      (set): Conflict => ({ leaves: set.leaves, dropped: set.dropped, reason: reasonFor(file, set) }),
    ),
  };
}

/** Leaves that hang on which class or category a place of a list is. */
const ON_NAMES =
  /^(topCategories|topSubcategories|districtsTop3|unitsTop3|civilizedCity|handling\.\w+Hot)\b|dissatisfiedTop/;

/** So many namings are tried, and so many programs solved for them. */
const MOST_NAMINGS = 200;
const MOST_CALLS = 600;

/** The first other naming under which all leaves hold but those `given` up; null where none is found. */
function otherNaming(stated: FiguresFile, book: Rulebook, solver: SolveIntegers, given: Set<string>): Prepared | null {
  const tried = new Set<string>();
  let calls = 0;
  const counting: SolveIntegers = (problem) => {
    calls += 1;
    return solver(problem);
  };
  for (let nth = 0; nth < MOST_NAMINGS && calls < MOST_CALLS; nth++) {
    const of = prepared(stated, book, naming(nth));
    const names = JSON.stringify([of.file, of.world.subcategories]);
    if (tried.has(names)) continue;
    tried.add(names);
    const leaves = leavesOf(of.model).filter((leaf) => !given.has(leaf));
    if (nth > 0 && !("clash" in attempts(of, counting)(leaves, true))) return of;
  }
  return null;
}

/**
 * 重建计划: from a figures file (any subset of its keys) and the platform's rulebook, the whole numbers of records that give
 * every stated figure; what no records can have is left out, with a minimal set of leaves that shows why. Where what a name
 * was left out of contradicts itself, other names are tried first. Deterministic.
 */
export function planMonth(stated: FiguresFile, book: Rulebook, solve: SolveIntegers): Plan {
  const solver = remembered(solve);
  const plan = planned(prepared(stated, book, naming(0)), book, solver);
  const onNames = (conflict: Conflict) => conflict.leaves.some((leaf) => ON_NAMES.test(leaf));
  if (!plan.conflicts.some(onNames)) return plan;
  const given = new Set(plan.conflicts.filter((conflict) => !onNames(conflict)).map(({ dropped }) => dropped));
  const other = otherNaming(stated, book, solver, given);
  return other ? planned(other, book, solver) : plan;
}
