/** 取条目 with all that stands beside it. */
import { type Article, articleOf, type Edition } from "../../domain/knowledge/article.ts";
import { mayWriteFor } from "../../domain/knowledge/decide.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { usesBetween } from "../../store/knowledge/articles.ts";
import { editionsOf, holdArticle } from "../../store/knowledge/editions.ts";
import { openReportsOf } from "../../store/knowledge/reports.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { lastMonths, readerOf, viewOf } from "./view.ts";

export const articleNotFound = refuse("notFound", "没有这一条，或者还没有审定。", "请核对编号，或换几个字检索。");

export interface Loaded {
  article: Article;
  editions: Edition[];
}

/** 看不看得到: what was never accepted, only those see who may write it. */
const isVisible = ({ article: { current }, editions }: Loaded, visit: Visit): boolean =>
  current !== null || mayWriteFor(readerOf(visit), editions.at(-1)!.unit) === null;

/** 一条; null: there is none for this viewer. */
export async function loadArticle(id: string, visit: Visit): Promise<Loaded | null> {
  const editions = await visit.see((db) => editionsOf(db, visit.platform.platform, id));
  if (editions.length === 0) return null;
  const loaded = { article: articleOf(id, editions), editions };
  return isVisible(loaded, visit) ? loaded : null;
}

/** 要改的一条: nobody else changes it meanwhile; refuses one that was changed since it was seen. */
export async function articleToChange(id: string, visit: Visit): Promise<Loaded | Refused> {
  await holdArticle(visit.db, visit.platform.platform, id);
  const loaded = await loadArticle(id, visit);
  return loaded === null ? articleNotFound : (staleVersion(loaded.article, visit) ?? loaded);
}

/** 一条的样子, as it stands now. */
export async function answerOf({ article, editions }: Loaded, visit: Visit) {
  const rules = await visit.rules();
  const { platform } = visit.platform;
  const { bounds } = lastMonths(visit, rules);
  const seesReports = mayWriteFor(readerOf(visit), editions.at(-1)!.unit) === null;
  const [times, openReports] = await visit.see(async (db) => [
    await usesBetween(db, platform, article.id, bounds),
    seesReports ? await openReportsOf(db, platform, article.id) : null,
  ]);
  return viewOf(article, { editions, times, openReports }, visit, rules);
}
