/** 考核得分 on the wire; points and percentages are whole numbers of hundredths (8867 = 88.67). */
import { z } from "zod";
import { ruleValues } from "../admin/rules.ts";
import { civilDate, monthKey } from "../value.ts";

const hundredths = z.number().int();
const maybe = hundredths.nullable();

export const scoreQuery = z.object({ month: monthKey });

const item = z.object({
  key: z.string(),
  name: z.string(),
  rule: z.string().describe("怎样计分"),
  full: hundredths.describe("分值"),
  rate: maybe.describe("印出的率，百分之一个百分点"),
  points: maybe.describe("得分"),
  arithmetic: z.string().describe("算式：由件数到率，由率到得分"),
  interval: z
    .object({ low: hundredths, high: hundredths })
    .nullable()
    .describe("评价所成的率，威尔逊区间的两端；null：不是评价所成的"),
  few: z.string().nullable().describe("样本不足的说明"),
});

const component = z.object({
  key: z.string(),
  name: z.string(),
  weight: hundredths.describe("权重（%）"),
  sum: maybe.describe("小计"),
  weighted: maybe.describe("折合得分"),
  arithmetic: z.string(),
  items: z.array(item),
});

const standing = z.object({
  rank: z.number().int().nullable(),
  ranks: z.tuple([z.number().int(), z.number().int()]).nullable().describe("评价少，名次可能在这之间"),
  grade: z.string().nullable(),
  grades: z.tuple([z.string(), z.string()]).nullable(),
});

export const scoreRow = z
  .object({
    key: z.string().describe("平台名称或单位代码"),
    name: z.string(),
    group: z.string().nullable(),
    total: maybe.describe("总分"),
    arithmetic: z.string(),
    ...standing.shape,
    before: z.object({ total: maybe, rank: z.number().int().nullable(), grade: z.string().nullable() }).nullable(),
    change: maybe.describe("比上月"),
    few: z.boolean().describe("有样本不足的率"),
    components: z.array(component),
  })
  .meta({ id: "ScoreRow" });

const source = z.object({ from: civilDate, source: z.string(), assumption: z.boolean() });

const table = z.object({
  ranking: source
    .extend({ show: z.enum(["ranks", "grades", "off"]), words: z.string() })
    .nullable()
    .describe("排名办法；null：没有这条规则，不排"),
  rows: z.array(scoreRow),
});

export const monthScores = z
  .object({
    month: monthKey,
    card: source.extend({ name: z.string(), rounding: z.string(), notes: z.array(z.string()) }),
    earlier: z.string().nullable().describe("与上月比较要知道的：没有上月的数，或两个月的评分表不同"),
    counties: table,
    units: table,
  })
  .meta({ id: "MonthScores" });

const side = z.object({ total: maybe, rank: z.number().int().nullable(), grade: z.string().nullable() }).nullable();

export const scoreMove = z.object({
  key: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  before: side,
  after: side,
  change: maybe,
});

/** 并排: a month under its own scorecard and another */
const compared = z.object({ month: monthKey, counties: z.array(scoreMove), units: z.array(scoreMove) });
export const scoreWhatIf = z
  .object({
    card: source.extend({ name: z.string() }).describe("这个月的评分表"),
    other: source.extend({ name: z.string() }).describe("另一张"),
    ...compared.shape,
  })
  .meta({ id: "ScoreWhatIf" });
export const scoreWhatIfQuery = z.object({ month: monthKey, scorecardOf: civilDate.describe("哪一天有效的评分表") });

const MOST_MONTHS = 6;
export const scorecardTrial = z
  .object({
    value: ruleValues.scorecard.describe("要试的评分表"),
    months: z.array(monthKey).min(1).max(MOST_MONTHS).describe("拿哪几个月试，至多六个"),
  })
  .meta({ id: "ScorecardTrial" });
export const scorecardTried = z
  .object({
    months: z.array(compared).describe("有得分可比的月份"),
    without: z.array(monthKey).describe("没有记录的月份"),
  })
  .meta({ id: "ScorecardTried" });
