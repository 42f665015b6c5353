import type { Instant } from "../../domain/calendar/civil.ts";
import type { CallState } from "../../domain/call/call.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { callLayout, fromRow } from "../row.ts";

/** 未接来电 that ended since an instant, and since the platform was here; the earliest first. */
export const missedSince = async (
  db: Database,
  platform: string,
  since: Instant,
  limit: number,
): Promise<CallState[]> =>
  (
    await db.query<Record<string, unknown>>(
      `select call.* from call
       join platform on platform.platform = call.platform
       where call.platform = $1 and call.answered_at is null
         and not call.callbacks @> '[{"reached": true}]'::jsonb
         and call.ended_at >= greatest($2::timestamptz, platform.created_at)
         and not exists (
           select from notice
           where notice.platform = $1 and notice.subject_id = call.id and notice.version = 1 and notice.ordinal = 1
         )
       order by call.ended_at limit $3`,
      [platform, timestamp(since), limit],
    )
  ).map((row) => fromRow(callLayout, row));
