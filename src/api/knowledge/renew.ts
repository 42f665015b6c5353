import { articleParams, articleView, renewal } from "../../contract/knowledge/article.ts";
import { articleRefusal } from "../../domain/knowledge/decide.ts";
import { refuse } from "../../domain/refusal.ts";
import { operation } from "../operation.ts";
import { answerOf, articleToChange } from "./load.ts";
import { askingOf } from "./view.ts";
import { addAnEdition } from "./write.ts";

/** 续期: the same words for longer. Whoever answers for them says so; it holds at once, also from a liaison. */
export const renewArticle = operation({
  id: "renewArticle",
  method: "POST",
  path: "/articles/{id}/renewal",
  summary: "续期：内容不变，有效期改到哪天；责任单位续的马上有效",
  tag: "知识库",
  permit: ["office", "administrator", "liaison"],
  params: articleParams,
  body: renewal,
  answer: articleView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { until, source } }, visit) {
    const loaded = await articleToChange(id, visit);
    if ("refused" in loaded) return loaded;
    const { article, editions } = loaded;
    const rules = await visit.rules();
    const refused = articleRefusal("renew", article, askingOf(article, visit, rules));
    if (refused) return refused;
    if (until !== null && (until < rules.dateOf(visit.at) || until < article.current!.from))
      return refuse("invalid", "续到的日期已经过去，或早于生效日期。", "请改正日期。");
    const writing = { ...article.current!, until, source };
    return answerOf(
      await addAnEdition({ id, no: editions.length + 1, writing, reason: "续期", proposed: false }, visit),
      visit,
    );
  },
});
