import { articleUses, usesParams } from "../../contract/knowledge/article.ts";
import { monthBounds } from "../../domain/calendar/month.ts";
import { mostUsed, titlesOf } from "../../store/knowledge/articles.ts";
import { operation } from "../operation.ts";

const MOST = 100;

/** 一个月的采用次数, by article. */
export const listUses = operation({
  id: "listArticleUses",
  method: "GET",
  path: "/article-uses/{month}",
  summary: "一个月里采用过的知识和次数，多的在前",
  tag: "知识库",
  permit: "signedIn",
  params: usesParams,
  answer: articleUses,
  async handle({ params: { month } }, { see, platform: { platform, zone } }) {
    const [used, titles] = await see(async (db) => {
      const rows = await mostUsed(db, platform, monthBounds(month, zone), MOST);
      const ids = rows.map(({ article }) => article);
      return [rows, await titlesOf(db, platform, ids)] as const;
    });
    return { month, rows: used.map((row) => ({ ...row, title: titles.get(row.article) ?? "" })) };
  },
});
