/** 月报版次 on the wire. */
import { z } from "zod";
import { type PeriodKind, periodKinds } from "../../domain/calendar/period.ts";
import { leafKinds } from "../../domain/measure/leaf.ts";
import { editionStates } from "../../domain/report/edition.ts";
import { civilDate, id, instant, monthKey, pageOf, paging, periodKey, someWords, words } from "../value.ts";

const state = z.enum(Object.keys(editionStates) as [keyof typeof editionStates]);

export const newEdition = z
  .object({
    month: periodKey,
    dated: civilDate
      .nullish()
      .transform((given) => given ?? null)
      .describe("落款日期；不写：定稿的那天"),
    correction: someWords.describe("更正说明：签发过的一期再定一版，要写更正什么"),
  })
  .meta({ id: "NewReportEdition" });

export const editionParams = z.object({ id });
export const editionQuery = z.object({ ...paging, month: periodKey.optional() });
export const discarding = z.object({ reason: words.describe("为什么作废") });
export const fileParams = z.object({ id, format: z.enum(["docx", "pdf", "html", "xlsx"]) });

export const editionRow = z
  .object({
    id,
    month: periodKey,
    kind: z.enum(Object.keys(periodKinds) as [PeriodKind]),
    kindName: z.string().describe("日报、周报、月报、季报、年报、节假日专报"),
    periodName: z.string().describe("时段的名称"),
    firstDay: civilDate,
    lastDay: civilDate,
    no: z.number().int().describe("第几版"),
    state,
    stateName: z.string(),
    version: z.number().int(),
    dated: civilDate.describe("落款日期"),
    correction: z.string().nullable(),
    position: z.number().int().describe("定稿时的账本位置"),
    digest: z.string().describe("数字的摘要（SHA-256）"),
    frozenAt: instant,
    frozenBy: z.string(),
    settledAt: instant.nullable(),
    settledBy: z.string().nullable(),
    reason: z.string().nullable().describe("作废的原因"),
    correctedIn: z.number().int().nullable().describe("更正它的、最后签发的版次；null：没有更正"),
  })
  .meta({ id: "ReportEditionRow" });
export const editionPage = pageOf(editionRow).meta({ id: "ReportEditionPage" });

const leaf = z.union([z.string(), z.number()]).nullable();

export const changes = z
  .object({
    total: z.number().int().describe("一共几处"),
    rows: z
      .array(
        z.object({
          path: z.string().describe("数字文件中的位置"),
          name: z.string().describe("哪个指标"),
          kind: z
            .enum(leafKinds)
            .nullable()
            .describe("数的种类：件数、百分比、个百分点、相对变化（%）、分；或者名称、日期等"),
          of: z.string().nullable().describe("哪个单位、地区或类别的"),
          before: leaf,
          after: leaf,
        }),
      )
      .describe("至多五百处"),
  })
  .meta({ id: "ReportChanges" });

export const whatIfQuery = z.object({ month: monthKey, formulasOf: civilDate.describe("按哪一天的算法") });
const rule = z.string().nullable().describe("null：那天还没有");
export const whatIf = z
  .object({
    rules: z
      .array(z.object({ kindName: z.string(), key: z.string(), before: rule, after: rule }))
      .describe("算法有什么不同"),
    changes,
  })
  .meta({ id: "ReportWhatIf" });

const printed = z
  .object({ text: z.string(), typed: z.array(z.string()).describe("其中手写的数字") })
  .nullable()
  .describe("null：这一版不印");

export const printedChanges = z
  .object({
    total: z.number().int().describe("一共几处"),
    rows: z
      .array(z.object({ where: z.string().describe("在哪里"), before: printed, after: printed }))
      .describe("至多五百处；几行的只有不同的那几行"),
  })
  .meta({ id: "ReportTextChanges" });

export const editionView = editionRow
  .extend({
    files: z.array(
      z.object({ format: z.string(), name: z.string(), sha256: z.string(), size: z.number().int().describe("字节") }),
    ),
    corrected: z
      .object({
        no: z.number().int(),
        changes: changes.describe("由记录算出的数字，哪些不同"),
        texts: printedChanges.nullable().describe("印出的文字，哪些不同；null：有一版定稿时还没有存下文字"),
      })
      .nullable()
      .describe("与上一个签发的版次相比；null：这是第一版"),
  })
  .meta({ id: "ReportEdition" });
