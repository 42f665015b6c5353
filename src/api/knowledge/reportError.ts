import { articleParams, articleView, errorReport } from "../../contract/knowledge/article.ts";
import { articleRefusal } from "../../domain/knowledge/decide.ts";
import { addReport } from "../../store/knowledge/reports.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { answerOf, articleNotFound, loadArticle } from "./load.ts";
import { askingOf } from "./view.ts";

/** 报错: whoever reads it may say in one line what is wrong. */
export const reportError = operation({
  id: "reportArticleError",
  method: "POST",
  path: "/articles/{id}/error-reports",
  summary: "报错：一句话说哪里不对",
  tag: "知识库",
  permit: "signedIn",
  params: articleParams,
  body: errorReport,
  answer: articleView,
  writes: true,
  async handle({ params: { id }, body: { text } }, visit) {
    const loaded = await loadArticle(id, visit);
    if (!loaded) return articleNotFound;
    const { article } = loaded;
    const refused = articleRefusal("reportError", article, askingOf(article, visit, await visit.rules()));
    if (refused) return refused;
    const { db, platform, actor, at, newId } = visit;
    const said = { article: id, edition: article.current!.no, text: plain(text), by: actor.by, at };
    await addReport(db, platform.platform, { id: newId(), ...said });
    return answerOf(loaded, visit);
  },
});
