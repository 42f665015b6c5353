/** 待发短信: messages to contacts, written with the event that they tell of and sent by a job. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { retryAt } from "../../domain/notice/sms.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface NewSms {
  id: Id;
  contact: Id;
  sentence: string;
  subjectId: Id;
  version: number;
  ordinal: number;
  /** digest of the survey that its link leads to */
  survey: Uint8Array | null;
}

export interface WaitingSms extends NewSms {
  attempts: number;
}

/** 写入待发短信. */
export async function addMessages(db: Database, platform: string, messages: readonly NewSms[], at: Instant) {
  const add = ({ id, contact, sentence, subjectId, version, ordinal, survey }: NewSms) =>
    db.prepared(
      `insert into sms (
         platform, id, contact, sentence, subject_id, version, ordinal, survey, status, attempts, next_at, created_at
       ) values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $9)
       on conflict (platform, subject_id, version, ordinal) do nothing`,
      [platform, id, contact, sentence, subjectId, version, ordinal, survey, timestamp(at)],
    );
  await db.together(messages.map((message) => () => add(message)));
}

/**
 * 认领一条: counts the attempt at once, so that a sender that dies with it leaves it to be offered again, under the same id.
 * Null: nothing waits.
 */
export async function claimMessage(db: Database, platform: string, now: Instant): Promise<WaitingSms | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx.query<WaitingSms>(
      `select id, contact, sentence, subject_id as "subjectId", version, ordinal, survey, attempts from sms
       where platform = $1 and status = 'waiting' and next_at <= $2
       order by next_at, id limit 1 for update skip locked`,
      [platform, timestamp(now)],
    );
    if (!row) return null;
    const attempts = row.attempts + 1;
    await tx.query("update sms set attempts = $3, next_at = $4 where platform = $1 and id = $2", [
      platform,
      row.id,
      attempts,
      timestamp(retryAt(attempts, now)),
    ]);
    return { ...row, attempts };
  });
}

/** 记为已发 */
export const markSent = (db: Database, platform: string, id: Id, at: Instant) =>
  db.query("update sms set status = 'sent', sent_at = $3 where platform = $1 and id = $2 and status = 'waiting'", [
    platform,
    id,
    timestamp(at),
  ]);

/** 发不出: with the reason, for good. */
export const markFailed = (db: Database, platform: string, id: Id, reason: "noNumber" | "refused" | "unreachable") =>
  db.query("update sms set status = 'failed', reason = $3 where platform = $1 and id = $2 and status = 'waiting'", [
    platform,
    id,
    reason,
  ]);
