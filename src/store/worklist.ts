import type { OrderState } from "../domain/order/order.ts";
import { orderUnits, worklistRow } from "../domain/order/worklist.ts";
import { addRows, putRows } from "./addRows.ts";
import type { Database } from "./database.ts";
import { orderUnitLayout, worklistLayout } from "./row.ts";

/** A sub-unit that an import doesn't name any more never had a part in it; for all of these orders at once. */
async function dropForgottenSubUnits(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  const handedOn = orders.filter(({ assignments }) => assignments.some(({ subUnit }) => subUnit !== null));
  if (handedOn.length === 0) return;
  const parts = handedOn.flatMap((order) => orderUnits(order).map(({ unit }) => ({ work_order: order.id, unit })));
  await db.query(
    `delete from order_unit where platform = $1 and work_order = any ($2::text::uuid[]) and not exists (
       select from jsonb_to_recordset($3::text::jsonb) as part (work_order uuid, unit text)
       where part.work_order = order_unit.work_order and part.unit = order_unit.unit)`,
    [platform, `{${handedOn.map(({ id }) => id).join(",")}}`, JSON.stringify(parts)],
  );
}

/** 改写清单 of few orders. */
export async function putWorklist(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  const key = ["platform", "unit", "request"];
  await db.together([
    () => dropForgottenSubUnits(db, platform, orders),
    () => putRows(db, worklistLayout, ["platform", "work_order"], platform, orders.map(worklistRow)),
    () => putRows(db, orderUnitLayout, key, platform, orders.flatMap(orderUnits)),
  ]);
}

/** 写入清单 of these orders: their rows for the desks, and whose they are. */
export async function addWorklist(db: Database, platform: string, orders: readonly OrderState[]): Promise<void> {
  await addRows(db, worklistLayout, platform, orders.map(worklistRow));
  await addRows(db, orderUnitLayout, platform, orders.flatMap(orderUnits));
}
