/** 质检 on the wire. */
import { z } from "zod";
import { drawRules } from "../../domain/inspection/draw.ts";
import { sampleTerms, stateNames } from "../../domain/inspection/sample.ts";
import { MOST_LEVELS } from "../../domain/inspection/sheet.ts";
import { civilDate, code, id, instant, pageOf, paging, someWords, words } from "../value.ts";

const keysOf = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];

export const sampleOf = z.enum(["call", "order"]).describe("来电或工单");
const rule = z.enum(keysOf(drawRules)).describe("按什么抽");
const state = z.enum(keysOf(stateNames));
const points = z.number().int().describe("百分之一分");

export const newDraw = z
  .object({
    of: sampleOf,
    rule,
    from: civilDate.describe("来电或派发的第一天"),
    until: civilDate.describe("最后一天（含），时段至多 92 天"),
    count: z.number().int().min(1).max(200).describe("抽多少件"),
    seed: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,36}$/, "种子由字母、数字和“-”组成")
      .nullish()
      .transform((given) => given ?? null)
      .describe("随机种子：同一种子、同一时段抽出的一样；不写就由系统给"),
  })
  .meta({ id: "NewInspectionDraw" });

export const drawView = z
  .object({
    id,
    of: sampleOf,
    rule,
    ruleName: z.string(),
    from: civilDate,
    until: civilDate,
    wanted: z.number().int(),
    found: z.number().int().describe("合乎条件、以前没抽过的有多少"),
    drawn: z.number().int().describe("抽出多少"),
    scored: z.number().int().describe("评了多少"),
    seed: z.string(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: "InspectionDraw" });
export const drawQuery = z.object(paging);
export const drawPage = pageOf(drawView).meta({ id: "InspectionDrawPage" });

export const sampleParams = z.object({ id });
export const sampleQuery = z.object({
  ...paging,
  state: state.optional(),
  of: sampleOf.optional(),
  draw: id.optional(),
});

const result = z.object({ points, full: points }).nullable();

export const sampleRow = z
  .object({
    id,
    of: sampleOf,
    subject: id,
    number: z.string().nullable().describe("工单号；来电没有"),
    subjectAt: instant.describe("来电或派发的时刻"),
    rule,
    ruleName: z.string(),
    judged: z.string(),
    judgedName: z.string().describe("被评的话务员或承办单位"),
    drawnAt: instant,
    state,
    stateName: z.string(),
    result: result.describe("得分和满分；null：没有评，或者还不能看"),
  })
  .meta({ id: "InspectionSampleRow" });
export const samplePage = pageOf(sampleRow).meta({ id: "InspectionSamplePage" });

const sheet = z
  .object({
    name: z.string(),
    from: civilDate,
    source: z.string(),
    assumption: z.boolean(),
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        words: z.string(),
        levels: z.array(z.object({ points, words: z.string() })),
      }),
    ),
  })
  .nullable()
  .describe("现行的评分表");

const score = z.object({
  by: z.string(),
  at: instant,
  items: z.array(z.object({ key: z.string(), name: z.string(), level: z.string(), points, full: points })),
  points,
  full: points,
  note: z.string().nullable(),
});

export const sampleView = sampleRow
  .extend({
    version: z.number().int(),
    request: id.nullable().describe("来电记成的诉求；工单的在工单里"),
    sheet,
    scores: z.array(score).nullable().describe("评分；null：自己评过以后才能看"),
    objection: z
      .object({
        text: z.string(),
        by: z.string(),
        at: instant,
        ruling: z
          .object({ at: instant, by: z.string(), upheld: z.boolean(), points: points.nullable(), text: z.string() })
          .nullable(),
      })
      .nullable(),
    allowed: z.array(
      z.object({
        action: z.enum(keysOf(sampleTerms)),
        term: z.string(),
        allowed: z.boolean(),
        sentence: z.string().optional(),
        next: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "InspectionSample" });

export const newScore = z
  .object({
    levels: z
      .record(code, z.number().int().min(1).max(MOST_LEVELS))
      .describe("每一项的档次：评分项 → 第几档，1 是最高档"),
    note: someWords.describe("扣分说明"),
  })
  .meta({ id: "NewScore" });
export const newObjection = z.object({ text: words.describe("理由") });
export const objectionRuling = z
  .object({
    upheld: z.boolean().describe("异议成立"),
    points: points.min(0).nullable().default(null).describe("改判后的分数，百分之一分；成立时要写"),
    text: words.describe("理由"),
  })
  .refine(({ upheld, points }) => upheld === (points !== null), {
    message: "异议成立要写改判后的分数，不成立不写",
    path: ["points"],
  });

export const resultQuery = z.object({
  from: civilDate.describe("评分的第一天"),
  until: civilDate.describe("最后一天（含），时段至多 366 天"),
  of: sampleOf.default("call").describe("call：话务员；order：承办单位"),
});
export const resultView = z
  .object({
    rows: z
      .array(
        z.object({
          judged: z.string(),
          judgedName: z.string(),
          samples: z.number().int(),
          points: points.nullable().describe("得分合计；null：手上还有没评的，评完再看"),
          full: points,
          rate: z.number().int().nullable().describe("得分率，百分之一个百分点"),
          objections: z.number().int(),
          upheld: z.number().int(),
          waiting: z.number().int().describe("还没评的"),
        }),
      )
      .describe("得分率低的在前，至多 200 行"),
  })
  .meta({ id: "InspectionResults" });
