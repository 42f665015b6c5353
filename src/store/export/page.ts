/** 导出的一页页: rows in the order of their ids, a page at a time, so that nothing is held open while a reader is slow. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { fromRow, type Layout } from "../row.ts";

const PAGE = 2000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** 期间: from the first instant to just before the last. */
export interface Period {
  from: Instant;
  until: Instant;
}

/** Pages of the rows of a table that fulfil a condition on $2 (from) and $3 (until). */
export async function* pages<T extends { id: Id }>(
  db: Database,
  of: Layout<T>,
  platform: string,
  { from, until }: Period,
  condition: string,
): AsyncGenerator<T[]> {
  const statement = `select * from ${of.table} where platform = $1 and (${condition}) and id > $4::uuid order by id limit ${PAGE}`;
  for (let after = BEFORE_ALL; ; ) {
    const rows = await db.query<Record<string, unknown>>(statement, [
      platform,
      timestamp(from),
      timestamp(until),
      after,
    ]);
    if (rows.length === 0) return;
    const page = rows.map((row) => fromRow(of, row));
    yield page;
    after = page.at(-1)!.id;
  }
}
