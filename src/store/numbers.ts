/** 印出的编号: the day, then a running number that no two records share; gaps don't matter. */
import type { Database } from "./database.ts";

/** Runs of numbers to give out; one trip to the database per hundred. */
const RUN = 100;

export type NextNumber = (db: Database, date: string) => Promise<string>;

/** 编号机: a run once taken is never given back, whatever becomes of the transaction it was taken in. */
export function printedNumbers(): NextNumber {
  let left: number[] = [];
  const next = async (db: Database): Promise<number> => {
    if (left.length === 0) {
      const rows = await db.query<{ n: number }>(
        `select nextval('printed_number') as n from generate_series(1, ${RUN})`,
      );
      left = left.concat(rows.map(({ n }) => n));
    }
    return left.shift() ?? next(db);
  };
  return async (db, date) => `${date.replaceAll("-", "")}${String(await next(db)).padStart(8, "0")}`;
}
