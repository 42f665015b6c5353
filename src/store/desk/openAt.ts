/** 此地未办完的: requests of the last days at some places that nothing has come of yet. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { fromRow, requestLayout } from "../row.ts";
import { CURRENT_TEXT } from "../search/requestText.ts";
import type { RequestRow } from "./requests.ts";

/** as many as are compared with what is being typed */
const LOOKED_AT = 200;

/** The latest first, with their words; those of a dispatched one as long as its order is with a unit or the hotline. */
export async function openAt(
  db: Database,
  platform: string,
  places: readonly string[],
  since: Instant,
): Promise<RequestRow[]> {
  const rows = await db.query<Record<string, unknown>>(
    `with listed as materialized (
       select r.*, ${CURRENT_TEXT} as said from service_request r
       where r.platform = $1 and r.place = any ($2::text[]) and r.accepted_at >= $3::timestamptz
         and r.outcome in ('pending', 'dispatched')
       order by r.accepted_at desc, r.id desc limit ${LOOKED_AT}
     )
     select r.*, t.text as words from listed r
     left join lateral (
       select stage from worklist where platform = $1 and work_order = r.work_order offset 0
     ) w on true
     left join lateral (select text from free_text where platform = $1 and id = r.said offset 0) t on true
     where w.stage is null or w.stage not in ('withdrawn', 'closed')
     order by r.accepted_at desc, r.id desc`,
    [platform, places, timestamp(since)],
  );
  return rows.map((row) => ({ ...fromRow(requestLayout, row), words: row.words as string | null }));
}
