import { z } from "zod";
import { code, id, instant, pageOf, paging } from "../value.ts";
import { role } from "./session.ts";

export const accessLogQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, "翻页位置不对")
    .optional()
    .describe("上一页给出的位置"),
  limit: paging.limit,
  account: id.optional(),
  subject: code.optional().describe("看了什么：诉求等的编号"),
  operation: code.optional(),
  from: instant.optional(),
  until: instant.optional(),
});

const row = z.object({
  no: z.number().int(),
  at: instant,
  account: z.string().nullable(),
  number: z.string(),
  role,
  operation: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  reason: z.string().nullable(),
  address: z.string().describe("从哪里来"),
  filter: z.string().nullable().describe("查了什么：查来电人、导出时的条件，电话已遮去，检索的文字只记字数"),
  found: z.number().int().nullable().describe("查到多少"),
});

export const accessLogPage = pageOf(row).meta({ id: "AccessLogPage" });
