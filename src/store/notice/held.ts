/**
 * 扣住的短信: what waited in a backup. Where that was made it may have been sent since, so that a restored platform sends none of
 * it before somebody who knows has said so.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { SmsFailure } from "../../domain/notice/sms.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { boundedCount } from "../desk/page.ts";

export interface HeldSms {
  id: Id;
  sentence: string;
  createdAt: Instant;
}

/** 扣住 whatever waits, on every platform; returns how many. */
export const holdMessages = async (db: Database): Promise<number> =>
  (await db.query("update sms set status = 'held' where status = 'waiting' returning id")).length;

/** 扣住的短信的一页, the oldest first. */
export async function heldPage(
  db: Database,
  platform: string,
  after: { at: Instant; id: Id } | null,
  limit: number,
): Promise<{ rows: HeldSms[]; total: string }> {
  const held = "from sms where platform = $1 and status = 'held'";
  const rows = await db.query<HeldSms>(
    `select id, sentence, created_at as "createdAt" ${held}
       and ($2::timestamptz is null or (created_at, id) > ($2::timestamptz, $3::uuid))
     order by created_at, id limit $4`,
    [platform, after ? timestamp(after.at) : null, after?.id ?? null, limit],
  );
  return { rows, total: await boundedCount(db, held, [platform]) };
}

/** 放行: they wait again from now on; returns how many. */
export const releaseHeld = async (db: Database, platform: string, now: Instant): Promise<number> =>
  (
    await db.query(
      "update sms set status = 'waiting', attempts = 0, next_at = $2 where platform = $1 and status = 'held' returning id",
      [platform, timestamp(now)],
    )
  ).length;

/** 作废: they are never sent; returns how many. */
export const dropHeld = async (db: Database, platform: string): Promise<number> =>
  (
    await db.query(
      "update sms set status = 'failed', reason = $2 where platform = $1 and status = 'held' returning id",
      [platform, "dropped" satisfies SmsFailure],
    )
  ).length;
