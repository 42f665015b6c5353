import type { OrderState } from "../domain/order/order.ts";
import { orderUnits, worklistRow } from "../domain/order/worklist.ts";
import { addRows, putRows } from "./addRows.ts";
import type { Database } from "./database.ts";
import { orderUnitLayout, worklistLayout } from "./row.ts";

/** 改写清单 of few orders. */
export async function putWorklist(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  await putRows(db, worklistLayout, ["platform", "work_order"], platform, orders.map(worklistRow));
  await putRows(db, orderUnitLayout, ["platform", "unit", "work_order"], platform, orders.flatMap(orderUnits));
}

/** 写入清单 of these orders: their rows for the desks, and whose they are. */
export async function addWorklist(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  await addRows(db, worklistLayout, platform, orders.map(worklistRow));
  await addRows(db, orderUnitLayout, platform, orders.flatMap(orderUnits));
}
