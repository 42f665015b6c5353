/** 知识条目 on the wire. */
import { z } from "zod";
import { articleTerms } from "../../domain/knowledge/decide.ts";
import { civilDate, code, id, instant, line, longWords, pageOf, paging, words } from "../value.ts";

const writing = {
  title: line.describe("标题"),
  answer: words.describe("答复要点：读给来电人听的"),
  text: longWords.describe("全文"),
  materials: words.nullable().default(null).describe("办理材料，一行一样"),
  unit: code.nullable().default(null).describe("责任单位代码；null：热线办自己"),
  source: line.describe("来源：文件、通知、单位的答复"),
  from: civilDate.describe("自哪天起有效"),
  until: civilDate.nullable().default(null).describe("有效到哪天（含）；null：长期"),
};

const period = { message: "有效期的最后一天早于第一天", path: ["until"] };
const isPeriod = ({ from, until }: { from: string; until: string | null }) => until === null || until >= from;

export const newArticle = z.object(writing).refine(isPeriod, period).meta({ id: "NewArticle" });
export const newEdition = z
  .object({ ...writing, reason: line.describe("为什么要这一版") })
  .refine(isPeriod, period)
  .meta({ id: "NewEdition" });
export const renewal = z.object({
  until: civilDate.nullable().default(null).describe("续到哪天（含）；null：长期"),
  source: line.describe("续期的依据"),
});
export const proposalRuling = z.object({
  accepted: z.boolean().describe("同意"),
  reason: line.nullable().default(null).describe("理由；不同意时要写"),
});
export const adoption = z.object({ request: id.nullable().default(null).describe("用于哪件诉求") });
export const errorReport = z.object({ text: line.describe("哪里不对，一句话") });

export const articleParams = z.object({ id });
export const editionParams = z.object({ id, no: z.coerce.number().int().min(1).max(100_000) });

export const articleState = z.enum(["current", "soon", "expired", "proposed"]);

export const articleQuery = z.object({
  ...paging,
  q: line.optional().describe("检索的字，两个字就行；检索只给最相近的一页"),
  state: articleState
    .optional()
    .describe("current：没过期的；soon：快到期；expired：已过期；proposed：有提议等审；不写：全部"),
  unit: code.optional().describe("责任单位"),
});

const validity = z.object({
  state: z.enum(["valid", "soon", "expired", "notYet"]),
  words: z.string().describe("有效期的说法"),
});
const responsible = { unit: z.string().nullable(), unitName: z.string().describe("责任单位；没有就是热线办") };

export const articleRow = z
  .object({
    id,
    version: z.number().int(),
    title: z.string(),
    excerpt: z.string().describe("要点的开头，或命中的地方"),
    ...responsible,
    validity,
    proposed: z.boolean().describe("有提议等审"),
    accepted: z.boolean().describe("有现行的一版"),
    usedThisMonth: z.number().int().describe("本月采用次数"),
    changedAt: instant,
  })
  .meta({ id: "ArticleRow" });
export const articlePage = pageOf(articleRow).meta({ id: "ArticlePage" });

const ruling = z
  .object({ at: instant, by: z.string(), accepted: z.boolean(), reason: z.string().nullable() })
  .nullable()
  .describe("热线办的审定；null：不用审或还没审");

export const editionView = z
  .object({
    no: z.number().int(),
    title: z.string(),
    answer: z.string(),
    text: z.string(),
    materials: z.string().nullable(),
    ...responsible,
    source: z.string(),
    from: civilDate,
    until: civilDate.nullable(),
    reason: z.string(),
    by: z.string(),
    at: instant,
    proposed: z.boolean(),
    ruling,
  })
  .meta({ id: "ArticleEdition" });

export const articleView = z
  .object({
    id,
    version: z.number().int(),
    shown: editionView.describe("现行的一版；还没有现行的，就是等审的提议"),
    accepted: z.boolean(),
    validity,
    waiting: z.number().int().nullable().describe("等审的是第几版"),
    editions: z
      .array(editionView.pick({ no: true, reason: true, by: true, at: true, proposed: true, ruling: true }))
      .describe("各版，新的在前，至多 100 版"),
    usedThisMonth: z.number().int(),
    uses: z.array(z.object({ month: z.string(), times: z.number().int() })).describe("近十二个月的采用次数"),
    openReports: z.number().int().nullable().describe("还没处理的报错；null：不归您看"),
    allowed: z.array(
      z.object({
        action: z.enum(Object.keys(articleTerms) as [keyof typeof articleTerms, ...(keyof typeof articleTerms)[]]),
        term: z.string(),
        allowed: z.boolean(),
        sentence: z.string().optional(),
        next: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "Article" });

export const usesParams = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "不是月份") });
export const articleUses = z
  .object({
    month: z.string(),
    rows: z
      .array(z.object({ article: id, title: z.string(), times: z.number().int() }))
      .describe("采用过的，多的在前，至多 100 条"),
  })
  .meta({ id: "ArticleUses" });
