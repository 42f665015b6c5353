/** 查验工作清单: what the desks' lists and the doors of the units say of work orders is what the orders themselves say. */

import { grouped } from "../../domain/grouped.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { Finding } from "../../domain/ledger/finding.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { orderUnits, worklistRow } from "../../domain/order/worklist.ts";
import { rowsByKey } from "../byKey.ts";
import type { Database } from "../database.ts";
import type { Beside } from "../refold.ts";
import { fromRow, type Layout, orderUnitLayout, toRow, worklistLayout } from "../row.ts";
import type { State } from "../subject.ts";
import { unitRequestDiffers, unitRequestStrays } from "../unitRequests.ts";

/** The rows as text, by their order; of each order in a fixed order. */
function told<T extends { order: Id }>(of: Layout<T>, platform: string, rows: readonly T[]): Map<Id, string> {
  const groups = grouped(rows, ({ order }) => order);
  const text = (group: readonly T[]) =>
    group
      .map((row) => JSON.stringify(toRow(of, platform, row)))
      .sort()
      .join();
  return new Map([...groups].map(([id, group]) => [id, text(group)]));
}

async function differs<T extends { order: Id }>(
  db: Database,
  of: Layout<T>,
  [platform, orders, derive]: [platform: string, orders: readonly OrderState[], derive: (order: OrderState) => T[]],
): Promise<Id | null> {
  const ids = `{${orders.map(({ id }) => id).join(",")}}`;
  const rows = await db.query<Record<string, unknown>>(rowsByKey(of.table, "work_order", "offset 0"), [platform, ids]);
  const stored = rows.map((row) => fromRow(of, row));
  const [kept, derived] = [told(of, platform, stored), told(of, platform, orders.flatMap(derive))];
  return orders.find(({ id }) => kept.get(id) !== derived.get(id))?.id ?? null;
}

const idsOf = (states: readonly State[] = []): Id[] => states.map(({ id }) => id);

/** 清单不符的工单 or requests among the rows of a page; null: none. */
export const worklistDiffers: Beside<Pick<Finding, "subject" | "id"> | null> = async (db, platform, rows) => {
  const orders = (rows.get("order") ?? []) as OrderState[];
  const order =
    (await differs(db, worklistLayout, [platform, orders, (one) => [worklistRow(one)]])) ??
    (await differs(db, orderUnitLayout, [platform, orders, orderUnits])) ??
    (await unitRequestDiffers(db, platform, idsOf(orders)));
  if (order) return { subject: "order", id: order };
  const request = await unitRequestStrays(db, platform, idsOf(rows.get("request")));
  return request ? { subject: "request", id: request } : null;
};
