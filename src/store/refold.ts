import type { LedgerEvent, Subject } from "../domain/ledger/event.ts";
import type { Database } from "./database.ts";
import { grouped } from "./grouped.ts";
import { type State, subjects } from "./subject.ts";

/** 不符的行: what a subject's row says, and what its events say. */
export interface Mismatch {
  subject: Subject;
  id: string;
  row: State | null;
  fold: State;
}

const PAGE = 2000;

/** The histories of the next subjects after `after`, by one range of the index. */
const page = (db: Database, platform: string, after: string) =>
  db.query<LedgerEvent>(
    `select subject, subject_id as id, version, kind, at, by, data from event
     where platform = $1 and subject_id > $2::uuid and subject_id <= (
       select subject_id from (
         select subject_id from event where platform = $1 and subject_id > $2::uuid order by subject_id limit ${PAGE}
       ) next order by subject_id desc limit 1
     )
     order by subject_id, version`,
    [platform, after],
  );

const foldOf = (events: readonly LedgerEvent[]): State => {
  const { apply } = subjects[events[0]!.subject];
  return events.reduce<State | null>((state, event) => apply(state, event), null)!;
};

/** Order of keys doesn't matter; what a row lost or gained does. */
const told = (state: unknown): string =>
  JSON.stringify(state, (_, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

async function mismatchesIn(db: Database, platform: string, events: LedgerEvent[]): Promise<Mismatch[]> {
  const found: Mismatch[] = [];
  for (const [subject, of] of grouped(events, (event) => event.subject)) {
    const histories = grouped(of, (event) => event.id);
    const rows = await subjects[subject].load(db, platform, [...histories.keys()]);
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    for (const [id, history] of histories) {
      const [row, fold] = [rowOf.get(id) ?? null, foldOf(history)];
      if (told(row) !== told(fold)) found.push({ subject, id, row, fold });
    }
  }
  return found;
}

/** 复核: every subject whose row isn't the fold of its events; none in a sound database. */
export async function mismatches(db: Database, platform: string): Promise<Mismatch[]> {
  const found: Mismatch[] = [];
  let events = await page(db, platform, "00000000-0000-0000-0000-000000000000");
  while (events.length > 0) {
    const these = events;
    found.push(...(await db.transaction((tx) => mismatchesIn(tx, platform, these))));
    events = await page(db, platform, events.at(-1)!.id);
  }
  return found;
}
