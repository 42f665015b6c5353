import { editionParams, editionView } from "../../contract/knowledge/article.ts";
import { mayWriteFor } from "../../domain/knowledge/decide.ts";
import { operation } from "../operation.ts";
import { articleNotFound, loadArticle } from "./load.ts";
import { editionViewOf, readerOf } from "./view.ts";

export const readEdition = operation({
  id: "readArticleEdition",
  method: "GET",
  path: "/articles/{id}/editions/{no}",
  summary: "一条知识的某一版全文；没有审定的只给写它的单位和热线办看",
  tag: "知识库",
  permit: "signedIn",
  params: editionParams,
  answer: editionView,
  async handle({ params: { id, no } }, visit) {
    const loaded = await loadArticle(id, visit);
    const edition = loaded?.editions.find((one) => one.no === no);
    if (!edition) return articleNotFound;
    const isDraft = edition.proposed && !edition.ruling?.accepted;
    if (isDraft && mayWriteFor(readerOf(visit), edition.unit) !== null) return articleNotFound;
    return editionViewOf(edition, await visit.rules(), visit.at);
  },
});
