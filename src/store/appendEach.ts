import { append } from "./append.ts";
import type { Row } from "./connection/value.ts";
import type { Database } from "./database.ts";

function* inTurn<T>(things: readonly T[], rowOf: (thing: T) => Row): Generator<Row> {
  for (const thing of things) yield rowOf(thing);
}

/** From here on no row is made before its turn. */
const MANY = 50;

/**
 * 逐个追加: adds a row to a table for each of these. Of many each row is made when its turn comes, while the database takes those
 * before it, and none stays in memory.
 */
export async function appendEach<T>(
  db: Database,
  table: string,
  columns: readonly string[],
  things: readonly T[],
  rowOf: (thing: T) => Row,
): Promise<void> {
  if (things.length > MANY && !db.isPipelined) return db.copy(table, columns, inTurn(things, rowOf));
  await append(db, table, columns, things.map(rowOf));
}
