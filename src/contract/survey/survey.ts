/** 评价 on the wire: what a citizen sees and says behind a one-time link. */
import { z } from "zod";
import { instant, someWords } from "../value.ts";

export const surveyParams = z.object({ code: z.string().regex(/^[0-9a-z]{20}$/, "不是评价代码") });

export const surveyView = z
  .object({
    platform: z.string(),
    number: z.string().describe("编号，查进展也凭它"),
    title: z.string().nullable().describe("反映的事，已遮去个人信息；能评价时才给"),
    answer: z.string().nullable().describe("要评价的答复，已遮去个人信息；能评价时才给"),
    state: z.enum(["open", "answered", "closed"]).describe("可以评价、已评价、不能评价了"),
    until: instant.describe("评价截止"),
  })
  .meta({ id: "Survey" });

export const surveyBody = z.object({
  rating: z.enum(["satisfied", "neutral", "dissatisfied"]),
  solved: z.boolean().nullable().default(null).describe("问题解决了没有"),
  comment: someWords,
});
