/** 月末留存 on the wire: the open overdue stock as each month's end found it. */
import { z } from "zod";
import { instant, pageOf, paging } from "../value.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "不是月份");

const snapshot = z
  .object({
    month,
    takenAt: instant.describe("何时留存"),
    orders: z.number().int().describe("月末超期未反馈的工单"),
    units: z.array(z.object({ unit: z.string(), unitName: z.string(), orders: z.number().int() })).describe("多的在前"),
  })
  .meta({ id: "OverdueSnapshot" });

export const snapshotQuery = z.object({ ...paging, cursor: month.optional().describe("上一页给出的位置") });
export const snapshotPage = pageOf(snapshot).omit({ total: true }).meta({ id: "OverdueSnapshotPage" });
