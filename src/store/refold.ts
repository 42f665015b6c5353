import { grouped } from "../domain/grouped.ts";
import type { LedgerEvent, Subject } from "../domain/ledger/event.ts";
import type { Database } from "./database.ts";
import { canonical } from "./ledger/canonical.ts";
import { type State, subjects } from "./subject.ts";

/** 不符的行: what a subject's row says, and what its events say; null: they say nothing that could be. */
export interface Mismatch {
  subject: Subject;
  id: string;
  row: State | null;
  fold: State | null;
}

/** 一页复核: whole histories, and which of their rows are not their fold. */
export interface Refolded<T> {
  events: LedgerEvent[];
  subjects: number;
  mismatches: Mismatch[];
  /** what was looked at besides, in the same state of the database; null where the rows are not to be trusted */
  beside: T | null;
}

/** 另看: something else about the rows of a page. */
export type Beside<T> = (db: Database, platform: string, rows: ReadonlyMap<Subject, State[]>) => Promise<T>;

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

/** Events that were tampered with need not make sense. */
function foldOf(events: readonly LedgerEvent[]): State | null {
  try {
    const { apply } = subjects[events[0]!.subject];
    return events.reduce<State | null>((state, event) => apply(state, event), null);
  } catch {
    return null;
  }
}

async function refolded<T>(
  db: Database,
  platform: string,
  events: LedgerEvent[],
  beside: Beside<T>,
): Promise<Refolded<T>> {
  const found: Mismatch[] = [];
  const all = new Map<Subject, State[]>();
  let count = 0;
  for (const [subject, of] of grouped(events, (event) => event.subject)) {
    const histories = grouped(of, (event) => event.id);
    const rows = await subjects[subject].load(db, platform, [...histories.keys()], "read");
    all.set(subject, rows);
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    count += histories.size;
    for (const [id, history] of histories) {
      const [row, fold] = [rowOf.get(id) ?? null, foldOf(history)];
      // the order of keys doesn't matter; what a row lost or gained does
      if (fold === null || canonical(row) !== canonical(fold)) found.push({ subject, id, row, fold });
    }
  }
  return { events, subjects: count, mismatches: found, beside: found[0] ? null : await beside(db, platform, all) };
}

/** 逐页复核: every history with its row, page by page, each page as of one moment: writers go on meanwhile. */
export async function* refold<T>(db: Database, platform: string, beside: Beside<T>): AsyncGenerator<Refolded<T>> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const done = await db.snapshot(async (tx) => refolded(tx, platform, await page(tx, platform, after), beside));
    if (done.events.length === 0) return;
    yield done;
    after = done.events.at(-1)!.id;
  }
}

/** 复核: every subject whose row isn't the fold of its events; none in a sound database. */
export async function mismatches(db: Database, platform: string): Promise<Mismatch[]> {
  const found: Mismatch[] = [];
  for await (const { mismatches: these } of refold(db, platform, async () => null)) found.push(...these);
  return found;
}
