/** 查验行: every row is the fold of its events, no row is without them, and what events point to is there or forgotten. */
import type { LedgerEvent, Subject } from "../../domain/ledger/event.ts";
import type { Finding } from "../../domain/ledger/finding.ts";
import type { Database } from "../database.ts";
import { type Mismatch, refold } from "../refold.ts";
import {
  assignmentLayout,
  callLayout,
  countyMonthLayout,
  leaderDayLayout,
  mysteryCallLayout,
  orderLayout,
  orderUnitLayout,
  requestLayout,
  returnLayout,
  worklistLayout,
} from "../row.ts";
import { worklistDiffers } from "./worklist.ts";

const tables: Record<Subject, string> = {
  call: callLayout.table,
  request: requestLayout.table,
  order: orderLayout.table,
  countyMonth: countyMonthLayout.table,
  mysteryCall: mysteryCallLayout.table,
  leaderDay: leaderDayLayout.table,
};

/** The members of an event's data that name a text or a contact, at any depth. */
const pointers = new Set(["contact", "text", "internalText", "publicText"]);

function pointedTo(data: unknown, found: Set<string>): Set<string> {
  if (typeof data !== "object" || data === null) return found;
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === "string" && pointers.has(key)) found.add(value);
    else pointedTo(value, found);
  }
  return found;
}

const GONE = `select count(*) as gone from unnest($2::text::uuid[]) as wanted (id)
  left join lateral (select true as there from free_text where platform = $1 and id = wanted.id offset 0) text on true
  left join lateral (select true as there from contact where platform = $1 and id = wanted.id offset 0) person on true
  where text.there is null and person.there is null`;

async function goneOf(db: Database, platform: string, events: readonly LedgerEvent[]): Promise<number> {
  const wanted = new Set<string>();
  for (const { data } of events) pointedTo(data, wanted);
  if (wanted.size === 0) return 0;
  return (await db.query<{ gone: number }>(GONE, [platform, `{${[...wanted].join(",")}}`]))[0]!.gone;
}

const findingOf = ({ subject, id, row, fold }: Mismatch): Finding =>
  row === null
    ? { fault: "rowMissing", subject, id, version: fold?.version }
    : { fault: "rowChanged", subject, id, version: row.version };

/** A row that no event made; parts of an order that isn't there. */
async function unfounded(db: Database, platform: string): Promise<Finding | null> {
  for (const [subject, table] of Object.entries(tables)) {
    const [row] = await db.query<{ id: string }>(
      `select id from ${table} where platform = $1 and not exists (
         select from event where event.platform = $1 and event.subject_id = ${table}.id and event.subject = $2
       ) order by id limit 1`,
      [platform, subject],
    );
    if (row) return { fault: "rowUnfounded", subject, id: row.id };
  }
  for (const { table } of [assignmentLayout, returnLayout, worklistLayout, orderUnitLayout]) {
    const [row] = await db.query<{ id: string }>(
      `select work_order as id from ${table} where platform = $1 and not exists (
         select from work_order where work_order.platform = $1 and work_order.id = ${table}.work_order
       ) order by work_order limit 1`,
      [platform],
    );
    if (row) return { fault: "rowUnfounded", subject: "order", id: row.id };
  }
  return null;
}

export interface Rows {
  checked: number;
  /** how often events of a page point to a text or a contact that is no longer there */
  forgotten: number;
  finding: Finding | null;
}

/** 查验全部的行, page by page, up to the first that is wrong; `progress` is told how many events were read. */
export async function checkRows(db: Database, platform: string, progress: (done: number) => void): Promise<Rows> {
  let [checked, forgotten, seen] = [0, 0, 0];
  for await (const { events, subjects, mismatches, beside } of refold(db, platform, worklistDiffers)) {
    if (mismatches[0]) return { checked, forgotten, finding: findingOf(mismatches[0]) };
    if (beside) return { checked, forgotten, finding: { fault: "worklistDiffers", subject: "order", id: beside } };
    checked += subjects;
    forgotten += await goneOf(db, platform, events);
    progress((seen += events.length));
  }
  return { checked, forgotten, finding: await unfounded(db, platform) };
}
