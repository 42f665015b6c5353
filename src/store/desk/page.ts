/** 一页清单: rows in an order that holds while others write, and a bounded count. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** 条件: SQL with its parameters as `$?`, numbered when put together. */
export interface Condition {
  sql: string;
  values: readonly unknown[];
}

export const where = (sql: string, ...values: unknown[]): Condition => ({ sql, values });

const part = (one: Condition | string): Condition => (typeof one === "string" ? where(one) : one);

const joined = (parts: readonly Condition[], by: string): Condition => ({
  sql: parts.map(({ sql }) => sql).join(by),
  values: parts.flatMap(({ values }) => values),
});

/** Every one of them holds. */
export const all = (conditions: readonly Condition[]): Condition => joined(conditions, " and ");

/** 逐个单位: what each unit gives, one after the other; each is named outright, so that the planner knows how much it has. */
export const ofEach = (units: readonly string[], own: (unit: string) => readonly (Condition | string)[]): Condition =>
  units.length === 0
    ? // of nobody's units there is nothing; the platform is named all the same, as every parameter must be
      where("(select null::uuid as id, null::timestamptz as at where $1::text is null)")
    : joined(
        units.map((unit) => joined(["(", ...own(unit), ")"].map(part), " ")),
        " union all ",
      );

/** 翻到哪里了 */
export interface After {
  at: Instant;
  id: string;
}

/** 清单的第一页 with its total as it is told */
export interface Listed<T> {
  rows: T[];
  total: string;
}

/** What comes after that place in a list, the latest first. */
export const isBefore = (at: string, id: string, after: After | null): Condition[] =>
  after === null ? [] : [where(`(${at}, ${id}) < ($?::timestamptz, $?::uuid)`, timestamp(after.at), after.id)];

/** One of several; of one alone as an equality, whose index gives the rows in the list's order. */
export const oneOf = (column: string, values: readonly string[]): Condition =>
  values.length === 1 ? where(`${column} = $?`, values[0]) : where(`${column} = any ($?::text[])`, values);

/** Puts a statement together and numbers its parameters after those already there. */
export function statement(
  parts: readonly (Condition | string)[],
  first: readonly unknown[],
): { sql: string; values: unknown[] } {
  const whole = joined(parts.map(part), " ");
  let at = first.length;
  return { sql: whole.sql.replaceAll("$?", () => `$${++at}`), values: [...first, ...whole.values] };
}

/** Puts conditions together and numbers their parameters after those already there. */
export const together = (conditions: readonly Condition[], first: readonly unknown[]) =>
  statement([all(conditions)], first);

const MOST = 1000;
/** 数到这里为止: one more than is told. */
export const COUNTED = MOST + 1;

/** 总数 as it is told: exact up to 1000, then “1 000+”. */
export const told = (counted: number): string => (counted > MOST ? "1 000+" : String(counted));

/** How many rows a statement gives, counted no further than is told. */
export async function counted(db: Database, rows: readonly (Condition | string)[], platform: string): Promise<number> {
  const { sql, values } = statement(
    ["select count(*)::integer as n from (", ...rows, `limit ${COUNTED}) counted`],
    [platform],
  );
  return (await db.query<{ n: number }>(sql, values))[0]!.n;
}

/** 总数 of what a query without its columns gives. */
export async function boundedCount(db: Database, from: string, values: readonly unknown[]): Promise<string> {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::integer as n from (select 1 ${from} limit ${COUNTED}) counted`,
    values,
  );
  return told(row!.n);
}
