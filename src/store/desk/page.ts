/** 一页清单: rows in an order that holds while others write, and a bounded count. */
import type { Database } from "../database.ts";

/** 条件: SQL with its parameters as `$?`, numbered when put together. */
export interface Condition {
  sql: string;
  values: readonly unknown[];
}

export const where = (sql: string, ...values: unknown[]): Condition => ({ sql, values });

/** One of several; of one alone as an equality, whose index gives the rows in the list's order. */
export const oneOf = (column: string, values: readonly string[]): Condition =>
  values.length === 1 ? where(`${column} = $?`, values[0]) : where(`${column} = any ($?::text[])`, values);

/** Puts conditions together and numbers their parameters after those already there. */
export function together(
  conditions: readonly Condition[],
  first: readonly unknown[],
): { sql: string; values: unknown[] } {
  const values = [...first];
  const sql = conditions
    .map((one) => {
      let at = 0;
      return one.sql.replaceAll("$?", () => {
        values.push(one.values[at++]);
        return `$${values.length}`;
      });
    })
    .join(" and ");
  return { sql, values };
}

const MOST = 1000;

/** 总数 as it is told: exact up to 1000, then “1 000+”. */
export async function boundedCount(db: Database, from: string, values: readonly unknown[]): Promise<string> {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::integer as n from (select 1 ${from} limit ${MOST + 1}) counted`,
    values,
  );
  return row!.n > MOST ? "1 000+" : String(row!.n);
}
