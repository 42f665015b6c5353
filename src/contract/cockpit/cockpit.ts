/** 驾驶舱 on the wire: how the hotline stands now and today, and how the month goes. */
import { z } from "zod";
import { instant } from "../value.ts";

const count = z.number().int();
const hundredths = z.number().int().nullable();

/** 一个数 as the month's report has it: hundredths where it is a rate, null with its reason. */
export const figure = z
  .object({
    value: hundredths.describe("件数；比率为百分之一个百分点"),
    numerator: count.optional(),
    denominator: count.optional(),
    words: z.string().describe("统计范围和口径"),
    reason: z.string().optional().describe("没有数值的原因"),
    note: z.string().optional(),
  })
  .meta({ id: "Figure" });

const outcomes = {
  accepted: count,
  firstContact: count,
  dispatched: count,
  pending: count.describe("待处理"),
  withdrawn: count.describe("已撤回"),
};

export const present = z
  .object({
    at: instant,
    today: z.object({ from: instant, until: instant }),
    queue: z.object({
      waiting: count,
      longestSeconds: count.nullable().describe("等得最久的已等多少秒"),
      talking: count,
    }),
    calls: z.object({ offered: count, answerRate: figure, answeredWithin15s: figure }),
    requests: z.object(outcomes),
    hours: z.object({ today: z.array(count).length(24), lastWeek: z.array(count).length(24) }).describe("每小时来电"),
    lastWeekday: z.string().describe("上周同一天：上周一"),
  })
  .meta({ id: "Present" });

export const monthQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "不是月份")
    .optional()
    .describe("空着为本月；本月还没有记录的，为最近有记录的月份"),
});

const topic = z
  .object({
    category: z.string(),
    name: z.string(),
    count,
    before: count.describe("上月同期"),
    change: hundredths.describe("环比，百分之一个百分点；上月同期没有的为空"),
  })
  .meta({ id: "Topic" });

export const monthInBrief = z
  .object({
    month: z.string(),
    months: z.array(z.string()).describe("有记录的月份，新的在前"),
    current: z.boolean().describe("是本月，还在走"),
    countedAt: instant.describe("何时算的；一分钟内不重算"),
    from: instant,
    until: instant,
    requests: z.object({
      ...outcomes,
      repeats: count.describe("其中并入别的诉求的，随主件计"),
      change: hundredths.describe("较上月同期"),
    }),
    firstContactRate: figure,
    onTimeRate: figure,
    satisfactionRate: figure,
    responseShare: figure.describe("参评率"),
    topics: z.array(topic).describe("热点，至多 8 个"),
    districts: z.array(z.object({ place: z.string(), name: z.string(), count })).describe("按规则库的次序"),
    elsewhere: count.describe("没有落到区县的"),
  })
  .meta({ id: "MonthInBrief" });
