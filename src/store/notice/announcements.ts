/** 热线办通知: what the office told units, of no one matter. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

interface ToldUnit {
  id: Id;
  sentence: string;
  at: Instant;
  recipient: string;
  readAt: Instant | null;
  readBy: string | null;
}

export interface Announcement {
  id: Id;
  sentence: string;
  at: Instant;
  told: Pick<ToldUnit, "recipient" | "readAt" | "readBy">[];
}

/** 发过的通知, the latest first, each with whom it went to and who has read it. */
export async function announcementPage(
  db: Database,
  platform: string,
  after: { at: Instant; id: Id } | null,
  limit: number,
): Promise<Announcement[]> {
  const rows = await db.query<ToldUnit>(
    `with sent as materialized (
       select subject_id, at from notice
       where platform = $1 and subject = 'announcement' and ordinal = 1
         and ($2::timestamptz is null or (at, subject_id) < ($2::timestamptz, $3::uuid))
       order by at desc, subject_id desc limit $4
     )
     select sent.subject_id as id, sent.at, told.sentence, told.recipient, told.read_at as "readAt", told.read_by as "readBy"
     from sent join notice told on told.platform = $1 and told.subject_id = sent.subject_id and told.version = 1
     order by sent.at desc, sent.subject_id desc, told.ordinal`,
    [platform, after && timestamp(after.at), after?.id ?? null, limit],
  );
  const acts = new Map<Id, Announcement>();
  for (const { id, sentence, at, ...told } of rows) {
    const act = acts.get(id) ?? { id, sentence, at, told: [] };
    act.told.push(told);
    acts.set(id, act);
  }
  return [...acts.values()];
}
