import { draftParams, draftView } from "../../../contract/report/draft.ts";
import { operation } from "../../operation.ts";
import { READING } from "../view.ts";
import { loadDraft } from "./load.ts";
import { draftViewOf } from "./view.ts";

export const readDraft = operation({
  id: "readReportDraft",
  method: "GET",
  path: "/report-drafts/{period}",
  summary: "底稿：目录、各段文字和它们的数字，改过的地方，数字变了的地方",
  tag: "月报",
  permit: READING,
  params: draftParams,
  answer: draftView,
  handle: async ({ params: { period } }, visit) => draftViewOf(period, await loadDraft(period, visit)),
});
