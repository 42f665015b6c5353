import { describe, expect, it } from "vitest";
import { largeCity } from "../../../test/world/largeCities.ts";
import { books, dice, withoutAny, world } from "../../../test/world/smallWorlds.ts";
import { compareFigures } from "../../domain/measure/compare.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { monthFigures } from "../../domain/measure/monthFigures.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import { loadSolver } from "../../solver/highs.ts";
import { planCounts } from "./counted.ts";
import { planMonth } from "./planMonth.ts";
import { remembered } from "./remembered.ts";

const solver = await loadSolver();
const cut = (file: FiguresFile, seed: number) => withoutAny(file, dice(seed + 1), 4) as FiguresFile;

function made(file: FiguresFile, steps?: number) {
  const plan = planMonth(file, assemble(books), solver, steps);
  const rulebook = assemble([...books, plan.rules]);
  const month = { rulebook, platform: file.platform ?? "", month: file.period ?? "" };
  const figures = toFile(monthFigures({ ...planCounts(plan), ...month }));
  return { plan, differences: compareFigures(file, figures).map(({ path }) => path) };
}

describe("求解的步数有限", () => {
  it.each([0, 10, 3000])("只给 %i 步也有结果：没找到整数的逐项说明，其余逐项相同", { timeout: 60_000 }, (steps) => {
    const { plan, differences } = made(cut(world(33), 33), steps);
    const dropped = new Set(plan.conflicts.map((conflict) => conflict.dropped));
    expect(differences.filter((path) => !dropped.has(path))).toEqual([]);
    const unproven = plan.conflicts.filter((conflict) => conflict.unproven);
    expect(unproven.length).toBeGreaterThan(0);
    for (const { reason } of unproven) expect(reason).toMatch(/在限定的步数内找不到.*未必矛盾/);
    for (const { reason } of plan.conflicts.filter((conflict) => !conflict.unproven))
      expect(reason).toContain("不能同时成立");
  });

  it("步数用尽时留下的，比放弃的多得多", { timeout: 60_000 }, () => {
    const file = cut(world(33), 33);
    expect(made(file, 10).plan.conflicts.length).toBeLessThan(20);
  });

  it("步数相同，计划相同", { timeout: 60_000 }, () => {
    const file = cut(world(33), 33);
    expect(made(file, 3000).plan).toEqual(made(file, 3000).plan);
  });

  it("删去四分之一的键的大城市（种子 2）：步数够用，逐项相同", { timeout: 120_000 }, () => {
    const { plan, differences } = made(cut(largeCity(2), 2));
    expect({ conflicts: plan.conflicts, differences }).toEqual({ conflicts: [], differences: [] });
  });

  it("难题多给几步再问，问过的不再问", () => {
    const asked: number[] = [];
    const hard = remembered(({ effort = 0 }) => {
      asked.push(effort);
      return effort < 100 ? "tooHard" : new Map([["x", 1]]);
    });
    const problem = { variables: [{ name: "x", lower: 0, upper: 9 }], rows: [] };
    const answers = [10, 5, 100, 10].map((effort) => hard({ ...problem, effort }));
    expect(answers.map((answer) => answer instanceof Map)).toEqual([false, false, true, true]);
    expect(asked).toEqual([10, 100]);
  });
});
