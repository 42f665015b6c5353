/** 没有答案的问题 on the wire. */
import { z } from "zod";
import { id, instant, line, pageOf, paging } from "../value.ts";

export const newQuestion = z.object({ text: line.describe("问的是什么，没有找到") });
export const questionParams = z.object({ id });
export const questionQuery = z.object({ ...paging, open: z.stringbool().default(true).describe("只看还没有答案的") });
export const answering = z.object({ article: id.describe("回答它的条目") });

export const questionView = z
  .object({
    id,
    text: z.string(),
    by: z.string(),
    at: instant,
    answer: z.object({ article: id, title: z.string(), at: instant, by: z.string() }).nullable(),
  })
  .meta({ id: "OpenQuestion" });
export const questionPage = pageOf(questionView).meta({ id: "OpenQuestionPage" });
