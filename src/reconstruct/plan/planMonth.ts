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
import { worldOf } from "./world.ts";

const NO_CHANGE = "没有整数能给出这样的环比";

type Clash = Extract<Outcome, { clash: unknown }>;
type Solved = { values: Map<string, number>; before: Before };

/** How many other values of a numerator are tried for a change in points. */
const TRIES = 400;

/** The nearest other value of this month's numerator beside which the month before can be given. */
function elsewhere(
  model: Model,
  active: Active,
  values: Map<string, number>,
  name: string,
  solver: SolveIntegers,
  beforeOf: (values: Map<string, number>) => Before | Missed,
): Solved | null {
  const { lower, upper } = propagate(model, active);
  const start = values.get(name) ?? 0;
  for (let step = 1; step <= TRIES; step++)
    for (const value of [start + step, start - step]) {
      if (value < (lower.get(name) ?? 0) || value > (upper.get(name) ?? 0)) continue;
      if ("missed" in beforeOf(new Map(values).set(name, value))) continue;
      const row = { leaf: null, terms: [[1, name]] as [number, string][], lower: value, upper: value, says: "" };
      const outcome = solveModel({ ...model, rows: [...model.rows, row] }, active, solver);
      const before = "values" in outcome ? beforeOf(outcome.values) : null;
      if ("values" in outcome && before && !("missed" in before)) return { values: outcome.values, before };
    }
  return null;
}

/**
 * 重建计划: from a figures file (any subset of its keys) and the platform's rulebook, the whole numbers of records that give
 * every stated figure; what no records can have is left out, with a minimal set of leaves that shows why. Deterministic.
 */
export function planMonth(stated: FiguresFile, book: Rulebook, solve: SolveIntegers): Plan {
  const solver = remembered(solve);
  const file = withNames(stated, book);
  const world = worldOf(file, book);
  const model = monthModel(world, file);
  const only = onlyLeaves(model);
  const attempt = (leaves: string[], whole: boolean, natural = false): Clash | Solved => {
    const outcome = solveModel(model, only(leaves, whole), solver, natural);
    if ("clash" in outcome) return outcome;
    const active = new Set(leaves);
    const beforeOf = (values: Map<string, number>) => monthBefore(values, file, (leaf) => active.has(leaf));
    const before = beforeOf(outcome.values);
    if (!("missed" in before)) return { values: outcome.values, before };
    const other = elsewhere(model, only(leaves, whole), outcome.values, before.missed, solver, beforeOf);
    if (other) return other;
    if (!natural) return attempt(leaves, whole, true);
    const near = leaves.filter((leaf) => before.among.test(leaf));
    const enough = near.length < leaves.length && "clash" in attempt(near, whole);
    return { clash: { leaves: new Set(enough ? near : leaves), sayings: new Set([NO_CHANGE]) } };
  };
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
