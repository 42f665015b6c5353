import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { SmsFailure } from "../../domain/notice/sms.ts";
import type { Database } from "../database.ts";

export interface FollowUpMessage {
  at: Instant;
  status: "waiting" | "held" | "sent" | "failed";
  sentAt: Instant | null;
  reason: SmsFailure | null;
}

const MOST = 20;

/** 评价短信 of an order and what became of them, the latest first. */
export const followUpMessages = (db: Database, platform: string, order: Id): Promise<FollowUpMessage[]> =>
  db.query<FollowUpMessage>(
    `select created_at as at, status, sent_at as "sentAt", reason from sms
     where platform = $1 and subject_id = $2 and survey is not null
     order by version desc, ordinal desc limit ${MOST}`,
    [platform, order],
  );
