import type { Instant } from "../../domain/calendar/civil.ts";
import type { CallState } from "../../domain/call/call.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { callLayout, fromRow } from "../row.ts";

/** 要看的未接来电 */
export interface MissedCall {
  call: CallState;
  /** how many of its notices were written already */
  told: number;
}

/**
 * 未接来电 that ended since an instant, and since the platform was here, of which not all was told yet; the earliest first,
 * going on after one.
 */
export const missedSince = async (
  db: Database,
  platform: string,
  since: Instant,
  after: Pick<CallState, "endedAt" | "id"> | null,
  limit: number,
): Promise<MissedCall[]> =>
  (
    await db.query<Record<string, unknown> & { told: number }>(
      `select call.*, (
         select count(*)::integer from notice
         where notice.platform = $1 and notice.subject_id = call.id and notice.version = 1 and notice.ordinal = 0
       ) as told
       from call
       join platform on platform.platform = call.platform
       where call.platform = $1 and call.answered_at is null
         and not call.callbacks @> '[{"reached": true}]'::jsonb
         and call.ended_at >= greatest($2::timestamptz, platform.created_at)
         and not exists (
           select from notice
           where notice.platform = $1 and notice.subject_id = call.id and notice.version = 1 and notice.ordinal = 1
         )
         and ($3::timestamptz is null or (call.ended_at, call.id) > ($3::timestamptz, $4::uuid))
       order by call.ended_at, call.id limit $5`,
      [platform, timestamp(since), after && timestamp(after.endedAt), after?.id ?? null, limit],
    )
  ).map(({ told, ...row }) => ({ call: fromRow(callLayout, row), told }));
