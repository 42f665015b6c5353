import { adoption, articleParams, articleView } from "../../contract/knowledge/article.ts";
import { adopters, articleRefusal } from "../../domain/knowledge/decide.ts";
import { addUse } from "../../store/knowledge/articles.ts";
import { operation } from "../operation.ts";
import { answerOf, articleNotFound, loadArticle } from "./load.ts";
import { askingOf } from "./view.ts";

/** 采用: somebody answers from it; refuses what has expired, saying who must renew it. */
export const adoptArticle = operation({
  id: "adoptArticle",
  method: "POST",
  path: "/articles/{id}/uses",
  summary: "采用：按这一条答复，记一次；过期的不能采用",
  tag: "知识库",
  permit: adopters,
  params: articleParams,
  body: adoption,
  answer: articleView,
  writes: true,
  async handle({ params: { id }, body: { request } }, visit) {
    const loaded = await loadArticle(id, visit);
    if (!loaded) return articleNotFound;
    const { article } = loaded;
    const refused = articleRefusal("adopt", article, askingOf(article, visit, await visit.rules()));
    if (refused) return refused;
    const { db, platform, actor, at, newId } = visit;
    const use = { id: newId(), article: id, edition: article.current!.no, request, by: actor.by, at };
    await addUse(db, platform.platform, use);
    return answerOf(loaded, visit);
  },
});
