/** 月报案例 on the wire. */
import { z } from "zod";
import { caseGrounds, caseKinds } from "../../domain/report/case.ts";
import { id, instant, line, monthKey, words } from "../value.ts";

const kind = z.enum(Object.keys(caseKinds) as [keyof typeof caseKinds]);
const ground = z.enum(Object.keys(caseGrounds) as [keyof typeof caseGrounds]);
const title = line.max(100).describe("标题");
const text = words
  .max(5000)
  .describe(
    "正文，一行一段；号码、门牌、住址、单位和来电人自己的姓名存下时隐去；别人的姓名，“我叫”“姓名”后面的才认得出来",
  );

export const caseParams = z.object({ id });
export const caseQuery = z.object({ month: monthKey });
export const newCase = z
  .object({ month: monthKey, kind, order: id.describe("工单编号") })
  .meta({ id: "NewReportCase" });
export const caseWording = z.object({ title, text }).meta({ id: "ReportCaseWording" });
export const caseChoice = z.object({ chosen: z.boolean().describe("选入这个月的月报") });

export const caseRow = z
  .object({
    id,
    version: z.number().int(),
    month: monthKey,
    kind,
    kindName: z.string(),
    order: id,
    chosen: z.boolean(),
    title: z.string(),
    text: z.string(),
  })
  .meta({ id: "ReportCaseRow" });

export const caseView = caseRow
  .extend({
    wordings: z
      .array(z.object({ no: z.number().int(), title: z.string(), text: z.string(), at: instant, by: z.string() }))
      .describe("各稿，新的在前"),
  })
  .meta({ id: "ReportCase" });

export const caseMonth = z
  .object({
    month: monthKey,
    kept: z.array(caseRow).describe("写了的"),
    proposed: z
      .array(
        z.object({
          order: id,
          kind,
          kindName: z.string(),
          grounds: z.array(z.object({ ground, groundName: z.string() })).describe("凭什么提出来，可有几条"),
          title: z.string(),
          text: z.string().describe("由账本写成的经过，已隐去个人信息"),
          taken: z.boolean().describe("已经写了"),
        }),
      )
      .describe("账本里可以写成案例的"),
  })
  .meta({ id: "ReportCaseMonth" });
