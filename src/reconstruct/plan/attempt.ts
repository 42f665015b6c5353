import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { type Before, type Missed, monthBefore } from "./before.ts";
import { type Effort, isSpent, TOO_HARD } from "./effort.ts";
import type { Outcome } from "./linear.ts";
import type { Model } from "./model.ts";
import { monthModel, onlyLeaves } from "./month.ts";
import { withNames } from "./names.ts";
import type { Choose } from "./naming.ts";
import { type Active, propagate } from "./propagate.ts";
import { solveModel } from "./solve.ts";
import { type World, worldOf } from "./world.ts";

const NO_CHANGE = "没有整数能给出这样的环比";

type Clash = Extract<Outcome, { clash: unknown }>;
/** 解: this month as whole numbers, and the month before beside it. */
export type Solved = { values: Map<string, number>; before: Before };

/** How many other values of a numerator are tried for a change in points. */
const TRIES = 400;
/** Looking for a month before in vain is about as much work as half a step of the solver. */
const STEPS_A_MISS = 0.5;

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
  for (let step = 1; step <= TRIES && !isSpent(model.effort); step++)
    for (const value of [start + step, start - step]) {
      if (value < (lower.get(missed) ?? 0) || value > (upper.get(missed) ?? 0)) continue;
      model.effort.left -= STEPS_A_MISS;
      if ("missed" in beforeOf(new Map(values).set(missed, value))) continue;
      const found = solved([at(missed, value), at(of, values.get(of) ?? 0)]) ?? solved([at(missed, value)]);
      if (found) return found;
    }
  return null;
}

/** 备好的月份: with every name filled in, in one of the ways that are tried. */
export interface Prepared {
  file: FiguresFile;
  world: World;
  model: Model;
}

/** 备好: names first, then who and what there is, then what must hold. */
export function prepared(stated: FiguresFile, book: Rulebook, choose: Choose, effort: Effort): Prepared {
  const file = withNames(stated, book, choose);
  const world = worldOf(file, book, choose);
  return { file, world, model: monthModel(world, file, effort) };
}

/** 尝试: whether leaves hold together, and the month before beside them. */
export function attempts({ file, model }: Prepared, solver: SolveIntegers) {
  const only = onlyLeaves(model);
  const attempt = (leaves: string[], whole: boolean, natural = false): Clash | Solved => {
    const outcome = solveModel(model, only(leaves, whole), solver, natural);
    if ("clash" in outcome) {
      // counts of natural size meet rates that very large or small ones miss
      const other = whole && !natural && outcome.clash.sayings.has(TOO_HARD) ? attempt(leaves, whole, true) : outcome;
      return "clash" in other ? outcome : other;
    }
    const active = new Set(leaves);
    const beforeOf = (values: Map<string, number>) => monthBefore(values, file, (leaf) => active.has(leaf));
    const before = beforeOf(outcome.values);
    if (!("missed" in before)) return { values: outcome.values, before };
    const other = elsewhere(model, only(leaves, whole), outcome.values, before, solver, beforeOf);
    if (other) return other;
    if (!natural) return attempt(leaves, whole, true);
    const near = leaves.filter((leaf) => before.among.test(leaf));
    const enough = near.length < leaves.length && "clash" in attempt(near, whole);
    const says = isSpent(model.effort) ? TOO_HARD : NO_CHANGE;
    return { clash: { leaves: new Set(enough ? near : leaves), sayings: new Set([says]) } };
  };
  return attempt;
}
