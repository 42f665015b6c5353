/** 导出的记录: what a period's figures are made from, earlier work orders that reach into it and their requests included. */
import type { CallState } from "../../domain/call/call.ts";
import type { CountyMonthState, LeaderDayState, MysteryCallState } from "../../domain/county/county.ts";
import { grouped } from "../../domain/grouped.ts";
import type { FreeText, Id } from "../../domain/ledger/event.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { rowsByKey } from "../byKey.ts";
import type { Database } from "../database.ts";
import {
  assignmentLayout,
  callLayout,
  countyMonthLayout,
  fromRow,
  type Layout,
  leaderDayLayout,
  mysteryCallLayout,
  orderLayout,
  requestLayout,
  returnLayout,
} from "../row.ts";
import { type Period, pages } from "./page.ts";

const inPeriod = (column: string) => `${column} >= $2::timestamptz and ${column} < $3::timestamptz`;

/** Work orders sent out before the period's end that were not done with before it began. */
const REACHING = `dispatched_at < $3::timestamptz and (
  dispatched_at >= $2::timestamptz
  or resolved_at is null or resolved_at >= $2::timestamptz
  or followed_up_at is null or followed_up_at >= $2::timestamptz
  or id in (select work_order from return_request where platform = $1 and (requested_at >= $2::timestamptz or ruled_at >= $2::timestamptz))
)`;

/** Requests accepted in the period, those of its work orders, and those that its repeats were merged into. */
const CONCERNED = `(${inPeriod("accepted_at")})
  or id in (select request from work_order where platform = $1 and ${REACHING})
  or id in (select merged_into from service_request where platform = $1 and merged_into is not null and ${inPeriod("accepted_at")})`;

/** 话务 offered in the period */
export const callsIn = (db: Database, platform: string, period: Period): AsyncGenerator<CallState[]> =>
  pages(db, callLayout, platform, period, inPeriod("offered_at"));

/** 诉求 accepted in the period, and those that its work orders and repeats point to */
export const requestsIn = (db: Database, platform: string, period: Period): AsyncGenerator<RequestState[]> =>
  pages(db, requestLayout, platform, period, CONCERNED);

const list = (ids: readonly Id[]) => `{${ids.join(",")}}`;

async function partsOf<T extends { order: Id }>(db: Database, of: Layout<T>, platform: string, orders: Id[]) {
  const rows = await db.query<Record<string, unknown>>(
    `${rowsByKey(of.table, "work_order", "offset 0")} order by work_order, no`,
    [platform, list(orders)],
  );
  return grouped(
    rows.map((row) => fromRow(of, row)),
    (part) => part.order,
  );
}

/** 工单 that reach into the period, whole */
export async function* ordersIn(db: Database, platform: string, period: Period): AsyncGenerator<OrderState[]> {
  for await (const orders of pages(db, orderLayout, platform, period, REACHING)) {
    const ids = orders.map(({ id }) => id);
    const assignments = await partsOf(db, assignmentLayout, platform, ids);
    const returns = await partsOf(db, returnLayout, platform, ids);
    yield orders.map((order) => ({
      ...order,
      assignments: assignments.get(order.id) ?? [],
      returns: returns.get(order.id) ?? [],
    }));
  }
}

/** 县级月报 of the months from `first` to `last` */
export async function countyMonthsBetween(db: Database, platform: string, first: string, last: string) {
  const rows = await db.query<Record<string, unknown>>(
    "select * from county_month where platform = $1 and month between $2 and $3 order by month, county",
    [platform, first, last],
  );
  return rows.map((row) => fromRow<CountyMonthState>(countyMonthLayout, row));
}

/** 拨测 in the period */
export const mysteryCallsIn = (db: Database, platform: string, period: Period): AsyncGenerator<MysteryCallState[]> =>
  pages(db, mysteryCallLayout, platform, period, inPeriod("called_at"));

/** 全部领导接听日, by id: a few a month */
export async function leaderDaysById(db: Database, platform: string): Promise<Map<Id, LeaderDayState>> {
  const rows = await db.query<Record<string, unknown>>("select * from leader_day where platform = $1", [platform]);
  return new Map(rows.map((row) => fromRow<LeaderDayState>(leaderDayLayout, row)).map((day) => [day.id, day]));
}

/** 诉求编号 of these requests */
export async function requestNumbers(db: Database, platform: string, ids: Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: Id; number: string }>(
    rowsByKey("service_request", "id", "offset 0", "id, number"),
    [platform, list(ids)],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** 文字 of these ids */
export async function textsOf(db: Database, platform: string, ids: Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<FreeText>(rowsByKey("free_text", "id", "offset 0", "id, text"), [platform, list(ids)]);
  return new Map(rows.map(({ id, text }) => [id, text]));
}
