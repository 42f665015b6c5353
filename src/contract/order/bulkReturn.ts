/** 批量退单 on the wire. */
import { z } from "zod";
import { code, id, instant } from "../value.ts";

const openBulkReturn = z
  .object({
    id: id.describe("这批退单的编号"),
    unit: code,
    unitName: z.string(),
    reason: z.string().nullable().describe("退单原因"),
    text: z.string().nullable().describe("依据和说明，已遮去个人信息"),
    requestedAt: instant,
    orders: z.number().int().describe("还没有裁定的工单"),
    late: z.number().int().describe("其中超期退单"),
    openSince: instant.describe("其中最早的派发时间"),
    categoryNames: z.array(z.string()),
    sample: id.describe("其中一件工单"),
  })
  .meta({ id: "OpenBulkReturn" });

export const openBulkReturns = z.array(openBulkReturn).meta({ id: "OpenBulkReturns" });
