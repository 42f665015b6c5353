import { articleParams, articleView, proposalRuling } from "../../contract/knowledge/article.ts";
import { articleRefusal } from "../../domain/knowledge/decide.ts";
import { refuse } from "../../domain/refusal.ts";
import { ruleOnEdition } from "../../store/knowledge/editions.ts";
import { operation } from "../operation.ts";
import { answerOf, articleToChange } from "./load.ts";
import { askingOf } from "./view.ts";
import { refreshed } from "./write.ts";

/** 审提议: accepted it is in force; refused it stays as it was written, with the reason. */
export const ruleOnProposal = operation({
  id: "ruleOnArticleProposal",
  method: "POST",
  path: "/articles/{id}/proposal-ruling",
  summary: "审单位的提议：同意就是现行的一版，不同意写明理由",
  tag: "知识库",
  permit: ["office", "administrator"],
  params: articleParams,
  body: proposalRuling,
  answer: articleView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { accepted, reason } }, visit) {
    const loaded = await articleToChange(id, visit);
    if ("refused" in loaded) return loaded;
    const { article } = loaded;
    const refused = articleRefusal("ruleOnProposal", article, askingOf(article, visit, await visit.rules()));
    if (refused) return refused;
    if (!accepted && reason === null) return refuse("invalid", "不同意要写明理由。", "请写一句为什么。");
    const { db, platform, actor, at } = visit;
    const which = { article: id, no: article.waiting!.no };
    await ruleOnEdition(db, platform.platform, which, { at, by: actor.by, accepted, reason });
    return answerOf(await refreshed(id, visit), visit);
  },
});
