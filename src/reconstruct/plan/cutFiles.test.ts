import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { booksFor } from "../../../rulebook/books.ts";
import { largeCity } from "../../../test/world/largeCities.ts";
import { books, CUTS, dice, withoutAny, world } from "../../../test/world/smallWorlds.ts";
import { compareFigures } from "../../domain/measure/compare.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { monthFigures } from "../../domain/measure/monthFigures.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { loadSolver } from "../../solver/highs.ts";
import { planCounts } from "./counted.ts";
import { planMonth } from "./planMonth.ts";

const solver = await loadSolver();
const demo = JSON.parse(readFileSync("demo/2022-11.figures.json", "utf8")) as FiguresFile &
  Record<"platform" | "period", string>;

function made(file: FiguresFile, rows: RuleRow[][]) {
  const { platform = "", period = "" } = file;
  const plan = planMonth(file, assemble(rows), solver);
  const rulebook = assemble([...rows, plan.rules]);
  const figures = monthFigures({ ...planCounts(plan), rulebook, platform, month: period });
  const differences = compareFigures(file, toFile(figures)).map(({ path }) => path);
  return { conflicts: plan.conflicts, differences };
}

const cut = (file: FiguresFile, seed: number, oneIn: number) => withoutAny(file, dice(seed + 1), oneIn) as FiguresFile;

/** Where the published month contradicts itself; nowhere else may anything be given up. */
const CONTRADICTORY = /^(appendix[12]|countyPlatforms)\.|^followUp\.(dissatisfied|satisfied|neutral)/;

describe("删去任意的键，名称也在内", () => {
  it.each([1, 2, 9, 16, 29])(
    "已公布的月份（种子 %i，删去五分之一）：只有原本矛盾的地方不合",
    { timeout: 120_000 },
    (seed) => {
      const { conflicts, differences } = made(
        cut(demo, seed, 4),
        booksFor(demo.platform).map(({ rows }) => rows),
      );
      for (const { leaves } of conflicts) for (const leaf of leaves) expect(leaf).toMatch(CONTRADICTORY);
      expect(new Set(differences)).toEqual(new Set(conflicts.map(({ dropped }) => dropped)));
    },
  );

  it.each([2, 7, 17, 23])("任意小城市（种子 %i，删去五分之一）：其余每个数都能得出", { timeout: 120_000 }, (seed) => {
    expect(made(cut(world(seed), seed, 4), books)).toEqual({ conflicts: [], differences: [] });
  });
});

describe("任意大城市", () => {
  it.each([
    [1, "什么也没有"],
    [4, "个别键"],
    [5, "一半的键"],
  ])("种子 %i，删去%s：其余每个数都能得出", { timeout: 120_000 }, (seed, gone) => {
    const file = CUTS[gone]?.(largeCity(seed), dice(seed + 1)) as FiguresFile;
    expect(made(file, books)).toEqual({ conflicts: [], differences: [] });
  });
});

it("少见的环比也找得到两个月的整数：只说来电与接通率的环比", () => {
  const file = { platform: "某市", period: "2023-05", calls: { offeredMoM: 16.67, answerRateMoM: -60.71 } };
  expect(made(file, books)).toEqual({ conflicts: [], differences: [] });
});

it("矛盾的组合里少了任何一个都不再矛盾，全部在一起才矛盾", { timeout: 120_000 }, () => {
  const rows = booksFor(demo.platform).map(({ rows: own }) => own);
  const scored = demo.appendix2?.rows ?? [];
  const one = (at: number, keys: string[]) =>
    Object.fromEntries(Object.entries(scored[at] as object).filter(([key]) => ["platform", ...keys].includes(key)));
  const { platform, period, countyPlatforms } = demo;
  // the pooled rate lies below what the first and the last platform must have for their scores
  const file = {
    platform,
    period,
    countyPlatforms: { satisfactionRate: countyPlatforms?.satisfactionRate },
    appendix2: { rows: [one(0, ["mysteryCall", "dispatched", "total"]), one(1, ["five"]), one(2, ["five"])] },
  } as FiguresFile;
  const [pooled] = made(file, rows).conflicts.filter(({ leaves }) =>
    leaves.includes("countyPlatforms.satisfactionRate"),
  );
  expect(pooled?.leaves).toContain("appendix2.rows[0].total");
});
