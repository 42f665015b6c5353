import { draftFigures, draftParams, figuresQuery } from "../../../contract/report/draft.ts";
import type { Measured } from "../../../domain/measure/measured.ts";
import type { PrintedForm } from "../../../domain/report/template.ts";
import { figurePaths } from "../../../report/draft/figurePaths.ts";
import { forms, usualForm } from "../../../report/phrase/form.ts";
import { measureName } from "../../../report/phrase/measureName.ts";
import { operation } from "../../operation.ts";
import { REPORTING } from "../view.ts";
import { loadDraft } from "./load.ts";

const MOST = 50;

/** 名称: what it is and how it is compared */
const nameOf = (figure: Measured): string => measureName(figure.measure) + asWhat(figure);

const asWhat = (figure: Measured): string => {
  const form = usualForm(figure);
  if (form === "monthOnMonth") return "环比";
  if (form === "yearOnYear") return "同比";
  if (form === "movement") return "增减";
  return figure.kind === "percent" && SHARES.has(figure.measure) ? "占比" : "";
};

/** what is counted and shared out under one name */
const SHARES = new Set([
  "requests.byType",
  "requests.byChannel",
  "requests.mergedRepeats",
  "requests.topCategories",
  "requests.hotEvent",
  "requests.civilizedCity",
  "requests.business",
  "requests.warned",
  "followUp.dissatisfiedTop",
]);

/** 数字表: what a person may put into a sentence, found by the words of its name; what stands in two places is one. */
export const listDraftFigures = operation({
  id: "listReportDraftFigures",
  method: "GET",
  path: "/report-drafts/{period}/figures",
  summary: "数字表：可以放进句子里的数，按名称找",
  tag: "月报",
  permit: REPORTING,
  params: draftParams,
  query: figuresQuery,
  answer: draftFigures,
  async handle({ params: { period }, query: { q } }, visit) {
    const words = q.split(/\s+/).filter((word) => word !== "");
    const told = new Map<
      string,
      { figure: string; name: string; of: string | null; form: PrintedForm; text: string }
    >();
    for (const [path, figure] of figurePaths((await loadDraft(period, visit, true)).facts)) {
      if (figure.value === null) continue;
      const form = usualForm(figure);
      const said = { name: nameOf(figure), of: figure.of ?? null, form, text: forms[form](figure) };
      const key = JSON.stringify([said, figure.cohort]);
      if (!told.has(key) && words.every((word) => `${said.name} ${said.of ?? ""} ${said.text}`.includes(word)))
        told.set(key, { figure: path, ...said });
    }
    return { total: told.size, rows: [...told.values()].slice(0, MOST) };
  },
});
