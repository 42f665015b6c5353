/** 主体: for every kind of thing that events happen to: how it is folded, read and written. */
import type { Instant } from "../domain/calendar/civil.ts";
import { applyCall } from "../domain/call/apply.ts";
import { applyCountyMonth, applyLeaderDay, applyMysteryCall } from "../domain/county/apply.ts";
import { grouped } from "../domain/grouped.ts";
import type { Id, LedgerEvent, Subject } from "../domain/ledger/event.ts";
import { applyOrder } from "../domain/order/apply.ts";
import type { Assignment, OrderState, ReturnRequest } from "../domain/order/order.ts";
import { applyRequest } from "../domain/request/apply.ts";
import { addRows, putRows } from "./addRows.ts";
import { rowsByKey } from "./byKey.ts";
import { startClocks } from "./clock/clock.ts";
import type { Database } from "./database.ts";
import {
  assignmentLayout,
  callLayout,
  countyMonthLayout,
  fromRow,
  type Layout,
  leaderDayLayout,
  mysteryCallLayout,
  orderLayout,
  orderUnitLayout,
  requestLayout,
  returnLayout,
  worklistLayout,
} from "./row.ts";
import { addWorklist, putWorklist } from "./worklist.ts";

export interface State {
  id: Id;
  version: number;
}

/** 写入的情形 */
export interface Circumstances {
  /** the states before, of those that there were */
  before: ReadonlyMap<Id, State>;
  /** when the clock must look at an order again; without it at once */
  lookAgainAt?: ((order: OrderState) => Instant | null) | undefined;
}

export interface SubjectStore<S extends State = State> {
  apply(state: S | null, event: LedgerEvent): S;
  /** the states of these ids, locked until the transaction ends unless only read; unknown ids are not among them */
  load(db: Database, platform: string, ids: readonly Id[], only?: "read"): Promise<S[]>;
  add(db: Database, platform: string, states: readonly S[], of?: Circumstances): Promise<void>;
  remove(db: Database, platform: string, ids: readonly Id[]): Promise<void>;
  /** few, each instead of its own earlier state; parts of a thing are only ever added */
  put(db: Database, platform: string, states: readonly S[], of: Circumstances): Promise<void>;
}

const list = (ids: readonly Id[]) => `{${ids.join(",")}}`;

async function rowsOf<T>(
  db: Database,
  { table }: Layout<T>,
  [platform, key, ids, only]: [platform: string, key: "id" | "work_order", ids: readonly Id[], only?: "read"],
) {
  const order = key === "id" ? "id" : `${key}, no`;
  const rows = rowsByKey(table, key, only === "read" ? "offset 0" : "for update");
  // of two who lock several, one waits for the other, not each for each
  const wanted = only === "read" ? ids : ids.toSorted();
  return db.prepared<Record<string, unknown>>(`${rows} order by ${order}`, [platform, list(wanted)]);
}

const removeRows = (db: Database, table: string, platform: string, key: string, ids: readonly Id[]) =>
  db.query(`delete from ${table} where ctid = any(array(${rowsByKey(table, key, "offset 0", "ctid")}))`, [
    platform,
    list(ids),
  ]);

const inOneTable = <S extends State>(of: Layout<S>, apply: SubjectStore<S>["apply"]): SubjectStore<S> => ({
  apply,
  load: async (db, platform, ids, only) =>
    (await rowsOf(db, of, [platform, "id", ids, only])).map((row) => fromRow(of, row)),
  add: (db, platform, states) => addRows(db, of, platform, states),
  remove: async (db, platform, ids) => {
    await removeRows(db, of.table, platform, "id", ids);
  },
  put: (db, platform, states) => putRows(db, of, ["platform", "id"], platform, states),
});

const partsOf = (rows: Record<string, unknown>[]) => grouped(rows, (row) => row.work_order as Id);

const withoutOrder = <T extends { order: string }>({ order: _, ...rest }: T): Omit<T, "order"> => rest;

async function loadOrders(db: Database, platform: string, ids: readonly Id[], only?: "read"): Promise<OrderState[]> {
  const [orders, ...parts] = await db.together([
    () => rowsOf(db, orderLayout, [platform, "id", ids, only]),
    () => rowsOf(db, assignmentLayout, [platform, "work_order", ids, only]),
    () => rowsOf(db, returnLayout, [platform, "work_order", ids, only]),
  ]);
  const [assignments, returns] = [partsOf(parts[0]), partsOf(parts[1])];
  const read = <T extends { order: string }>(of: Layout<T>, rows: Record<string, unknown>[] = []) =>
    rows.map((row) => withoutOrder(fromRow(of, row)));
  return orders.map((row) => ({
    ...fromRow(orderLayout, row),
    assignments: read(assignmentLayout, assignments.get(row.id as Id)) as Assignment[],
    returns: read(returnLayout, returns.get(row.id as Id)) as ReturnRequest[],
  }));
}

const assignmentsOf = (orders: readonly OrderState[]) =>
  orders.flatMap(({ id, assignments }) => assignments.map((part) => ({ ...part, order: id })));
const returnsOf = (orders: readonly OrderState[]) =>
  orders.flatMap(({ id, returns }) => returns.map((part) => ({ ...part, order: id })));

const orderStore: SubjectStore<OrderState> = {
  apply: applyOrder,
  load: loadOrders,
  add: async (db, platform, orders, of) => {
    await db.together([
      () => addRows(db, orderLayout, platform, orders),
      () => addRows(db, assignmentLayout, platform, assignmentsOf(orders)),
      () => addRows(db, returnLayout, platform, returnsOf(orders)),
      () => addWorklist(db, platform, orders),
      () => startClocks(db, platform, orders, of?.lookAgainAt),
    ]);
  },
  put: async (db, platform, orders, { before, lookAgainAt }) => {
    // what an event leaves alone is still the same array
    const touched = (part: "assignments" | "returns") =>
      orders.filter((order) => order[part] !== (before.get(order.id) as OrderState | undefined)?.[part]);
    const key = ["platform", "work_order", "no"];
    await db.together([
      () => putRows(db, orderLayout, ["platform", "id"], platform, orders),
      () => putRows(db, assignmentLayout, key, platform, assignmentsOf(touched("assignments"))),
      () => putRows(db, returnLayout, key, platform, returnsOf(touched("returns"))),
      () => putWorklist(db, platform, orders),
      () => startClocks(db, platform, orders, lookAgainAt),
    ]);
  },
  remove: async (db, platform, ids) => {
    for (const { table } of [orderUnitLayout, worklistLayout, returnLayout, assignmentLayout])
      await removeRows(db, table, platform, "work_order", ids);
    await removeRows(db, orderLayout.table, platform, "id", ids);
  },
};

export const subjects: { [S in Subject]: SubjectStore } = {
  call: inOneTable(callLayout, applyCall),
  request: inOneTable(requestLayout, applyRequest),
  order: orderStore,
  countyMonth: inOneTable(countyMonthLayout, applyCountyMonth),
  mysteryCall: inOneTable(mysteryCallLayout, applyMysteryCall),
  leaderDay: inOneTable(leaderDayLayout, applyLeaderDay),
} as { [S in Subject]: SubjectStore };
