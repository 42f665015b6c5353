import { articleParams, articleView, newEdition } from "../../contract/knowledge/article.ts";
import { articleRefusal } from "../../domain/knowledge/decide.ts";
import { operation } from "../operation.ts";
import { answerOf, articleToChange } from "./load.ts";
import { askingOf } from "./view.ts";
import { addAnEdition, writingRefusal } from "./write.ts";

/** 写新的一版: the earlier ones stay as they were. */
export const reviseArticle = operation({
  id: "reviseArticle",
  method: "POST",
  path: "/articles/{id}/editions",
  summary: "写新的一版，旧的都留着；联络员写的是提议，等热线办审",
  tag: "知识库",
  permit: ["office", "administrator", "liaison"],
  params: articleParams,
  body: newEdition,
  answer: articleView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { reason, ...writing } }, visit) {
    const loaded = await articleToChange(id, visit);
    if ("refused" in loaded) return loaded;
    const asking = askingOf(loaded.article, visit, await visit.rules());
    const refused = articleRefusal("revise", loaded.article, asking) ?? (await writingRefusal(writing, visit));
    if (refused) return refused;
    return answerOf(await addAnEdition({ id, no: loaded.editions.length + 1, writing, reason }, visit), visit);
  },
});
