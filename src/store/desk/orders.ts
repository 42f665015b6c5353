/** 工单清单 as the viewer's role sees it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import type { Assignment, OrderState, ReturnRequest } from "../../domain/order/order.ts";
import { type Stage, stageNames } from "../../domain/order/stage.ts";
import type { WorklistRow } from "../../domain/order/worklist.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { assignmentLayout, fromRow, type Layout, orderLayout, returnLayout, worklistLayout } from "../row.ts";
import { all, COUNTED, type Condition, counted, ofEach, oneOf, statement, told, where } from "./page.ts";
import type { After } from "./requests.ts";

export interface OrderFilter {
  stage?: readonly string[];
  unit?: string;
  categories?: readonly string[];
  urgent?: boolean;
  supervision?: string;
  /** due before this instant and not resolved */
  overdueAt?: Instant;
  from?: Instant;
  until?: Instant;
  number?: string;
  /** the viewer's own: where his list is looked for, not what he may see */
  units?: readonly string[];
}

/** still with a unit: as the index for deadlines has it */
const OPEN: readonly string[] = ["unacknowledged", "handling", "returning", "arbitrating"] satisfies Stage[];

const stagesOf = ({ stage, overdueAt }: OrderFilter): readonly string[] | undefined =>
  overdueAt === undefined ? stage : OPEN.filter((open) => stage === undefined || stage.includes(open));

/** What the order's own row must say; what `listedIn` asks the rows of the units say too. */
function conditionsOf(filter: OrderFilter): Condition[] {
  const { unit, urgent, supervision, overdueAt, number } = filter;
  const conditions: Condition[] = [];
  if (unit !== undefined) conditions.push(where("w.lead = $?", unit));
  if (urgent !== undefined) conditions.push(where(urgent ? "w.urgent" : "not w.urgent"));
  if (supervision !== undefined) conditions.push(where("w.supervision = $?", supervision));
  if (overdueAt !== undefined) conditions.push(where("w.due_at < $?::timestamptz", timestamp(overdueAt)));
  if (number !== undefined)
    conditions.push(where("w.work_order = (select id from work_order where platform = $1 and number = $?)", number));
  return conditions;
}

function listedIn(table: "w" | "o", { categories, from, until }: OrderFilter): Condition[] {
  const conditions: Condition[] = [];
  if (categories) conditions.push(oneOf(`${table}.category`, categories));
  if (from !== undefined) conditions.push(where(`${table}.dispatched_at >= $?::timestamptz`, timestamp(from)));
  if (until !== undefined) conditions.push(where(`${table}.dispatched_at < $?::timestamptz`, timestamp(until)));
  return conditions;
}

const before = (table: string, after: After | null): Condition[] =>
  after === null
    ? []
    : [where(`(${table}.moved_at, ${table}.work_order) < ($?::timestamptz, $?::uuid)`, timestamp(after.at), after.id)];

/** So few that all of them are looked at sooner than a unit's list is walked through. */
const isRare = ({ urgent, supervision, number }: OrderFilter) =>
  urgent === true || supervision !== undefined || number !== undefined;

type Part = Condition | string;

/** From each list that is in its own order as many as are wanted; together in that order. */
const NEWEST = "order by moved_at desc, work_order desc";

function inCity(filter: OrderFilter, after: After | null, limit: number): Part[] {
  const [stages, conditions] = [stagesOf(filter), [...conditionsOf(filter), ...listedIn("w", filter)]];
  const rest = [where("w.platform = $1"), ...conditions, ...before("w", after)];
  if (stages === undefined || stages.length === 1) {
    const stage = stages ? [oneOf("w.stage", stages)] : [];
    return ["select w.* from worklist w where", all([...rest, ...stage]), `${NEWEST} limit ${limit}`];
  }
  return [
    where("select each.* from unnest($?::text[]) s (stage) cross join lateral (", stages),
    "select w.* from worklist w where w.stage = s.stage and",
    all(rest),
    `${NEWEST} limit ${limit}) each ${NEWEST} limit ${limit}`,
  ];
}

