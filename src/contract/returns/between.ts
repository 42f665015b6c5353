/** 退来退去 on the wire: which unit returned what to which, and the orders of two of them. */
import { z } from "zod";
import { orderRow } from "../order/order.ts";
import { code, id, instant } from "../value.ts";

const count = z.number().int();

const handOvers = z
  .object({
    from: z.string().describe("退出的单位"),
    to: z.string().nullable().describe("改派到的单位，空为还没有改派"),
    returns: count,
    late: count.describe("其中超期退单"),
    bulk: count.describe("其中批量退单"),
  })
  .meta({ id: "HandOvers" });

const bulkAct = z
  .object({
    bulk: id,
    unit: z.string(),
    unitName: z.string(),
    category: z.string(),
    categoryName: z.string(),
    orders: count,
    pending: count.describe("待裁定"),
    accepted: count.describe("已同意"),
    late: count.describe("超期退单"),
    requestedAt: instant,
    openSince: instant.describe("其中最早的派发"),
  })
  .meta({ id: "BulkAct" });

export const sinceQuery = z.object({
  days: z.coerce.number().int().min(1).max(366).default(90).describe("近多少天申请的退单"),
});

export const returnsBetween = z
  .object({
    since: instant,
    units: z.array(z.object({ unit: z.string(), name: z.string() })).describe("有来往的单位，退得多的在前"),
    pairs: z.array(handOvers).describe("同意的退单，多的在前"),
    bulk: z.array(bulkAct).describe("批量退单，新的在前，至多 50 行"),
  })
  .meta({ id: "ReturnsBetween" });

export const pairQuery = sinceQuery.extend({ unit: code, other: code });

/** 一段: a lead unit's time with the order. */
const leg = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    from: instant,
    until: instant.nullable(),
    returned: z.enum(["late", "inTime"]).nullable().describe("怎样退的，空为没有退"),
  })
  .meta({ id: "Leg" });

const strip = orderRow
  .extend({
    legs: z.array(leg),
    pending: z.boolean().describe("退单待裁定"),
    matterDay: z.string().describe("事项时钟：第 24 个工作日"),
  })
  .meta({ id: "OrderStrip" });

export const returnedOrders = z
  .object({
    rows: z.array(strip).describe("没办结的在前，至多 50 件"),
    open: count,
    total: count,
  })
  .meta({ id: "ReturnedOrders" });
