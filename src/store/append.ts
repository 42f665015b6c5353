import type { Row } from "./connection/value.ts";
import type { Database } from "./database.ts";

/** Up to here one INSERT is quicker than COPY's extra round trips. */
const FEW = 50;

const marks = (rows: readonly Row[]): string => {
  let at = 0;
  return rows.map((row) => `(${row.map(() => `$${++at}`).join(", ")})`).join(", ");
};

/** 追加: adds rows to a table, few by INSERT and many by COPY. */
export async function append(db: Database, table: string, columns: readonly string[], rows: readonly Row[]) {
  if (rows.length > FEW) return db.copy(table, columns, rows);
  if (rows.length > 0)
    await db.query(`insert into ${table} (${columns.join(", ")}) values ${marks(rows)}`, rows.flat() as unknown[]);
}
