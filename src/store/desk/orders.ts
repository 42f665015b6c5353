/** 工单清单 as the viewer's role sees it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import type { Assignment, OrderState, ReturnRequest } from "../../domain/order/order.ts";
import { type Stage, stageNames } from "../../domain/order/stage.ts";
import type { WorklistRow } from "../../domain/order/worklist.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { assignmentLayout, fromRow, type Layout, orderLayout, returnLayout, worklistLayout } from "../row.ts";
import { UNMOVED_ORDERS } from "../supervision/unmoved.ts";
import {
  type After,
  all,
  COUNTED,
  type Condition,
  isBefore,
  type Listed,
  ofEach,
  oneOf,
  statement,
  told,
  where,
} from "./page.ts";

/** 当事人说解决没有, at the first follow-up */
export type Solved = "yes" | "no" | "unanswered";

const SAID: Record<Solved, string> = {
  yes: "rated_solved",
  no: "not rated_solved",
  unanswered: "rated_solved is null",
};

export interface OrderFilter {
  stage?: readonly string[];
  unit?: string;
  categories?: readonly string[];
  urgent?: boolean;
  supervision?: string;
  /** due before this instant and not resolved */
  overdueAt?: Instant;
  /** of those: due no earlier than this */
  dueFrom?: Instant;
  /** with a unit, and touched by none since before this instant */
  unmovedBefore?: Instant;
  /** returned by this one act */
  bulk?: string;
  /** of the first concluded follow-up */
  followed?: { from?: Instant; until?: Instant; rating?: string; solved?: readonly Solved[] };
  from?: Instant;
  until?: Instant;
  number?: string;
  extensionPending?: boolean;
  returnedAgain?: boolean;
  /** the viewer's own: where his list is looked for, not what he may see */
  units?: readonly string[];
}

/** still with a unit: as the index for deadlines has it */
const OPEN: readonly string[] = ["unacknowledged", "handling", "returning", "arbitrating"] satisfies Stage[];

const stagesOf = ({ stage, overdueAt }: OrderFilter): readonly string[] | undefined =>
  overdueAt === undefined ? stage : OPEN.filter((open) => stage === undefined || stage.includes(open));

/** Whose first follow-up was concluded then, and how it was rated. */
function followedIn({ from, until, rating, solved }: NonNullable<OrderFilter["followed"]>): Condition {
  const conditions = [where("platform = $1 and followed_up_at is not null")];
  if (from !== undefined) conditions.push(where("followed_up_at >= $?::timestamptz", timestamp(from)));
  if (until !== undefined) conditions.push(where("followed_up_at < $?::timestamptz", timestamp(until)));
  if (rating !== undefined) conditions.push(where("coalesce(rating, 'noResponse') = $?", rating));
  if (solved !== undefined) conditions.push(where(`(${solved.map((one) => SAID[one]).join(" or ")})`));
  const { sql, values } = all(conditions);
  return where(`w.work_order = any (array(select id from work_order where ${sql}))`, ...values);
}

/** What the order's own row must say; what `listedIn` asks the rows of the units say too. */
export function conditionsOf(filter: OrderFilter): Condition[] {
  const { unit, urgent, supervision, overdueAt, dueFrom, unmovedBefore, bulk, followed, number } = filter;
  const { extensionPending, returnedAgain } = filter;
  const conditions: Condition[] = [];
  if (unit !== undefined) conditions.push(where("w.lead = $?", unit));
  if (urgent !== undefined) conditions.push(where(urgent ? "w.urgent" : "not w.urgent"));
  if (extensionPending !== undefined)
    conditions.push(where(extensionPending ? "w.extension_pending" : "not w.extension_pending"));
  if (returnedAgain !== undefined) conditions.push(where(returnedAgain ? "w.returned_again" : "not w.returned_again"));
  if (supervision !== undefined) conditions.push(where("w.supervision = $?", supervision));
  if (overdueAt !== undefined) conditions.push(where("w.due_at < $?::timestamptz", timestamp(overdueAt)));
  if (dueFrom !== undefined) conditions.push(where("w.due_at >= $?::timestamptz", timestamp(dueFrom)));
  if (unmovedBefore !== undefined)
    conditions.push(
      where(`w.work_order = any (array(${UNMOVED_ORDERS}))`, ...[timestamp(unmovedBefore), timestamp(unmovedBefore)]),
    );
  if (followed !== undefined) conditions.push(followedIn(followed));
  if (bulk !== undefined)
    conditions.push(
      where(
        "w.work_order = any (array(select work_order from return_request where platform = $1 and bulk = $?))",
        bulk,
      ),
    );
  if (number !== undefined)
    conditions.push(where("w.work_order = (select id from work_order where platform = $1 and number = $?)", number));
  return conditions;
}

export function listedIn(table: "w" | "o", { categories, from, until }: OrderFilter): Condition[] {
  const conditions: Condition[] = [];
  if (categories) conditions.push(oneOf(`${table}.category`, categories));
  if (from !== undefined) conditions.push(where(`${table}.dispatched_at >= $?::timestamptz`, timestamp(from)));
  if (until !== undefined) conditions.push(where(`${table}.dispatched_at < $?::timestamptz`, timestamp(until)));
  return conditions;
}

