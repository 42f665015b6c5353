import { computeMonth } from "../../src/api/report/compute.ts";
import { monthOtherwise } from "../../src/api/report/whatIf.ts";
import { scoresOtherwise } from "../../src/api/score/whatIf.ts";
import { addDays } from "../../src/domain/calendar/civil.ts";
import { firstDay, lastDay } from "../../src/domain/calendar/month.ts";
import type { Database } from "../../src/store/database.ts";
import type { Platform } from "../../src/store/platform.ts";
import { rulebookOf } from "../../src/store/rules.ts";
import { session } from "./bareCopy.ts";
import { type Measurement, timed } from "./table.ts";

type Statement = [sql: string, parameters: readonly unknown[]];

/** What a piece of work asks the database, statement by statement; the query builder's few are not among them. */
async function asked(db: Database, work: (db: Database) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const listening = (to: Database): Database => ({
    ...to,
    query: (sql, parameters = []) => {
      statements.push([sql, parameters]);
      return to.query(sql, parameters);
    },
    transaction: (inner) => to.transaction((tx) => inner(listening(tx))),
    snapshot: (inner) => to.snapshot((tx) => inner(listening(tx))),
  });
  await work(listening(db));
  return statements;
}

/** 一个月的全部数字, the month before included */
export const allFigures = (platform: Platform, month: string) => (on: Database) => computeMonth(on, platform, month);

/** 另算: the month under the formulas of the day before it */
export const otherFormulas = (platform: Platform, month: string) => (on: Database) =>
  monthOtherwise(on, platform, month, addDays(firstDay(month), -1), Date.now());

/** 换一张评分表: the month under the scorecard of its last day */
export const otherScorecard = (platform: Platform, month: string) => async (on: Database) =>
  scoresOtherwise(on, platform, await rulebookOf(on, platform.platform), { month, scorecardOf: lastDay(month) });

/** 一件算数的事, beside its questions put by the driver alone. */
export async function figuresMeasured(
  server: { url: string; name: string },
  db: Database,
  of: { work(on: Database): Promise<unknown>; what: string; target: number; rounds: number },
): Promise<Measurement> {
  const { work, what, target, rounds } = of;
  const statements = await asked(db, work);
  const ours = await timed(rounds, () => db, work);
  const value = await session(server.url, server.name, (client) =>
    timed(
      rounds,
      () => statements,
      async (list) => {
        for (const [sql, parameters] of list) await client.query(sql, [...parameters]);
      },
    ),
  );
  return { what, ours, unit: "s", bare: { what: "裸 SQL", value }, target };
}
