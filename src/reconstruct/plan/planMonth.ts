import { previousMonth } from "../../domain/calendar/month.ts";
import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { currentMonth, previousMonthPlan } from "./assemble.ts";
import { attempts, type Prepared, prepared, type Solved } from "./attempt.ts";
import { type Conflict, reconcile } from "./conflicts.ts";
import { costOf } from "./costs.ts";
import { leavesOf } from "./month.ts";
import { naming } from "./naming.ts";
import { isOnNames, otherNaming } from "./otherNaming.ts";
import { labelRows } from "./overdueLabels.ts";
import type { Plan } from "./plan.ts";
import { reasonFor } from "./reason.ts";
import { remembered } from "./remembered.ts";

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

/**
 * 重建计划: from a figures file (any subset of its keys) and the platform's rulebook, the whole numbers of records that give
 * every stated figure; what no records can have is left out, with a minimal set of leaves that shows why. Where what a name
 * was left out of contradicts itself, other names are tried first. Deterministic.
 */
export function planMonth(stated: FiguresFile, book: Rulebook, solve: SolveIntegers): Plan {
  const solver = remembered(solve);
  const plan = planned(prepared(stated, book, naming(0)), book, solver);
  if (!plan.conflicts.some(isOnNames)) return plan;
  const given = new Set(plan.conflicts.filter((conflict) => !isOnNames(conflict)).map(({ dropped }) => dropped));
  const other = otherNaming(stated, book, solver, given);
  return other ? planned(other, book, solver) : plan;
}
