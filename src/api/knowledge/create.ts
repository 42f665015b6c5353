import { articleView, newArticle } from "../../contract/knowledge/article.ts";
import { operation } from "../operation.ts";
import { answerOf } from "./load.ts";
import { addAnEdition, writingRefusal } from "./write.ts";

/** 新写一条: the office's is in force at once, a liaison's waits for the office. */
export const createArticle = operation({
  id: "createArticle",
  method: "POST",
  path: "/articles",
  summary: "新写一条知识；联络员写的是提议，等热线办审",
  tag: "知识库",
  permit: ["office", "administrator", "liaison"],
  body: newArticle,
  answer: articleView,
  writes: true,
  async handle({ body }, visit) {
    const refused = await writingRefusal(body, visit);
    if (refused) return refused;
    return answerOf(await addAnEdition({ id: visit.newId(), no: 1, writing: body, reason: "新写" }, visit), visit);
  },
});
