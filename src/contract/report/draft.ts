/** 月报底稿 on the wire. */
import { z } from "zod";
import { type CheckKind, checkKinds } from "../../domain/report/check.ts";
import { printedForms, templateText } from "../../domain/report/template.ts";
import { visible } from "../../domain/visible.ts";
import { instant, periodKey } from "../value.ts";

const form = z.enum(printedForms).describe("印法");
const figure = z.string().min(1).max(500).describe("数字的名号");
const said = z.string().max(500);
/** a paragraph is read by people */
const MOST_WORDS = 5_000;
/** it is hidden, checked and printed whole, however many pieces it comes in */
const MOST_IN_ALL = 20_000;

export const template = z
  .array(
    z.union([
      z.string().overwrite(visible).max(MOST_WORDS),
      z.object({ figure, form, was: said.describe("当时印作") }),
    ]),
  )
  .max(500)
  .refine((parts) => templateText(parts).length <= MOST_IN_ALL, "这一段太长，至多两万字，请分成几段写")
  .describe("文字和数字块，按先后");

export const draftParams = z.object({ period: periodKey });

const name = z.string().min(1).max(300);
export const contentsBody = z
  .object({
    lines: z
      .array(z.object({ name, on: z.boolean().describe("印不印") }))
      .min(1)
      .max(100),
  })
  .meta({ id: "ReportContents" });

const paragraphName = name.regex(/^\w+\/\S/, "不是段落的名称").describe("哪一段：节和段的名称");
export const paragraphBody = z
  .object({ paragraph: paragraphName, text: template })
  .meta({ id: "ReportParagraphWriting" });
export const resetBody = z.object({ paragraph: paragraphName });

export const writingBody = z
  .object({ paragraph: paragraphName, open: z.boolean().describe("真：正在改；假：不改了") })
  .meta({ id: "ReportWriting" });
export const draftWriters = z
  .object({
    rows: z.array(
      z.object({ paragraph: z.string(), by: z.string().describe("谁"), since: instant.describe("从何时起") }),
    ),
  })
  .meta({ id: "ReportWriters" });

const part = z.union([
  z.string(),
  z.object({
    figure,
    form,
    was: z.string().describe("改这一段时印作"),
    now: z.string().nullable().describe("现在印作；null：没有这个数了"),
  }),
]);

const shownFigure = z.object({ text: z.string(), figure: z.string().nullable().describe("数字的名号；null：打不开") });
const section = z.string();
const cell = shownFigure.extend({
  align: z.enum(["left", "center", "right"]),
  columns: z.number().int(),
  rows: z.number().int(),
});

/** what every text has that can be changed */
const text = {
  section,
  name: z.string(),
  version: z.number().int().describe("改它时写进 If-Match；0：没有人动过"),
  edit: z.object({ changedAt: instant, changedBy: z.string() }).nullable().describe("null：原文"),
  parts: z.array(part).describe("空：不印"),
  written: z.array(part).nullable().describe("原文；null：本来没有这一段"),
  rewritten: z.boolean().describe("改过以后，原文的话变了"),
  typed: z.array(z.object({ text: z.string(), part: z.number().int(), at: z.number().int() })).describe("手写的数字"),
  identifying: z.array(z.string()).describe("手写的、能认出人的话"),
};
const draftParagraph = z.object({ kind: z.literal("paragraph"), ...text }).meta({ id: "ReportDraftParagraph" });
const draftHeading = z
  .object({
    ...{ kind: z.literal("heading"), level: z.number().int().min(1).max(4) },
    ...{ number: z.string().describe("印在前面的序号"), ...text },
  })
  .meta({ id: "ReportDraftHeading" });
const draftNotes = z
  .object({ kind: z.literal("notes"), ...text })
  .describe("注，一行一条")
  .meta({ id: "ReportDraftNotes" });

