/** 期满的通知和短信: what was told, not what it told of; that stands in the ledger. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** a batch is over in a blink */
const BATCH = 1000;

/**
 * Of a matter under hold everything stays: of the request and of its order; whoever called again is told in the order of the
 * request that his was merged into.
 */
const HELD = `select from hold h
  left join service_request r on r.platform = h.platform and r.id = h.request
  left join service_request main on main.platform = r.platform and main.id = r.merged_into
  where h.platform = $1 and h.lifted_at is null and (h.until is null or h.until > $3::timestamptz)
    and told.subject_id in (h.request, r.work_order, main.id, main.work_order)`;

const NOTICES = `delete from notice where platform = $1 and id in (
  select id from notice told where platform = $1 and at < $2::timestamptz and not exists (${HELD}) limit ${BATCH})
  returning id`;

/** What waits or is held has not been told yet. */
const MESSAGES = `delete from sms where platform = $1 and id in (
  select id from sms told where platform = $1 and status in ('sent', 'failed') and created_at < $2::timestamptz
    and not exists (${HELD}) limit ${BATCH})
  returning id`;

const SIMULATED = "delete from simulated_sms where platform = $1 and at < $2::timestamptz returning id";

async function allOf(db: Database, sql: string, values: unknown[]): Promise<number> {
  let gone = 0;
  for (let batch = BATCH; batch === BATCH; gone += batch) batch = (await db.query(sql, values)).length;
  return gone;
}

/** 删除 told before an instant; returns how many. */
export async function forgetNotices(
  db: Database,
  platform: string,
  before: Instant,
  now: Instant,
): Promise<{ notices: number; messages: number }> {
  const values = [platform, timestamp(before), timestamp(now)];
  const notices = await allOf(db, NOTICES, values);
  const messages = await allOf(db, MESSAGES, values);
  await db.query(SIMULATED, values.slice(0, 2));
  return { notices, messages };
}
