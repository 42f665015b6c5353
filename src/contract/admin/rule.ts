/** 规则行 on the wire. */
import { z } from "zod";
import { civilDate, code, instant, line, pageOf, paging } from "../value.ts";
import { ruleKind } from "./rules.ts";

const key = code.describe("规则的键：单位代码、分类代码、年份等");
const value = z.record(z.string(), z.unknown()).describe("规则的内容，样子随种类而定");
const said = {
  from: civilDate.describe("自哪天起"),
  until: civilDate.nullable().describe("到哪天（不含）为止；null：一直有效"),
  value,
  source: z.string().describe("出处"),
  assumption: z.boolean().describe("没有公布的规定，是假定的"),
};

/** 新的一行规则: what was said before stays; of rows for the same day the later wins. */
export const newRule = z
  .object({
    kind: ruleKind,
    key,
    ...said,
    until: civilDate.nullish().transform((given) => given ?? null),
    source: line.describe("出处：文件、会议纪要、决定"),
    assumption: z.boolean().default(false),
    correction: z.boolean().default(false).describe("更正过去：生效日期可以早于今天，以前的数字会重新算"),
  })
  .meta({ id: "NewRule" });

/** 试算: what it would change, as far as that can be computed now */
export const ruleTrial = z
  .object({
    sentences: z.array(z.string()).describe("会有什么不同，一句一条"),
    pending: z
      .array(
        z.object({
          fromName: z.string().nullable().describe("现在建议的单位"),
          toName: z.string().nullable().describe("新的建议"),
          numbers: z.array(z.string()).describe("待派的诉求，编号，至多 5 件"),
          count: z.number().int(),
        }),
      )
      .describe("建议单位会变的待派诉求"),
  })
  .meta({ id: "RuleTrial" });

export const ruleQuery = z.object({
  ...paging,
  kind: ruleKind,
  q: line.optional().describe("键或内容里的字"),
  on: civilDate.optional().describe("哪一天有效的；不写就是今天"),
});

export const ruleRow = z
  .object({ kind: ruleKind, key, title: z.string().describe("人看的名称"), ...said })
  .meta({ id: "RuleRow" });

export const rulePage = pageOf(ruleRow).meta({ id: "RulePage" });

export const historyQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, "翻页位置不对")
    .optional(),
  limit: paging.limit,
  kind: ruleKind,
  key,
});

export const ruleHistory = z
  .object({
    rows: z.array(
      z.object({
        ...said,
        book: z.string().describe("哪一本规则"),
        origin: z.enum(["release", "operator", "reconstructed"]),
        recordedAt: instant.describe("何时写入"),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: "RuleHistory" });