/** So few that all of them are looked at sooner than a unit's list is walked through. */
export const isRare = ({ urgent, extensionPending, returnedAgain, ...filter }: OrderFilter) =>
  [urgent, extensionPending, returnedAgain].includes(true) ||
  [filter.supervision, filter.unmovedBefore, filter.bulk, filter.followed, filter.number].some(
    (one) => one !== undefined,
  );

const isDated = ({ from, until }: OrderFilter) => from !== undefined || until !== undefined;

type Part = Condition | string;

/** 清单的次序: the latest moved first; of a period the latest dispatched. */
const timeOf = (filter: OrderFilter) => (isDated(filter) ? "dispatched_at" : "moved_at");

const latest = (upTo: number) => `order by at desc, id desc limit ${upTo}`;

/** From each stage's list, which is in its own order, as many as are wanted. */
function byStage(filter: OrderFilter, table: "w" | "o", rows: Part[], upTo: number): Part[] {
  const stages = stagesOf(filter) ?? Object.keys(stageNames);
  // a stretch of deadlines is a small part of what is open: its own index has it, not the stages' lists
  if (isDated(filter) || stages.length === 1 || filter.dueFrom !== undefined)
    return [...rows, ...(stagesOf(filter) ? ["and", oneOf(`${table}.stage`, stages)] : []), latest(upTo)];
  return [
    where("select each.* from unnest($?::text[]) s (stage) cross join lateral (", stages),
    ...rows,
    `and ${table}.stage = s.stage ${latest(upTo)}) each`,
  ];
}

function inCity(filter: OrderFilter, after: After | null, upTo: number): Part[] {
  const at = `w.${timeOf(filter)}`;
  const rows = [
    `select ${at} as at, w.work_order as id from worklist w where`,
    all([
      where("w.platform = $1"),
      ...[...conditionsOf(filter), ...listedIn("w", filter), ...isBefore(at, "w.work_order", after)],
    ]),
  ];
  // a unit's orders stand by their stage, the city's and those of a class all together
  if (stagesOf(filter) === undefined && (filter.unit === undefined || isRare(filter))) return [...rows, latest(upTo)];
  return ["select * from (", ...byStage(filter, "w", rows, upTo), ") each", latest(upTo)];
}

/** A unit's own, from the rows that say whose matter it is; the order's row is looked at where more is asked than they say. */
function ofUnits(filter: OrderFilter, after: After | null, upTo: number): Part[] {
  const [at, conditions] = [`o.${timeOf(filter)}`, conditionsOf(filter)];
  const row = "join worklist w on w.platform = o.platform and w.work_order = o.work_order";
  const own = (unit: string): Part[] => [
    `select ${at} as at, o.work_order as id from order_unit o ${conditions.length > 0 ? row : ""} where`,
    all([
      where("o.platform = $1 and o.unit = $? and o.seen_until is null", unit),
      ...[...conditions, ...listedIn("o", filter), ...isBefore(at, "o.work_order", after)],
    ]),
  ];
  const each = ofEach(filter.units!, (unit) => byStage(filter, "o", own(unit), upTo));
  return ["select distinct at, id from (", each, ") each", latest(upTo)];
}

/** The first `limit` of at most `upTo` that fit, and how many of those there are. */
async function rowsOf(
  db: Database,
  platform: string,
  filter: OrderFilter,
  [after, limit, upTo]: [after: After | null, limit: number, upTo: number],
) {
  const isOwn = filter.units !== undefined && !isRare(filter);
  const { sql, values } = statement(
    [
      "with found as materialized (",
      ...(isOwn ? ofUnits : inCity)(filter, after, upTo),
      `), picked as materialized (select at, id from found ${latest(limit)})
       select w.*, (select count(*)::integer from found) as counted
       from picked join worklist w on w.platform = $1 and w.work_order = picked.id
       order by picked.at desc, picked.id desc`,
    ],
    [platform],
  );
  const rows = await db.query<Record<string, unknown>>(sql, values);
  return {
    rows: rows.map((row) => fromRow(worklistLayout, row)),
    counted: (rows[0]?.counted ?? 0) as number,
  };
}

/** 一页工单, the latest moved first; of a period the latest dispatched. */
export const orderPage = async (
  db: Database,
  platform: string,
  filter: OrderFilter,
  after: After | null,
  limit: number,
): Promise<WorklistRow[]> => (await rowsOf(db, platform, filter, [after, limit, limit])).rows;

/** 工单清单: its first page, and how long it is. */
export async function orderList(
  db: Database,
  platform: string,
  filter: OrderFilter,
  limit: number,
): Promise<Listed<WorklistRow>> {
  const { rows, counted } = await rowsOf(db, platform, filter, [null, limit, COUNTED]);
  return { rows, total: told(counted) };
}

/** 翻到一行: where the list goes on after it. */
export const placeAt = (filter: OrderFilter, { order, dispatchedAt, movedAt }: WorklistRow): After => ({
  at: isDated(filter) ? dispatchedAt : movedAt,
  id: order,
});

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
