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
  if (rows.length > FEW) return db.copy(table, columns, rows);
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

async function insert(db: Database, into: string, rows: readonly Row[], instead = ""): Promise<void> {
  if (rows.length === 0) return;
  const ask = rows.length <= EVERYDAY ? db.prepared : db.query;
  await ask(`${into} values ${marks(rows)} ${instead}`, rows.flat() as unknown[]);
}
