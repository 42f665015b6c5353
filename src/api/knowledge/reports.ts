/** 报错的处理: read by the office and by the unit that answers for the article. */
import type { z } from "zod";
import {
  reportView as answerSchema,
  reportPage as pageSchema,
  reportParams,
  reportQuery,
  type reportView as reportSchema,
  settlement,
} from "../../contract/knowledge/errorReport.ts";
import type { Role } from "../../domain/access/role.ts";
import { refuse } from "../../domain/refusal.ts";
import { titlesOf } from "../../store/knowledge/articles.ts";
import { type ErrorReport, reportOf, reportPage, settleReport } from "../../store/knowledge/reports.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";

const PERMIT: readonly Role[] = ["office", "administrator", "liaison"];

async function viewsOf(rows: readonly ErrorReport[], visit: Visit): Promise<z.input<typeof reportSchema>[]> {
  const ids = [...new Set(rows.map(({ article }) => article))];
  const titles = await visit.see((db) => titlesOf(db, visit.platform.platform, ids));
  return rows.map(({ settledAt, settledBy, settlement: text, ...row }) => ({
    ...row,
    title: titles.get(row.article) ?? "",
    at: iso(row.at),
    settlement: settledAt === null ? null : { at: iso(settledAt), by: settledBy!, text: text! },
  }));
}

export const listReports = operation({
  id: "listArticleErrorReports",
  method: "GET",
  path: "/article-error-reports",
  summary: "报错清单，新的在前；联络员看本单位负责的条目的",
  tag: "知识库",
  permit: PERMIT,
  query: reportQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit, article, open } }, visit) {
    const filter = { article, open };
    const { rows, total } = await visit.see((db) =>
      reportPage(db, visit.platform.platform, filter, placeOf(cursor), limit),
    );
    const last = rows.length === limit ? rows.at(-1)! : null;
    return { rows: await viewsOf(rows, visit), next: last && cursorOf(last), total };
  },
});

const reportNotFound = refuse("notFound", "没有这个报错，或者不归您处理。", "请核对编号。");

export const settleErrorReport = operation({
  id: "settleArticleErrorReport",
  method: "POST",
  path: "/article-error-reports/{id}/settlement",
  summary: "处理报错：写明怎样处理的",
  tag: "知识库",
  permit: PERMIT,
  params: reportParams,
  body: settlement,
  answer: answerSchema,
  writes: true,
  async handle({ params: { id }, body: { text } }, visit) {
    const { db, platform, actor, at } = visit;
    const seen = await visit.see((read) => reportOf(read, platform.platform, id));
    if (!seen) return reportNotFound;
    const settled = await settleReport(db, platform.platform, id, { by: actor.by, at, text: plain(text) });
    if (!settled) return refuse("reportSettled", "这个报错别人已经处理了。", "不用再处理。");
    return (await viewsOf([settled], visit))[0]!;
  },
});
