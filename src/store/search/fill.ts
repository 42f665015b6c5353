/** 补登全文: of requests that were loaded in bulk, following the ledger from a place on. */
import type { Id } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";
import type { Place } from "../live/changes.ts";
import { addRequestTexts, type Searchable } from "./requestText.ts";

const recordedAfter = (db: Database, platform: string, { xact, position }: Place, limit: number) =>
  db.query<Place & { id: Id; subject: string }>(
    `select xact::text as xact, position, subject, subject_id as id from event
     where platform = $1 and (event.xact, position) > ($2::text::xid8, $3::bigint)
       and event.xact < pg_snapshot_xmin(pg_current_snapshot())
     order by event.xact, position limit $4`,
    [platform, xact, position, limit],
  );

const unsearchable = (db: Database, platform: string, requests: readonly Id[]) =>
  db.query<Searchable>(
    `select r.id, r.accepted_at as "acceptedAt", t.text, r.contact
     from unnest($2::text::uuid[]) as wanted (id)
     cross join lateral (
       select id, accepted_at, text, contact from service_request where platform = $1 and id = wanted.id offset 0
     ) r
     cross join lateral (select text from free_text where platform = $1 and id = r.text offset 0) t
     where not exists (select from request_text where platform = $1 and request = r.id)`,
    [platform, `{${requests.join(",")}}`],
  );

/** 补登 what the next `limit` events after a place are about; the place where it stopped, null: nothing comes after. */
export const fillAfter = (db: Database, platform: string, after: Place, limit: number): Promise<Place | null> =>
  db.transaction(async (tx) => {
    const events = await recordedAfter(tx, platform, after, limit);
    const last = events.at(-1);
    if (!last) return null;
    const requests = new Set(events.flatMap(({ subject, id }) => (subject === "request" ? [id] : [])));
    if (requests.size > 0) await addRequestTexts(tx, platform, await unsearchable(tx, platform, [...requests]));
    return { xact: last.xact, position: last.position };
  });
