import { articleQuery, articlePage as pageSchema } from "../../contract/knowledge/article.ts";
import { addDays } from "../../domain/calendar/civil.ts";
import { writers } from "../../domain/knowledge/decide.ts";
import { articlePage, type ListedArticle, usesOf } from "../../store/knowledge/articles.ts";
import { editionsAt } from "../../store/knowledge/editions.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { daysOf, monthAt, rowOf } from "./view.ts";

/** 没审过的给谁看: the office everybody's, a liaison his own, others nobody's. */
const unacceptedFor = ({ viewer: { role, units } }: Visit): readonly string[] | null =>
  writers.includes(role) ? null : role === "liaison" ? (units ?? []) : [];

async function rowsOf(rows: readonly ListedArticle[], query: string, visit: Visit) {
  const rules = await visit.rules();
  const { platform } = visit.platform;
  const wanted = rows.map(({ id, edition, waiting }) => ({ id, no: edition ?? waiting ?? 1 }));
  const ids = rows.map(({ id }) => id);
  const [editions, uses] = await visit.see(async (db) => [
    await editionsAt(db, platform, wanted),
    await usesOf(db, platform, ids, monthAt(visit, rules)),
  ]);
  return rows.map((listed) => {
    const edition = editions.get(listed.id)!;
    return rowOf({ listed, edition, times: uses.get(listed.id) ?? 0 }, query, rules, visit.at);
  });
}

export const listArticles = operation({
  id: "listArticles",
  method: "GET",
  path: "/articles",
  summary: "知识条目：按字检索（没过期的、标题里有的在前），或最近改过的在前",
  tag: "知识库",
  permit: "signedIn",
  query: articleQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit, q, state, unit } }, visit) {
    const { today, soon } = daysOf(await visit.rules(), visit.at);
    const filter = { words: q, state, unit, today, soonBy: addDays(today, soon), unaccepted: unacceptedFor(visit) };
    const { rows, total } = await visit.see((db) =>
      articlePage(db, visit.platform.platform, filter, placeOf(cursor), limit),
    );
    const last = q === undefined && rows.length === limit ? rows.at(-1)! : null;
    return {
      rows: await rowsOf(rows, q ?? "", visit),
      next: last && cursorOf({ at: last.changedAt, id: last.id }),
      total,
    };
  },
});
