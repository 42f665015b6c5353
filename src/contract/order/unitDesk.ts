/** 承办单位台 on the wire: how long each queue is, and the unit's own figures of a month. */
import { z } from "zod";
import { measuredRate } from "../measure.ts";

const total = z.string().describe("最多数到“1 000+”");

export const unitDeskView = z
  .object({
    queues: z.object({
      urgent: total.describe("紧急，待签收和在办的"),
      acknowledge: total.describe("待签收"),
      soon: total.describe("临期"),
      due: total.describe("到期"),
      overdue: total.describe("超期"),
      handle: total.describe("在办，退单待裁定的除外"),
      verify: total.describe("请本单位核实的"),
      rejected: total.describe("退单被驳回的"),
      again: total.describe("返工和重办的"),
      ruling: total.describe("退单待裁定"),
    }),
  })
  .meta({ id: "UnitDesk" });

export const unitFiguresQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "不是月份")
    .optional()
    .describe("哪个月；不填是本月到现在"),
});

export const unitFigures = z
  .object({ month: z.string(), onTime: measuredRate, satisfaction: measuredRate, response: measuredRate })
  .meta({ id: "UnitFigures" });
