import { previousMonth } from "../../domain/calendar/month.ts";
import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { currentMonth, previousMonthPlan } from "./assemble.ts";
import { attempts, type Prepared, prepared, type Solved } from "./attempt.ts";
import { type Conflict, reconcile } from "./conflicts.ts";
import { costOf } from "./costs.ts";
import { CLOSING_STEPS, type Effort, isSpent, MOST_STEPS, TOO_HARD, within } from "./effort.ts";
import { leavesOf } from "./month.ts";
import { naming } from "./naming.ts";
import { nearest } from "./nearest.ts";
import { isOnNames, otherNaming } from "./otherNaming.ts";
import { labelRows } from "./overdueLabels.ts";
import type { Plan } from "./plan.ts";
import { reasonFor } from "./reason.ts";
import { remembered } from "./remembered.ts";

/** Every part of the work may spend half of what is left. */
const byHalf = <T>(effort: Effort, work: () => T): T => within(effort, effort.left / 2, work);

function planned(of: Prepared, book: Rulebook, solver: SolveIntegers): Plan {
  const { file, world, model } = of;
  const { effort } = model;
  const attempt = attempts(of, solver);
  const { solution, dropped, sets } = byHalf(effort, () =>
    reconcile<Solved>(leavesOf(model), {
      solve: attempt,
      cost: costOf,
      isSpent: () => isSpent(effort),
      close: (leaves) => within(effort, leaves.length > 0 ? CLOSING_STEPS : MOST_STEPS, () => attempt(leaves, true)),
    }),
  );
  const held = leavesOf(model).filter((leaf) => !dropped.has(leaf));
  const near = byHalf(effort, () => nearest(of, solver, held, dropped));
  const natural = byHalf(effort, () => attempts({ ...of, model: near.model }, solver)(held, true, true));
  const { values, before } = "clash" in natural ? (near.solution ?? solution) : natural;
  const current = currentMonth(world, file, book, values, before, solver);
  return {
    platform: file.platform ?? "",
    month: world.month,
    before: previousMonth(world.month),
    rules: [...world.rows, ...labelRows(file, world), ...current.rows],
    current: current.plan,
    previous: previousMonthPlan(world, current.plan, before, values),
    conflicts: sets.map((set): Conflict => {
      const unproven = set.sayings.has(TOO_HARD) ? ({ unproven: true } as const) : {};
      return { leaves: set.leaves, dropped: set.dropped, ...unproven, reason: reasonFor(file, set) };
    }),
  };
}

/**
 * 重建计划: from a figures file (any subset of its keys) and the platform's rulebook, the whole numbers of records that give
 * every stated figure; what no records can have is left out, with a minimal set of leaves that shows why. Where what a name
 * was left out of contradicts itself, other names are tried first. Deterministic, and of bounded effort: what it does not
 * suffice for is given up as well, and said to be unproven.
 */
export function planMonth(stated: FiguresFile, book: Rulebook, solve: SolveIntegers, steps = MOST_STEPS): Plan {
  const solver = remembered(solve);
  const effort: Effort = { left: steps };
  const plan = planned(prepared(stated, book, naming(0), effort), book, solver);
  if (!plan.conflicts.some(isOnNames)) return plan;
  const given = new Set(plan.conflicts.filter((conflict) => !isOnNames(conflict)).map(({ dropped }) => dropped));
  const other = byHalf(effort, () => otherNaming(stated, book, solver, given, effort));
  return other ? planned(other, book, solver) : plan;
}
