import type { Row } from "./connection/value.ts";
import type { Database } from "./database.ts";

/** Up to here one INSERT is quicker than COPY's extra round trips. */
const FEW = 50;

const marks = (rows: readonly Row[]): string => {
  let at = 0;
  return rows.map((row) => `(${row.map(() => `$${++at}`).join(", ")})`).join(", ");
};

/** One or two rows are the everyday write, and worth a plan that is kept. */
const EVERYDAY = 2;

/** 追加: adds rows to a table, few by INSERT and many by COPY. */
export async function append(db: Database, table: string, columns: readonly string[], rows: readonly Row[]) {
  if (rows.length > FEW && !db.isPipelined) return db.copy(table, columns, rows);
  await insert(db, `insert into ${table} (${columns.join(", ")})`, rows);
}

/** 写入或改写: few rows, each instead of the one with its key, if there is one. */
export function put(
  db: Database,
  table: string,
  columns: readonly string[],
  key: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const set = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  const instead = `on conflict (${key.join(", ")}) do update set ${set.join(", ")}`;
  return insert(db, `insert into ${table} (${columns.join(", ")})`, rows, instead);
}

/** Sent at once, lots of these sizes make up any number of rows, each with a plan that is kept. */
const LOTS = [32, 16, 8, 4, 2, 1];

function lotsOf(rows: readonly Row[]): Row[][] {
  const lots: Row[][] = [];
  for (let at = 0; at < rows.length; at += lots.at(-1)!.length)
    lots.push(rows.slice(at, at + LOTS.find((size) => size <= rows.length - at)!));
  return lots;
}

async function insert(db: Database, into: string, rows: readonly Row[], instead = ""): Promise<void> {
  if (rows.length === 0) return;
  const put = (ask: Database["query"], some: readonly Row[]) =>
    ask(`${into} values ${marks(some)} ${instead}`, some.flat() as unknown[]);
  if (db.isPipelined) await db.together(lotsOf(rows).map((lot) => () => put(db.prepared, lot)));
  else await put(rows.length <= EVERYDAY ? db.prepared : db.query, rows);
}
