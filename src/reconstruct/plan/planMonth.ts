import { previousMonth } from "../../domain/calendar/month.ts";
import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { currentMonth, previousMonthPlan } from "./assemble.ts";
import { type Before, monthBefore } from "./before.ts";
import { type Conflict, reconcile } from "./conflicts.ts";
import { costOf } from "./costs.ts";
import { leavesOf, monthModel, onlyLeaves } from "./month.ts";
import { withNames } from "./names.ts";
import type { Plan } from "./plan.ts";
import { reasonFor } from "./reason.ts";
import { type Outcome, solveModel } from "./solve.ts";
import { worldOf } from "./world.ts";

const NO_CHANGE = "没有整数能给出这样的环比";

type Clash = Extract<Outcome, { clash: unknown }>;
type Solved = { values: Map<string, number>; before: Before };

/**
 * 重建计划: from a figures file (any subset of its keys) and the platform's rulebook, the whole numbers of records that give
 * every stated figure; what no records can have is left out, with a minimal set of leaves that shows why. Deterministic.
 */
export function planMonth(stated: FiguresFile, book: Rulebook, solver: SolveIntegers): Plan {
  const file = withNames(stated, book);
  const world = worldOf(file, book);
  const model = monthModel(world, file);
  const only = onlyLeaves(model);
  const solve = (leaves: string[], whole: boolean, natural = false): Clash | Solved => {
    const outcome = solveModel(model, only(leaves, whole), solver, natural);
    if ("clash" in outcome) return outcome;
    const active = new Set(leaves);
    const before = monthBefore(outcome.values, file, (leaf) => active.has(leaf));
    if (!("clash" in before)) return { values: outcome.values, before };
    if (!natural) return solve(leaves, whole, true);
    const near = leaves.filter((leaf) => before.clash.test(leaf));
    const enough = near.length < leaves.length && "clash" in solve(near, whole);
    return { clash: { leaves: new Set(enough ? near : leaves), sayings: new Set([NO_CHANGE]) } };
  };
  const { solution, dropped, sets } = reconcile<Solved>(leavesOf(model), { solve, cost: costOf });
  const held = leavesOf(model).filter((leaf) => !dropped.has(leaf));
  const natural = solve(held, true, true);
  const { values, before } = "clash" in natural ? solution : natural;
  const current = currentMonth(world, file, book, values, before, solver);
  return {
    platform: file.platform ?? "",
    month: world.month,
    before: previousMonth(world.month),
    rules: [...world.rows, ...current.rows],
    current: current.plan,
    previous: previousMonthPlan(world, current.plan, before, values),
    conflicts: sets.map(
      (set): Conflict => ({ leaves: set.leaves, dropped: set.dropped, reason: reasonFor(file, set) }),
    ),
  };
}
