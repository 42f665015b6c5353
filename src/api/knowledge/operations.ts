/** 知识库的操作 */
import { adoptArticle } from "./adopt.ts";
import { createArticle } from "./create.ts";
import { listArticles } from "./list.ts";
import { listUses } from "./listUses.ts";
import { answerOpenQuestion, listQuestions, noteQuestion } from "./questions.ts";
import { readArticle } from "./read.ts";
import { readEdition } from "./readEdition.ts";
import { renewArticle } from "./renew.ts";
import { reportError } from "./reportError.ts";
import { listReports, settleErrorReport } from "./reports.ts";
import { reviseArticle } from "./revise.ts";
import { ruleOnProposal } from "./ruleOnProposal.ts";

export const knowledgeOperations = [
  listArticles,
  readArticle,
  readEdition,
  createArticle,
  reviseArticle,
  renewArticle,
  ruleOnProposal,
  adoptArticle,
  reportError,
  listReports,
  settleErrorReport,
  listQuestions,
  noteQuestion,
  answerOpenQuestion,
  listUses,
];
