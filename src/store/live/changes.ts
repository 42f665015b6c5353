/** 变动: what was recorded since a place in the ledger, in the order in which it was committed, and whose matter it is. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { grouped } from "../../domain/grouped.ts";
import type { EventKind, Id, Subject } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";

/** 位置 in the order of commits: a position alone may be overtaken by a transaction that began earlier and ended later. */
export interface Place {
  xact: string;
  position: number;
}

export interface Change extends Place {
  subject: Subject;
  id: Id;
  version: number;
  kind: EventKind;
  at: Instant;
  /** 经手单位 */
  units: { unit: string; seenUntil: Instant | null }[];
  /** 县级平台 whose month or mystery call it is */
  county: string | null;
  notices: { id: Id; recipient: string; sentence: string }[];
}

type Bare = Omit<Change, "units" | "county" | "notices">;

/** Everything before an open transaction is there to stay; the rest waits for it. */
const SETTLED = "event.xact < pg_snapshot_xmin(pg_current_snapshot())";

/** 现在的位置: of the last event that is settled. */
export const presentPlace = async (db: Database, platform: string): Promise<Place> =>
  (
    await db.query<Place>(
      `select xact::text as xact, position from event
       where platform = $1 and ${SETTLED} order by event.xact desc, position desc limit 1`,
      [platform],
    )
  )[0] ?? { xact: "0", position: 0 };

/** 某个事件的位置; null: there is none. */
export const placeAt = async (db: Database, platform: string, position: number): Promise<Place | null> =>
  (
    await db.query<Place>("select xact::text as xact, position from event where platform = $1 and position = $2", [
      platform,
      position,
    ])
  )[0] ?? null;

const bareAfter = (db: Database, platform: string, { xact, position }: Place, limit: number): Promise<Bare[]> =>
  db.query<Bare>(
    `select xact::text as xact, position, subject, subject_id as id, version, kind, at from event
     where platform = $1 and (event.xact, position) > ($2::text::xid8, $3::bigint) and ${SETTLED}
     order by event.xact, position limit $4`,
    [platform, xact, position, limit],
  );

async function unitsOf(db: Database, platform: string, ids: string) {
  const rows = await db.query<{ order: Id; request: Id; unit: string; seenUntil: Instant | null }>(
    `select work_order as "order", request, unit, seen_until as "seenUntil" from order_unit
     where platform = $1 and (work_order = any ($2::text::uuid[]) or request = any ($2::text::uuid[]))`,
    [platform, ids],
  );
  const [byOrder, byRequest] = [grouped(rows, ({ order }) => order), grouped(rows, ({ request }) => request)];
  return (id: Id) => byOrder.get(id) ?? byRequest.get(id) ?? [];
}

const OF_COUNTIES: ReadonlySet<Subject> = new Set<Subject>(["countyMonth", "mysteryCall"]);

async function countiesOf(db: Database, platform: string, events: readonly Bare[]): Promise<Map<Id, string>> {
  const ids = events.flatMap(({ subject, id }) => (OF_COUNTIES.has(subject) ? [id] : []));
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: Id; county: string }>(
    `select id, county from county_month where platform = $1 and id = any ($2::text::uuid[])
     union all select id, county from mystery_call where platform = $1 and id = any ($2::text::uuid[])`,
    [platform, `{${ids.join(",")}}`],
  );
  return new Map(rows.map(({ id, county }) => [id, county]));
}

/** What an event brings. Of a call its events bring nothing: whoever finds it not phoned back tells it, once. */
async function noticesOf(db: Database, platform: string, ids: string) {
  const rows = await db.query<{ subjectId: Id; version: number; id: Id; recipient: string; sentence: string }>(
    `select subject_id as "subjectId", version, id, recipient, sentence from notice
     where platform = $1 and subject_id = any ($2::text::uuid[]) and subject <> 'call' order by version, ordinal`,
    [platform, ids],
  );
  const byEvent = grouped(rows, ({ subjectId, version }) => `${subjectId} ${version}`);
  return ({ id, version }: Bare) => byEvent.get(`${id} ${version}`) ?? [];
}

/** 位置之后的变动, at most `limit`. */
export async function changesAfter(db: Database, platform: string, place: Place, limit: number): Promise<Change[]> {
  const events = await bareAfter(db, platform, place, limit);
  if (events.length === 0) return [];
  const ids = `{${[...new Set(events.map(({ id }) => id))].join(",")}}`;
  const [units, notices] = [await unitsOf(db, platform, ids), await noticesOf(db, platform, ids)];
  const counties = await countiesOf(db, platform, events);
  return events.map((event) => ({
    ...event,
    ...{ units: units(event.id), county: counties.get(event.id) ?? null, notices: notices(event) },
  }));
}
