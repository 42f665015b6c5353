/** 报错 on the wire. */
import { z } from "zod";
import { id, instant, line, pageOf, paging } from "../value.ts";

export const reportParams = z.object({ id });
export const reportQuery = z.object({
  ...paging,
  article: id.optional(),
  open: z.stringbool().default(true).describe("只看还没处理的"),
});
export const settlement = z.object({ text: line.describe("怎样处理的") });

export const reportView = z
  .object({
    id,
    article: id,
    title: z.string(),
    edition: z.number().int().describe("说的是第几版"),
    text: z.string(),
    by: z.string(),
    at: instant,
    settlement: z.object({ at: instant, by: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: "ArticleErrorReport" });
export const reportPage = pageOf(reportView).meta({ id: "ArticleErrorReportPage" });
