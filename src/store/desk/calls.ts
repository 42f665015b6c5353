/** 来电清单. */

import type { Instant } from "../../domain/calendar/civil.ts";
import type { CallState } from "../../domain/call/call.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { callLayout, fromRow } from "../row.ts";
import { type After, boundedCount, type Condition, together, where } from "./page.ts";

export interface CallFilter {
  /** missed, and nobody reached when phoning back */
  missed?: boolean;
  from?: Instant;
  until?: Instant;
}

function conditionsOf({ missed, from, until }: CallFilter): Condition[] {
  const conditions: Condition[] = [where("c.platform = $1")];
  if (missed) conditions.push(where(`c.answered_at is null and not c.callbacks @> '[{"reached": true}]'::jsonb`));
  if (from !== undefined) conditions.push(where("c.offered_at >= $?::timestamptz", timestamp(from)));
  if (until !== undefined) conditions.push(where("c.offered_at < $?::timestamptz", timestamp(until)));
  return conditions;
}

/** The latest first. */
export async function callPage(
  db: Database,
  platform: string,
  filter: CallFilter,
  after: After | null,
  limit: number,
): Promise<{ rows: CallState[]; total: string }> {
  const conditions = conditionsOf(filter);
  const counted = together(conditions, [platform]);
  if (after)
    conditions.push(where("(c.offered_at, c.id) < ($?::timestamptz, $?::uuid)", timestamp(after.at), after.id));
  const asked = together(conditions, [platform]);
  const rows = await db.query<Record<string, unknown>>(
    `select c.* from call c where ${asked.sql} order by c.offered_at desc, c.id desc limit ${limit}`,
    asked.values,
  );
  return {
    rows: rows.map((row) => fromRow(callLayout, row)),
    total: await boundedCount(db, `from call c where ${counted.sql}`, counted.values),
  };
}

/** 一个来电; null: there is none. */
export async function callOf(db: Database, platform: string, id: string): Promise<CallState | null> {
  const [row] = await db.query<Record<string, unknown>>("select * from call where platform = $1 and id = $2", [
    platform,
    id,
  ]);
  return row ? fromRow(callLayout, row) : null;
}
