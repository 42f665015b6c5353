/** 拨测 on the wire. */
import { z } from "zod";
import { mysteryStates, mysteryTerms } from "../../domain/county/mystery.ts";
import { civilDate, code, id, instant, monthKey, someWords, words } from "../value.ts";

const keysOf = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];

/** of a rating the full points of the month's scorecard are the bound */
const points = z.number().int().min(0).describe("百分之一分");
const seconds = z.number().int().min(0).max(3600).nullable().describe("几秒接通；null：没有接通");

export const newMysteryPlan = z
  .object({
    month: monthKey,
    county: code.describe("县级平台"),
    calls: z.number().int().min(1).max(31).describe("拨几通"),
    raters: z.number().int().min(1).max(2).default(1).describe("每通几个人评"),
    seed: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,36}$/, "种子由字母、数字和“-”组成")
      .nullish()
      .transform((given) => given ?? null)
      .describe("随机种子：同一种子抽出的日子一样；不写就由系统给"),
  })
  .meta({ id: "NewMysteryPlan" });

const rated = {
  secondsToAnswer: seconds,
  voiceMenu: points.describe("语音导航"),
  etiquette: points.describe("服务规范"),
  knowledge: points.describe("业务知识"),
  followUp: points.describe("回访服务"),
};
const sheet = z.object({ ...rated, connection: points.describe("接通情况，由几秒接通得出"), total: points });

export const newMysteryRating = z
  .object({ ...rated, calledAt: instant.describe("拨打的时刻"), note: someWords.describe("说明") })
  .meta({ id: "NewMysteryRating" });
export const newMysteryObjection = z.object({ text: words.describe("理由") });
export const mysterySettlement = z
  .object({
    upheld: z.boolean().nullable().default(null).describe("异议成立吗；没有异议不写"),
    sheet: z.object(rated).nullable().default(null).describe("改定的评分；异议成立时要写"),
    text: someWords.describe("理由；有异议时要写"),
  })
  .refine(({ upheld, sheet: changed }) => (upheld === true) === (changed !== null), {
    message: "异议成立要写改定的评分，不成立不写",
    path: ["sheet"],
  })
  .refine(({ upheld, text }) => upheld === null || text !== null, { message: "请写理由", path: ["text"] })
  .meta({ id: "MysterySettlement" });

export const newMysteryWithdrawal = z.object({ text: words.describe("原因") }).meta({ id: "NewMysteryWithdrawal" });

export const mysteryParams = z.object({ id });
export const mysteryQuery = z.object({ month: monthKey });

const state = z.enum(keysOf(mysteryStates));

export const mysteryRow = z
  .object({
    id,
    version: z.number().int(),
    month: monthKey,
    county: z.string(),
    day: civilDate.describe("计划的日子"),
    raters: z.number().int(),
    given: z.number().int().describe("评了几个人"),
    state,
    stateName: z.string(),
    sheet: sheet.nullable().describe("合成的评分；null：还没有评完，或者还不能看"),
  })
  .meta({ id: "MysteryCallRow" });

export const mysteryPlanView = z
  .object({
    id,
    county: z.string(),
    calls: z.number().int(),
    withdrawn: z.number().int().describe("撤销了几通"),
    open: z.number().int().describe("还没有拨的几通"),
    raters: z.number().int(),
    seed: z.string(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: "MysteryPlan" });

export const mysteryMonth = z
  .object({
    month: monthKey,
    plans: z.array(mysteryPlanView).describe("县级平台看不到计划"),
    rows: z.array(mysteryRow),
    unplanned: z
      .array(z.object({ county: z.string(), count: z.number().int() }))
      .describe("没有计划、导入的，照样计分"),
  })
  .meta({ id: "MysteryMonth" });

const allowance = z.object({
  action: z.enum(keysOf(mysteryTerms)),
  term: z.string(),
  allowed: z.boolean(),
  sentence: z.string().optional(),
  next: z.string().optional(),
});

export const mysteryView = mysteryRow
  .extend({
    full: z.object({ voiceMenu: points, connection: points, etiquette: points, knowledge: points, followUp: points }),
    ratings: z
      .array(sheet.extend({ by: z.string().nullable(), at: instant, calledAt: instant, note: z.string().nullable() }))
      .nullable()
      .describe("各人的评分；null：自己评过以后才能看；县级平台看不到是谁评的"),
    objectBy: instant.nullable().describe("异议期限；null：还没有评完"),
    objection: z.object({ text: z.string(), by: z.string(), at: instant }).nullable(),
    settlement: z
      .object({ at: instant, by: z.string(), upheld: z.boolean().nullable(), text: z.string().nullable() })
      .nullable(),
    withdrawal: z.object({ at: instant, by: z.string(), text: z.string() }).nullable().describe("撤销；null：没有撤销"),
    allowed: z.array(allowance),
  })
  .meta({ id: "MysteryCall" });
