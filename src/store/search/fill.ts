/** 登记全文: of requests whose words nothing stands beside yet, and what follows the ledger for those loaded in bulk. */
import type { Id } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";
import { copyWords, mendWords } from "../unitRequests.ts";
import { enterAlone } from "./alone.ts";
import { addRequestTexts, CURRENT_TEXT, type Searchable } from "./requestText.ts";

const list = (ids: readonly Id[]) => `{${ids.join(",")}}`;

const unsearchable = (db: Database, platform: string, requests: readonly Id[]) =>
  db.query<Searchable>(
    `select r.id, r.accepted_at as "acceptedAt", t.text, r.contact
     from unnest($2::text::uuid[]) as wanted (id)
     cross join lateral (
       select id, accepted_at, text, amendments, contact from service_request
       where platform = $1 and id = wanted.id offset 0
     ) r
     cross join lateral (select text from free_text where platform = $1 and id = ${CURRENT_TEXT} offset 0) t
     where not exists (select from request_text where platform = $1 and request = r.id)`,
    [platform, list(requests)],
  );

/** 补登 those of these requests that can't be found by their words yet. */
async function enterWords(db: Database, platform: string, requests: readonly Id[]): Promise<void> {
  if (requests.length === 0) return;
  const entered = await unsearchable(db, platform, requests);
  await addRequestTexts(db, platform, entered);
  await copyWords(
    db,
    platform,
    entered.map(({ id }) => id),
  );
}

/** 不再找得到: nothing finds these requests by their words any more. */
export async function dropWords(db: Database, platform: string, requests: readonly Id[]): Promise<void> {
  await db.query("delete from request_text where platform = $1 and request = any ($2::text::uuid[])", [
    platform,
    list(requests),
  ]);
  await copyWords(db, platform, requests);
}

/** 重新登记: these requests say something else now; one that says nothing any more is found no more. */
export async function enterWordsAnew(db: Database, platform: string, requests: readonly Id[]): Promise<void> {
  if (requests.length === 0) return;
  await dropWords(db, platform, requests);
  await enterWords(db, platform, requests);
}

interface Recorded {
  position: number;
  id: Id;
  subject: string;
  version: number;
  kind: string;
}

/** The event up to which it was done: how it stands in the order of commits, the event itself says. */
const markOf = async (db: Database, platform: string): Promise<{ xact: string; position: number }> =>
  (
    await db.query<{ xact: string; position: number }>(
      `select event.xact::text as xact, event.position
       from (select position from words_entered where platform = $1 for update) mark
       join event on event.platform = $1 and event.position = mark.position`,
      [platform],
    )
  )[0] ?? { xact: "0", position: 0 };

const setMark = (db: Database, platform: string, position: number) =>
  db.query(
    `insert into words_entered (platform, position) values ($1, $2)
     on conflict (platform) do update set position = excluded.position`,
    [platform, position],
  );

async function recordedNext(db: Database, platform: string, limit: number): Promise<Recorded[]> {
  const { xact, position } = await markOf(db, platform);
  return db.query<Recorded>(
    `select position, subject, subject_id as id, version, kind from event
     where platform = $1 and (event.xact, position) > ($2::text::xid8, $3::bigint)
       and event.xact < pg_snapshot_xmin(pg_current_snapshot())
     order by event.xact, position limit $4`,
    [platform, xact, position, limit],
  );
}

/** an import may bring other words for a request that was found by its earlier ones */
const isChanged = ({ kind, version }: Recorded) => kind === "imported" && version > 1;

const requestsIn = (events: readonly Recorded[]) => [
  ...new Set(events.flatMap(({ subject, id }) => (subject === "request" ? [id] : []))),
];

/** what may have given a matter to a unit */
const GIVEN = ["orderDispatched", "assignmentHandedOn", "verificationAsked", "imported"];

const ordersGiven = (events: readonly Recorded[]) => [
  ...new Set(events.flatMap(({ subject, id, kind }) => (subject === "order" && GIVEN.includes(kind) ? [id] : []))),
];

/** 补登 what the next `limit` events are about, once whoever looks; false: nothing comes after those looked at. */
export const fillNext = (db: Database, platform: string, limit: number): Promise<boolean> =>
  db.transaction(async (tx) => {
    await enterAlone(tx, platform);
    const events = await recordedNext(tx, platform, limit);
    const last = events.at(-1);
    if (!last) return false;
    await enterWordsAnew(tx, platform, requestsIn(events.filter(isChanged)));
    await enterWords(tx, platform, requestsIn(events));
    const amended = requestsIn(events.filter(({ kind }) => kind === "requestAmended"));
    await mendWords(tx, platform, ordersGiven(events), amended);
    await setMark(tx, platform, last.position);
    return true;
  });
