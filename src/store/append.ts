import type { Row, Value } from "./connection/value.ts";
import type { Database } from "./database.ts";

/** Up to here one INSERT is quicker than COPY's extra round trips. */
const FEW = 50;

/** 追加: adds rows to a table, few by INSERT and many by COPY. */
export async function append(db: Database, table: string, columns: readonly string[], rows: readonly Row[]) {
  if (rows.length > FEW && !db.isPipelined) return db.copy(table, columns, rows);
  await insert(db, { table, columns }, rows);
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
  return insert(
    db,
    { table, columns, instead: `on conflict (${key.join(", ")}) do update set ${set.join(", ")}` },
    rows,
  );
}

/** Types of tables' columns, as the database has them. */
const known = new Map<string, ReadonlyMap<string, string>>();

async function readTypes(db: Database, table: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ column: string; type: string }>(
    `select attname::text as column, format_type(atttypid, atttypmod) as type
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  const types = new Map(rows.map(({ column, type }) => [column, type]));
  known.set(table, types);
  return types;
}

/** What was known before a migration added a column is read anew. */
const isKnown = (table: string, columns: readonly string[]) => columns.every((column) => known.get(table)?.has(column));

function asText(value: Value): string | null {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  return value === null ? null : String(value);
}

interface Into {
  table: string;
  columns: readonly string[];
  /** what is done where the row is there already */
  instead?: string;
}

/** One row is the everyday write; any number of them go as one list for each column. Either way one plan, which is kept. */
async function insert(db: Database, { table, columns, instead = "" }: Into, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const into = `insert into ${table} (${columns.join(", ")})`;
  if (rows.length === 1) {
    const marks = columns.map((_, at) => `$${at + 1}`).join(", ");
    await db.prepared(`${into} values (${marks}) ${instead}`, rows[0]!);
    return;
  }
  // not waited for where it is known: of statements sent at once, those sent first are answered first
  const types = isKnown(table, columns) ? known.get(table)! : await readTypes(db, table);
  const casts = columns.map((column) => `given.${column}::${types.get(column)}`).join(", ");
  const lists = columns.map((_, at) => `$${at + 1}::text[]`).join(", ");
  await db.prepared(
    `${into} select ${casts} from unnest(${lists}) as given (${columns.join(", ")}) ${instead}`,
    columns.map((_, at) => rows.map((row) => asText(row[at]!))),
  );
}
