/** 县级月报的上报和检查 on the wire. */
import { z } from "zod";
import { countyTerms, stateNames } from "../../domain/county/act.ts";
import { findingNames } from "../../domain/county/findings.ts";
import { civilDate, code, instant, monthKey, words } from "../value.ts";

const keysOf = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];

/** as large as the database keeps one */
const count = z.number().int().min(0).max(2_147_483_647).nullable().default(null);
const ratio = z
  .object({
    numerator: z.number().int().min(0).max(2_147_483_647).describe("分子"),
    denominator: z.number().int().min(0).max(2_147_483_647).describe("分母"),
  })
  .nullable()
  .default(null)
  .describe("分子和分母；null：不报");

const day = z.object({
  date: civilDate,
  offered: count.describe("接听来电"),
  answered: count.describe("接通来电"),
  accepted: count.describe("受理诉求"),
  firstContact: count.describe("在线办结"),
});

const figures = {
  offered: count.describe("接听来电"),
  answered: count.describe("接通来电"),
  firstContact: ratio.describe("在线办结 ÷ 受理诉求"),
  onTime: ratio.describe("按时办结 ÷ 应办结"),
  followUp: ratio.describe("已回访 ÷ 应回访"),
  satisfaction: ratio.describe("满意 ÷ 参评"),
};

/** a month has 31 days; some may be there twice, which is found, not refused */
const MOST_DAYS = 62;

export const newCountyReport = z
  .object({ ...figures, days: z.array(day).max(MOST_DAYS).default([]).describe("逐日明细，可以不报") })
  .refine(({ days: _, ...given }) => Object.values(given).some((one) => one !== null), { message: "至少报一项" })
  .meta({ id: "NewCountyReport" });

export const countyReportQuery = z.object({ month: monthKey });
export const countyReportParams = z.object({ month: monthKey, county: code.describe("县级平台") });
export const dataObjectionParams = countyReportParams.extend({ no: z.coerce.number().int().min(1).max(10_000) });

const finding = z.enum(keysOf(findingNames));
const points = z.number().int().describe("百分之一分");

export const newDataObjection = z.object({
  finding: finding.nullable().default(null).describe("由哪一项检查发现；null：人工"),
  text: words.describe("哪里不对"),
});
export const dataObjectionAnswer = z.object({ text: words.describe("答复") });
export const dataObjectionSettlement = z.object({
  upheld: z.boolean().describe("成立：数据确有错"),
  text: words.describe("理由"),
});
export const accuracyVerdict = z.object({
  points: points.min(0).describe("得分，百分之一分"),
  text: words.describe("理由"),
});

const state = z.enum(keysOf(stateNames));

export const countyReportRow = z
  .object({
    county: z.string(),
    month: monthKey,
    version: z.number().int().describe("上报、异议、答复、评定，每做一次加一；0：还没有报"),
    edition: z.number().int().describe("第几版：上报了几次"),
    state,
    stateName: z.string(),
    deliveredAt: instant.nullable().describe("最近一次上报"),
    due: civilDate.describe("上报期限的最后一天"),
    late: z.boolean().describe("第一次上报晚于期限，或者过了期限还没有报"),
    certain: z.number().int().describe("一定有错的"),
    doubtful: z.number().int().describe("要看一看的"),
    openObjections: z.number().int(),
    accuracy: points
      .nullable()
      .describe("数据准确度，百分之一分；null：没有评定，或者评定以后改过数、有异议成立，还没有重新评定"),
    fullAccuracy: points.nullable().describe("准确度的满分"),
  })
  .meta({ id: "CountyReportRow" });
export const countyReportList = z.object({ month: monthKey, rows: z.array(countyReportRow) }).meta({
  id: "CountyReportList",
});

const allowance = z.object({
  action: z.enum(keysOf(countyTerms)),
  term: z.string(),
  allowed: z.boolean(),
  sentence: z.string().optional(),
  next: z.string().optional(),
});

const said = z.object({ at: instant, by: z.string(), text: z.string().nullable() });

const dataObjection = z.object({
  no: z.number().int(),
  finding: finding.nullable(),
  findingName: z.string().nullable(),
  text: z.string().nullable(),
  raisedAt: instant,
  raisedBy: z.string(),
  answerBy: instant.describe("答复期限"),
  answer: said.nullable(),
  correctedAt: instant.nullable().describe("提出后第一次报了别的数"),
  settlement: said.extend({ upheld: z.boolean() }).nullable(),
  allowed: z.array(allowance),
});

const delivery = z.object({
  no: z.number().int().describe("第几版"),
  version: z.number().int(),
  at: instant,
  by: z.string(),
  ...figures,
  days: z.array(day),
  accuracy: points.nullable().describe("报的时候已有的准确度：随旧系统的数导入，或者数没有变、照旧作数"),
  verdicts: z.array(said.extend({ points })).describe("给这一版的评定，先评的在前"),
});

export const countyReportView = countyReportRow
  .extend({
    deliveries: z.array(delivery).describe("历次上报，新的在前；第一个是现在的数"),
    findings: z.array(z.object({ kind: finding, kindName: z.string(), certain: z.boolean(), sentence: z.string() })),
    objections: z.array(dataObjection),
    verdict: said.nullable().describe("最近一次评定"),
    proposed: z
      .object({ points, words: z.string().describe("怎样得来") })
      .nullable()
      .describe("建议的准确度"),
    allowed: z.array(allowance),
  })
  .meta({ id: "CountyReport" });
