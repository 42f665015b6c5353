import { articleParams, articleView } from "../../contract/knowledge/article.ts";
import { operation } from "../operation.ts";
import { answerOf, articleNotFound, loadArticle } from "./load.ts";

export const readArticle = operation({
  id: "readArticle",
  method: "GET",
  path: "/articles/{id}",
  summary: "一条知识：现行的一版、有效期、各版、用过几次、能做什么",
  tag: "知识库",
  permit: "signedIn",
  params: articleParams,
  answer: articleView,
  async handle({ params: { id } }, visit) {
    const loaded = await loadArticle(id, visit);
    return loaded === null ? articleNotFound : answerOf(loaded, visit);
  },
});
