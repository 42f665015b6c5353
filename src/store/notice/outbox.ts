/** 待发短信: messages to contacts, written with the event that they tell of and sent by a job. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { retryAt, SMS_WAITS, type SmsFailure } from "../../domain/notice/sms.ts";
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
 * 认领: the longest waiting, so many at most; counts the attempt at once, so that a sender that dies with them leaves them to be
 * offered again, under the same ids.
 */
export const claimMessages = (db: Database, platform: string, now: Instant, most: number): Promise<WaitingSms[]> =>
  db.transaction(async (tx) => {
    const rows = await tx.query<WaitingSms>(
      `select id, contact, sentence, subject_id as "subjectId", version, ordinal, survey, attempts from sms
       where platform = $1 and status = 'waiting' and next_at <= $2
       order by next_at, id limit $3 for update skip locked`,
      [platform, timestamp(now), most],
    );
    const claimed = rows.map((row) => ({ ...row, attempts: row.attempts + 1 }));
    await setAttempts(
      tx,
      platform,
      claimed.map(({ id, attempts }) => ({ id, after: attempts - 1, attempts, nextAt: retryAt(attempts, now) })),
    );
    return claimed;
  });

/** 过期: nobody has tried to send them for so long that they tell of nothing any more. */
export const expireMessages = (db: Database, platform: string, now: Instant) =>
  db.prepared(
    "update sms set status = 'failed', reason = $3 where platform = $1 and status = 'waiting' and next_at <= $2",
    [platform, timestamp(now - SMS_WAITS), "expired" satisfies SmsFailure],
  );

interface Attempts {
  id: Id;
  /** as many as there are now */
  after: number;
  attempts: number;
  nextAt: Instant;
}

async function setAttempts(db: Database, platform: string, those: readonly Attempts[]): Promise<void> {
  if (those.length === 0) return;
  const rows = those.map(({ nextAt, ...each }) => ({ ...each, next_at: timestamp(nextAt) }));
  await db.prepared(
    `update sms set attempts = given.attempts, next_at = given.next_at
     from jsonb_to_recordset($2::text::jsonb) as given (id uuid, after integer, attempts integer, next_at timestamptz)
     where sms.platform = $1 and sms.id = given.id and sms.status = 'waiting' and sms.attempts = given.after`,
    [platform, JSON.stringify(rows)],
  );
}

/** 放回: claimed and not tried; the attempt doesn't count. What somebody else has claimed since is his. */
export const releaseMessages = (db: Database, platform: string, those: readonly WaitingSms[], now: Instant) =>
  setAttempts(
    db,
    platform,
    those.map(({ id, attempts }) => ({ id, after: attempts, attempts: attempts - 1, nextAt: now })),
  );

/** 了结: sent at an instant, or never to be sent, with the reason. */
export type SmsEnd = { id: Id } & (
  | { status: "sent"; at: Instant }
  // tried so often
  | { status: "failed"; reason: SmsFailure; attempts: number }
);

/** 记下了结的短信. What was sent was sent; it fails for him only who tried it last. */
export async function endMessages(db: Database, platform: string, ends: readonly SmsEnd[]): Promise<void> {
  if (ends.length === 0) return;
  const rows = ends.map((end) => ({
    ...{ id: end.id, status: end.status },
    ...(end.status === "sent" ? { sent_at: timestamp(end.at) } : { reason: end.reason, attempts: end.attempts }),
  }));
  await db.prepared(
    `update sms set status = given.status, sent_at = given.sent_at, reason = given.reason
     from jsonb_to_recordset($2::text::jsonb)
       as given (id uuid, status text, sent_at timestamptz, reason text, attempts integer)
     where sms.platform = $1 and sms.id = given.id and sms.status = 'waiting'
       and (given.status = 'sent' or sms.attempts = given.attempts)`,
    [platform, JSON.stringify(rows)],
  );
}
