import type { OrderState } from "../domain/order/order.ts";
import { orderUnits, worklistRow } from "../domain/order/worklist.ts";
import { addRows, putRows } from "./addRows.ts";
import type { Database } from "./database.ts";
import { orderUnitLayout, worklistLayout } from "./row.ts";

/** A sub-unit that an import doesn't name any more never had a part in it. */
async function dropForgottenSubUnits(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  for (const order of orders)
    if (order.assignments.some(({ subUnit }) => subUnit !== null))
      await db.query("delete from order_unit where platform = $1 and work_order = $2 and not unit = any ($3::text[])", [
        platform,
        order.id,
        orderUnits(order).map(({ unit }) => unit),
      ]);
}

/** 改写清单 of few orders. */
export async function putWorklist(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  await dropForgottenSubUnits(db, platform, orders);
  await putRows(db, worklistLayout, ["platform", "work_order"], platform, orders.map(worklistRow));
  await putRows(db, orderUnitLayout, ["platform", "unit", "work_order"], platform, orders.flatMap(orderUnits));
}

/** 写入清单 of these orders: their rows for the desks, and whose they are. */
export async function addWorklist(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  await addRows(db, worklistLayout, platform, orders.map(worklistRow));
  await addRows(db, orderUnitLayout, platform, orders.flatMap(orderUnits));
}
