import fc from "fast-check";
import { expect, test } from "vitest";
import { books, CUTS, dice, MONTH, PLATFORM, world } from "../../../test/world/smallWorlds.ts";
import { compareFigures } from "../../domain/measure/compare.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { monthFigures } from "../../domain/measure/monthFigures.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import { loadSolver } from "../../solver/highs.ts";
import { planCounts } from "./counted.ts";
import { planMonth } from "./planMonth.ts";

const solver = await loadSolver();

function differences(file: FiguresFile) {
  const plan = planMonth(file, assemble(books), solver);
  const rulebook = assemble([...books, plan.rules]);
  const figures = monthFigures({ ...planCounts(plan), rulebook, platform: PLATFORM, month: MONTH });
  const computed = compareFigures(file, toFile(figures)).map(
    ({ path, published, computed: found }) => `${path} ${published} ${found}`,
  );
  return [...plan.conflicts.map(({ reason }) => reason), ...computed];
}

/** A fixed number of worlds, so that the suite takes as long every time. */
const RUNS = 25;

test("任意小城市的月份：印出、删去任意几项，仍能由整数条记录得出其余每个数", { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.constantFrom(...Object.keys(CUTS)), (seed, gone) => {
      const file = CUTS[gone]?.(world(seed), dice(seed + 1)) as FiguresFile;
      expect(differences(file), `种子 ${seed}，删去${gone}`).toEqual([]);
    }),
    { numRuns: RUNS, seed: 12345, endOnFailure: true },
  );
});