/** A unit's own, from the rows that say whose matter it is; the order's row is looked at where more is asked than they say. */
function ownOf(filter: OrderFilter, unit: string, after: After | null): Part[] {
  const [stages, conditions] = [stagesOf(filter), conditionsOf(filter)];
  const row = "join worklist w on w.platform = o.platform and w.work_order = o.work_order";
  return [
    `select o.moved_at, o.work_order from order_unit o ${conditions.length > 0 ? row : ""} where`,
    all([
      where("o.platform = $1 and o.unit = $? and o.seen_until is null", unit),
      ...(stages ? [where("o.stage = any ($?::text[])", stages)] : []),
      ...[...conditions, ...listedIn("o", filter), ...before("o", after)],
    ]),
  ];
}

function ofUnits(filter: OrderFilter, after: After | null, limit: number): Part[] {
  const isDated = filter.from !== undefined || filter.until !== undefined;
  const newest = `order by o.moved_at desc, o.work_order desc limit ${limit}`;
  const stages = where(
    "select each.* from unnest($?::text[]) s (stage) cross join lateral (",
    stagesOf(filter) ?? Object.keys(stageNames),
  );
  const own = (unit: string): Part[] => {
    const rows = ownOf(filter, unit, after);
    return isDated ? [...rows, newest] : [stages, ...rows, `and o.stage = s.stage ${newest}) each`];
  };
  return [
    "select w.* from (select distinct moved_at, work_order from (",
    ofEach(filter.units!, own),
    `) each ${NEWEST} limit ${limit}) own`,
    "join worklist w on w.platform = $1 and w.work_order = own.work_order",
    "order by own.moved_at desc, own.work_order desc",
  ];
}

const isOwn = (filter: OrderFilter) => filter.units !== undefined && !isRare(filter);

/** 一页工单, the latest moved first. */
export async function orderPage(
  db: Database,
  platform: string,
  filter: OrderFilter,
  after: After | null,
  limit: number,
): Promise<WorklistRow[]> {
  const { sql, values } = statement((isOwn(filter) ? ofUnits : inCity)(filter, after, limit), [platform]);
  const rows = await db.query<Record<string, unknown>>(sql, values);
  return rows.map((row) => fromRow(worklistLayout, row));
}

/** 工单总数 as it is told. */
export async function orderTotal(db: Database, platform: string, filter: OrderFilter): Promise<string> {
  if (isOwn(filter)) {
    const own = (unit: string) => [...ownOf(filter, unit, null), `limit ${COUNTED}`];
    const rows = ["select distinct work_order from (", ofEach(filter.units!, own), ") each"];
    return told(await counted(db, rows, platform));
  }
  const stages = stagesOf(filter);
  const conditions = [...conditionsOf(filter), ...listedIn("w", filter)];
  const stage = stages ? [oneOf("w.stage", stages)] : [];
  const rows = ["select from worklist w where", all([where("w.platform = $1"), ...stage, ...conditions])];
  return told(await counted(db, rows, platform));
}

async function partsOf<T extends { order: string }>(db: Database, of: Layout<T>, platform: string, id: string) {
  const rows = await db.prepared<Record<string, unknown>>(
    `select * from ${of.table} where platform = $1 and work_order = $2 order by no`,
    [platform, id],
  );
  return rows.map((row) => {
    const { order: _, ...part } = fromRow(of, row);
    return part;
  });
}

/** 一件工单; null: there is none that is this viewer's now. */
export async function orderOf(db: Database, platform: string, id: string): Promise<OrderState | null> {
  const one = "select * from work_order where platform = $1 and id = $2";
  const [[row], assignments, returns] = await db.together([
    () => db.prepared<Record<string, unknown>>(one, [platform, id]),
    () => partsOf(db, assignmentLayout, platform, id),
    () => partsOf(db, returnLayout, platform, id),
  ]);
  return row
    ? {
        ...fromRow(orderLayout, row),
        assignments: assignments as Assignment[],
        returns: returns as ReturnRequest[],
      }
    : null;
}

/** 经过 of a subject, as far as this viewer may see it. */
export const eventsOf = (db: Database, platform: string, id: string): Promise<LedgerEvent[]> =>
  db.query<LedgerEvent>(
    `select subject, subject_id as id, version, kind, at, by, data from event
     where platform = $1 and subject_id = $2 order by version`,
    [platform, id],
  );

/** 同一批退单的工单 that still await their ruling. */
export const ordersInBulk = async (db: Database, platform: string, bulk: string): Promise<string[]> =>
  (
    await db.query<{ id: string }>(
      "select work_order as id from return_request where platform = $1 and bulk = $2 and ruling is null order by work_order",
      [platform, bulk],
    )
  ).map(({ id }) => id);
