/** 工单清单 as the viewer's role sees it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import type { Assignment, OrderState, ReturnRequest } from "../../domain/order/order.ts";
import type { WorklistRow } from "../../domain/order/worklist.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { assignmentLayout, fromRow, type Layout, orderLayout, returnLayout, worklistLayout } from "../row.ts";
import { boundedCount, type Condition, oneOf, together, where } from "./page.ts";
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
}

/** still with a unit: as the index for deadlines has it */
const OPEN = "w.stage in ('unacknowledged', 'handling', 'returning', 'arbitrating')";

function conditionsOf(filter: OrderFilter): Condition[] {
  const { stage, unit, categories, urgent, supervision, overdueAt, from, until, number } = filter;
  const conditions: Condition[] = [where("w.platform = $1")];
  if (stage) conditions.push(oneOf("w.stage", stage));
  if (unit !== undefined) conditions.push(where("w.lead = $?", unit));
  if (categories) conditions.push(oneOf("w.category", categories));
  if (urgent !== undefined) conditions.push(where("w.urgent = $?", urgent));
  if (supervision !== undefined) conditions.push(where("w.supervision = $?", supervision));
  if (overdueAt !== undefined) conditions.push(where(`w.due_at < $?::timestamptz and ${OPEN}`, timestamp(overdueAt)));
  if (from !== undefined) conditions.push(where("w.dispatched_at >= $?::timestamptz", timestamp(from)));
  if (until !== undefined) conditions.push(where("w.dispatched_at < $?::timestamptz", timestamp(until)));
  if (number !== undefined) conditions.push(where("w.number = $?", number));
  return conditions;
}

/** 一页工单, the latest moved first. */
export async function orderPage(
  db: Database,
  platform: string,
  filter: OrderFilter,
  after: After | null,
  limit: number,
): Promise<WorklistRow[]> {
  const conditions = conditionsOf(filter);
  if (after)
    conditions.push(where("(w.moved_at, w.work_order) < ($?::timestamptz, $?::uuid)", timestamp(after.at), after.id));
  const { sql, values } = together(conditions, [platform]);
  const rows = await db.query<Record<string, unknown>>(
    `select w.* from worklist w where ${sql} order by w.moved_at desc, w.work_order desc limit ${limit}`,
    values,
  );
  return rows.map((row) => fromRow(worklistLayout, row));
}

/** 工单总数 as it is told. */
export function orderTotal(db: Database, platform: string, filter: OrderFilter): Promise<string> {
  const { sql, values } = together(conditionsOf(filter), [platform]);
  return boundedCount(db, `from worklist w where ${sql}`, values);
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
  const [row] = await db.prepared<Record<string, unknown>>("select * from work_order where platform = $1 and id = $2", [
    platform,
    id,
  ]);
  if (!row) return null;
  return {
    ...fromRow(orderLayout, row),
    assignments: (await partsOf(db, assignmentLayout, platform, id)) as Assignment[],
    returns: (await partsOf(db, returnLayout, platform, id)) as ReturnRequest[],
  };
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