const block = z.discriminatedUnion("kind", [
  draftParagraph,
  draftHeading,
  draftNotes,
  z.object({ kind: z.literal("appendix"), section, title: z.string().describe("从这里起是一份附件") }),
  z.object({
    kind: z.literal("table"),
    section,
    caption: z.string().nullable(),
    head: z.array(z.array(z.object({ text: z.string(), columns: z.number().int(), rows: z.number().int() }))),
    body: z.array(z.object({ kind: z.enum(["group", "row", "total"]), cells: z.array(cell) })),
  }),
  z.object({
    kind: z.literal("chart"),
    section,
    caption: z.string(),
    alt: z.string(),
    groups: z.array(
      z.object({
        title: z.string().nullable(),
        rows: z.array(shownFigure.extend({ label: z.string(), value: z.number() })),
      }),
    ),
  }),
]);

export const draftView = z
  .object({
    period: z.string(),
    title: z.array(z.string()),
    countedAt: instant.describe("数字取自何时；三十秒内不重算"),
    demonstration: z.boolean(),
    contents: z.object({
      version: z.number().int().describe("改目录时写进 If-Match"),
      lines: z.array(
        z.object({
          name: z.string(),
          path: z.array(z.string()).describe("从大到小的标题"),
          on: z.boolean(),
          empty: z.boolean().describe("没有可写的"),
          marks: z.number().int().describe("有几处要看"),
        }),
      ),
    }),
    blocks: z.array(block),
    orphans: z
      .array(z.object({ paragraph: z.string(), version: z.number().int(), text: z.string(), changedBy: z.string() }))
      .describe("改过、现在没有了的段落"),
  })
  .meta({ id: "ReportDraft" });

export const draftFigure = z
  .object({
    figure,
    name: z.string(),
    of: z.string().nullable(),
    form,
    text: z.string().describe("印作"),
  })
  .meta({ id: "ReportDraftFigure" });
export const draftFigures = z.object({ total: z.number().int(), rows: z.array(draftFigure).describe("至多五十个") });
export const figuresQuery = z.object({ q: z.string().trim().max(100).default("").describe("名称里的字") });

export const draftFigureAsked = z.object({ figure });
/** 一个数的出处 */
export const draftFigureOrigin = z
  .object({
    figure,
    name: z.string(),
    of: z.string().nullable(),
    text: z.string(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    rows: z.array(z.object({ label: z.string(), words: z.string() })).describe("口径、算式、范围、依据"),
    lists: z
      .array(
        z.object({
          list: z.enum(["requests", "orders", "calls", "leaderDay"]),
          words: z.string(),
          filter: z.record(z.string(), z.string()).describe("那份清单的条件"),
        }),
      )
      .describe("它背后的清单，按现在的情况"),
    breakdowns: z
      .array(
        z.object({
          name: z.string().describe("怎么分的"),
          of: z.enum(["share", "rate"]).describe("share：占全部多少；rate：各自的比率"),
          rows: z.array(
            z.object({
              name: z.string(),
              numerator: z.number().int(),
              denominator: z.number().int(),
              text: z.string().describe("印出的百分比"),
            }),
          ),
        }),
      )
      .describe("按单位、分类分开看；各行的分子、分母分别加起来就是这个数的"),
  })
  .meta({ id: "ReportDraftFigureOrigin" });

/** 换一种口径看 */
const versioned = z.object({
  words: z.string().describe("口径"),
  source: z.string().describe("依据"),
  from: z.string().describe("何时起用"),
  text: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
export const draftFigureOtherwise = z
  .object({
    now: versioned.nullable().describe("null：这个数不随口径变"),
    others: z.array(versioned).describe("规则库里别的几版口径或评分表，这个数各是多少"),
  })
  .meta({ id: "ReportDraftFigureOtherwise" });

const checkKind = z.enum(Object.keys(checkKinds) as [CheckKind]);

export const draftChecks = z
  .object({
    total: z.number().int(),
    rows: z
      .array(
        z.object({
          kind: checkKind,
          kindName: z.string(),
          must: z.boolean().describe("不改不能定稿"),
          section: z.string().nullable(),
          paragraph: z.string().nullable(),
          sentence: z.string(),
          next: z.string().describe("怎么办"),
        }),
      )
      .describe("至多二百处，重的在前"),
  })
  .meta({ id: "ReportDraftChecks" });
