/** 县级月报 as they stand, and every time one was delivered. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { CountyDay, CountyMonthState } from "../../domain/county/county.ts";
import type { Delivered } from "../../domain/county/items.ts";
import type { Id, LedgerEvent } from "../../domain/ledger/event.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";
import { countyMonthLayout, fromRow } from "../row.ts";
import { subjects } from "../subject.ts";

/** what a day was once stored without wasn't given */
const dayOf = (day: Pick<CountyDay, "date"> & Partial<CountyDay>): CountyDay => ({
  ...{ offered: null, answered: null, accepted: null, firstContact: null },
  ...day,
});

/** 各县级平台 of these months. */
export async function countyMonthStates(
  db: Database,
  platform: string,
  months: readonly MonthKey[],
): Promise<CountyMonthState[]> {
  const rows = await db.query<Record<string, unknown>>(
    "select * from county_month where platform = $1 and month = any ($2::text[]) order by month, county",
    [platform, months],
  );
  return rows.map((row) => fromRow(countyMonthLayout, row)).map((state) => ({ ...state, days: state.days.map(dayOf) }));
}

/** 要改的一个月, which nobody else changes meanwhile; null: nothing was delivered. */
export async function heldCountyMonth(
  db: Database,
  platform: string,
  { month, county }: { month: MonthKey; county: string },
): Promise<CountyMonthState | null> {
  const [found] = await db.query<{ id: Id }>(
    "select id from county_month where platform = $1 and month = $2 and county = $3",
    [platform, month, county],
  );
  const states = found ? await subjects.countyMonth.load(db, platform, [found.id]) : [];
  return (states[0] as CountyMonthState | undefined) ?? null;
}

/** 一次上报 as it was delivered */
export interface Delivery extends Delivered {
  id: Id;
  version: number;
  at: Instant;
  by: string;
  days: CountyDay[];
  /** the points that it was recorded with: of an old system, or still holding from before */
  accuracy: number | null;
}

type Reported = LedgerEvent<"countyReported"> | LedgerEvent<"imported">;

function deliveryOf({ id, version, at, by, kind, data }: Reported): Delivery {
  const imported = kind === "imported";
  const month = imported ? (data as { countyMonth: CountyMonthState }).countyMonth : (data as CountyMonthState);
  const { offered, answered, firstContact, onTime, followUp, satisfaction, accuracy, days = [] } = month;
  const figures = { offered, answered, firstContact, onTime, followUp, satisfaction };
  const given = { accuracy, days: days.map(dayOf), ...figures };
  return { id, version, at: imported ? month.deliveredAt : at, by, ...given };
}

/** 历次上报 of these months, the first one first. */
export async function deliveriesOf(db: Database, platform: string, ids: readonly Id[]): Promise<Delivery[]> {
  if (ids.length === 0) return [];
  const events = await db.query<Reported>(
    `select subject, subject_id as id, version, kind, at, by, data from event
     where platform = $1 and subject_id = any ($2::uuid[]) and kind in ('countyReported', 'imported')
     order by subject_id, version`,
    [platform, ids],
  );
  return events.map(deliveryOf);
}

/** 随数来的得分: that the last delivery with any came with; null: none did. */
export const pointsBrought = async (db: Database, platform: string, id: Id): Promise<number | null> =>
  (await deliveriesOf(db, platform, [id])).findLast(({ accuracy }) => accuracy !== null)?.accuracy ?? null;

/** 一次评定 as it was given; `text` is the reason's */
export interface Verdict {
  id: Id;
  version: number;
  at: Instant;
  by: string;
  points: number;
  text: Id;
}

/** 历次评定 of these months, the first one first. */
export async function verdictsOf(db: Database, platform: string, ids: readonly Id[]): Promise<Verdict[]> {
  if (ids.length === 0) return [];
  const events = await db.query<LedgerEvent<"accuracyJudged">>(
    `select subject_id as id, version, at, by, data from event
     where platform = $1 and subject_id = any ($2::uuid[]) and kind = 'accuracyJudged' order by subject_id, version`,
    [platform, ids],
  );
  return events.map(({ data, ...event }) => ({ ...event, ...data }));
}

/** 县级平台转来的诉求 accepted in the period, by place. */
export const handedOverByPlace = (
  db: Database,
  { platform, from, until }: { platform: string; from: string; until: string },
): Promise<{ place: string; count: number }[]> =>
  db.query(
    `select place, count(*)::integer as count from service_request
     where platform = $1 and channel = 'county' and place is not null
       and accepted_at >= $2::timestamptz and accepted_at < $3::timestamptz
     group by place order by place`,
    [platform, from, until],
  );

/** 说过的话 of these ids about one platform's month: objections, answers, reasons. */
export async function wordsAbout(
  db: Database,
  platform: string,
  about: Id,
  ids: readonly Id[],
): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: Id; text: string }>(
    "select id, text from free_text where platform = $1 and id = any ($2::uuid[]) and about = $3",
    [platform, ids, about],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
