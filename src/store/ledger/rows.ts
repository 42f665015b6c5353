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

/** What is no longer there, and how much of that no forgetting of the matter accounts for. */
const GONE = `select count(*) as gone, count(*) filter (where not exists (
    select from forgotten
    where forgotten.platform = $1 and forgotten.request = coalesce(
      (select request from work_order where platform = $1 and id = wanted.subject), wanted.subject
    )
  )) as unexplained
  from unnest($2::text::uuid[], $3::text::uuid[]) as wanted (id, subject)
  left join lateral (select true as there from free_text where platform = $1 and id = wanted.id offset 0) text on true
  left join lateral (select true as there from contact where platform = $1 and id = wanted.id offset 0) person on true
  where text.there is null and person.there is null`;

interface Gone {
  gone: number;
  unexplained: number;
}

async function goneOf(db: Database, platform: string, events: readonly LedgerEvent[]): Promise<Gone> {
  const wanted = events.flatMap(({ id: subject, data }) =>
    [...pointedTo(data, new Set())].map((id) => ({ id, subject })),
  );
  if (wanted.length === 0) return { gone: 0, unexplained: 0 };
  const ids = `{${wanted.map(({ id }) => id).join(",")}}`;
  const subjects = `{${wanted.map(({ subject }) => subject).join(",")}}`;
  return (await db.query<Gone>(GONE, [platform, ids, subjects]))[0]!;
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

export interface Rows extends Gone {
  checked: number;
  finding: Finding | null;
}

/** 查验全部的行, page by page, up to the first that is wrong; `progress` is told how many events were read. */
export async function checkRows(db: Database, platform: string, progress: (done: number) => void): Promise<Rows> {
  const rows: Rows = { checked: 0, gone: 0, unexplained: 0, finding: null };
  let seen = 0;
  for await (const { events, subjects, mismatches, beside } of refold(db, platform, worklistDiffers)) {
    if (mismatches[0]) return { ...rows, finding: findingOf(mismatches[0]) };
    if (beside) return { ...rows, finding: { fault: "worklistDiffers", ...beside } };
    const { gone, unexplained } = await goneOf(db, platform, events);
    rows.gone += gone;
    rows.unexplained += unexplained;
    rows.checked += subjects;
    progress((seen += events.length));
  }
  return { ...rows, finding: await unfounded(db, platform) };
}
