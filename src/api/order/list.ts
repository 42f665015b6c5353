import type { z } from "zod";
import { orderQuery, orderPage as pageSchema } from "../../contract/order/order.ts";
import { type OrderFilter, orderList, orderPage, placeAt } from "../../store/desk/orders.ts";
import { countedOf, cursorOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { subcategoriesOf } from "../request/list.ts";
import { instantOf } from "../time.ts";
import type { Visit } from "../visit.ts";
import { rowOf } from "./view.ts";

/** 筛选 as the store asks it. */
export async function filterOf(
  query: Omit<z.output<typeof orderQuery>, "limit" | "cursor">,
  visit: Visit,
): Promise<OrderFilter> {
  const { category, overdue, from, until, ...same } = query;
  return {
    ...same,
    units: visit.viewer.units ?? undefined,
    from: instantOf(from),
    until: instantOf(until),
    overdueAt: overdue ? visit.at : undefined,
    categories: category === undefined ? undefined : subcategoriesOf(await visit.rules(), category, visit.at),
  };
}

export const listOrders = operation({
  id: "listOrders",
  method: "GET",
  path: "/orders",
  summary: "工单清单：筛选，最近有动静的在前；限定派发时间的，最近派发的在前",
  tag: "工单",
  permit: "signedIn",
  query: orderQuery,
  answer: pageSchema,
  handle: async ({ query: { cursor, limit, ...query } }, visit) => {
    const rules = await visit.rules();
    const filter = await filterOf(query, visit);
    const { platform } = visit.platform;
    const after = countedOf(cursor);
    const { rows, total } = await visit.see(async (db) =>
      after === null
        ? orderList(db, platform, filter, limit)
        : { rows: await orderPage(db, platform, filter, after, limit), total: after.total },
    );
    const last = rows.length === limit ? rows.at(-1)! : null;
    return {
      rows: rows.map((row) => rowOf(row, rules, visit.at)),
      next: last && cursorOf({ ...placeAt(filter, last), total }),
      total,
    };
  },
});
