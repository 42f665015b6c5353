import { computeMonth } from "../../src/api/report/compute.ts";
import type { Database } from "../../src/store/database.ts";
import type { Platform } from "../../src/store/platform.ts";
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

/** 一个月的全部数字, the month before included, beside its questions put by the driver alone. */
export async function figuresMeasured(
  server: { url: string; name: string },
  db: Database,
  of: { platform: Platform; month: string; what: string; target: number; rounds: number },
): Promise<Measurement> {
  const { platform, month, what, target, rounds } = of;
  const work = (on: Database) => computeMonth(on, platform, month);
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
