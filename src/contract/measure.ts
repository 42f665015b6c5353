/** 指标 on the wire: a rate with the two counts that it is made of, and what a reader must know beside it. */
import { z } from "zod";

export const measuredRate = z
  .object({
    percent: z.number().nullable().describe("百分数，两位小数；null：没有值"),
    numerator: z.number().int().nullable(),
    denominator: z.number().int().nullable(),
    words: z.string().nullable().describe("口径"),
    note: z.string().nullable().describe("没有值的原因，或样本不足"),
  })
  .meta({ id: "MeasuredRate" });
