/** 值: how the small things of the wire are written; every schema is built from these. */
import { z } from "zod";
import { isOfOurTime } from "../domain/calendar/civil.ts";
import { periodFault } from "../domain/calendar/period.ts";
import { visible } from "../domain/visible.ts";

/** as the database writes it, however it was written */
export const uuid = z.uuid().toLowerCase();
export const id = uuid.describe("编号");
const text = (max: number) => z.string().overwrite(visible).trim().min(1).max(max);
export const code = text(100).describe("代码");
export const line = text(200);
export const words = text(5000).describe("文字");
export const longWords = text(20_000);
export const someWords = words.nullish().transform((text) => text ?? null);
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isOfOurTime, "不在 1900 年至 2199 年之间")
  .describe("时刻（ISO 8601，带时区）");
export const civilDate = z.iso.date().refine(isOfOurTime, "不在 1900 年至 2199 年之间").describe("日期");
export const monthKey = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, "不是月份")
  .describe("月份，如 2023-05");
export const periodKey = z
  .string()
  .max(30)
  .refine((key) => periodFault(key) === null, { error: ({ input }) => periodFault(String(input)) ?? "不是统计时段" })
  .describe("时段：日 2023-05-08、周 2023-W19、月 2023-05、季 2023-Q2、年 2023、节假日 2023-05-01_2023-05-03");
export const rating = z.enum(["satisfied", "neutral", "dissatisfied", "noResponse"]);

/** 翻页: where the next page goes on, and how many on it; never unbounded. */
export const paging = {
  cursor: z.string().max(500).optional().describe("上一页给出的位置"),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe("每页件数"),
};

/** 一页: rows, where the next one goes on (null: the last), and how many there are in all, counted no further than 1000. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.string().describe("总数，最多数到“1 000+”") });
