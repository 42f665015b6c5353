/** 没有答案的问题: noted by whoever didn't find it, answered by an article. */
import type { z } from "zod";
import {
  answering,
  questionView as answerSchema,
  newQuestion,
  questionPage as pageSchema,
  questionParams,
  questionQuery,
  type questionView as questionSchema,
} from "../../contract/knowledge/openQuestion.ts";
import type { Role } from "../../domain/access/role.ts";
import { refuse } from "../../domain/refusal.ts";
import { titlesOf } from "../../store/knowledge/articles.ts";
import { addQuestion, answerQuestion, type OpenQuestion, questionPage } from "../../store/knowledge/questions.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { articleNotFound, loadArticle } from "./load.ts";

/** 热线自己的人 */
const HOTLINE: readonly Role[] = [
  ...(["agent", "dispatcher", "followUp", "supervisor"] as const),
  ...(["inspector", "analyst", "office", "administrator"] as const),
];

async function viewsOf(rows: readonly OpenQuestion[], visit: Visit): Promise<z.input<typeof questionSchema>[]> {
  const ids = rows.flatMap(({ article }) => article ?? []);
  const titles = await visit.see((db) => titlesOf(db, visit.platform.platform, ids));
  return rows.map(({ answeredAt, answeredBy, article, ...row }) => ({
    ...row,
    at: iso(row.at),
    answer:
      answeredAt === null
        ? null
        : { article: article!, title: titles.get(article!) ?? "", at: iso(answeredAt), by: answeredBy! },
  }));
}

export const listQuestions = operation({
  id: "listOpenQuestions",
  method: "GET",
  path: "/open-questions",
  summary: "没有答案的问题，新的在前",
  tag: "知识库",
  permit: HOTLINE,
  query: questionQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit, open } }, visit) {
    const { rows, total } = await visit.see((db) =>
      questionPage(db, visit.platform.platform, open, placeOf(cursor), limit),
    );
    const last = rows.length === limit ? rows.at(-1)! : null;
    return { rows: await viewsOf(rows, visit), next: last && cursorOf(last), total };
  },
});

export const noteQuestion = operation({
  id: "noteOpenQuestion",
  method: "POST",
  path: "/open-questions",
  summary: "记下问了、没找到的问题；电话、姓名不留",
  tag: "知识库",
  permit: HOTLINE,
  body: newQuestion,
  answer: answerSchema,
  writes: true,
  async handle({ body: { text } }, visit) {
    const { db, platform, actor, at, newId } = visit;
    const noted = { id: newId(), text: plain(text), by: actor.by, at };
    await addQuestion(db, platform.platform, noted);
    return (await viewsOf([{ ...noted, answeredAt: null, answeredBy: null, article: null }], visit))[0]!;
  },
});

export const answerOpenQuestion = operation({
  id: "answerOpenQuestion",
  method: "POST",
  path: "/open-questions/{id}/answer",
  summary: "用一条知识回答这个问题",
  tag: "知识库",
  permit: ["office", "administrator"],
  params: questionParams,
  body: answering,
  answer: answerSchema,
  writes: true,
  async handle({ params: { id }, body: { article } }, visit) {
    const { db, platform, actor, at } = visit;
    const loaded = await loadArticle(article, visit);
    if (!loaded?.article.current) return articleNotFound;
    const answered = await answerQuestion(db, platform.platform, id, { by: actor.by, at, article });
    if (!answered) return refuse("notFound", "没有这个问题，或者已经有人回答了。", "请刷新清单。");
    return (await viewsOf([answered], visit))[0]!;
  },
});
