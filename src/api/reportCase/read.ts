import { caseParams, caseView } from "../../contract/report/case.ts";
import { caseOf } from "../../store/report/cases.ts";
import { operation } from "../operation.ts";
import { REPORTING } from "../report/view.ts";
import { caseAnswer, caseNotFound } from "./load.ts";

export const readReportCase = operation({
  id: "readReportCase",
  method: "GET",
  path: "/report-cases/{id}",
  summary: "一个案例，连同各稿",
  tag: "月报",
  permit: REPORTING,
  params: caseParams,
  answer: caseView,
  async handle({ params: { id } }, visit) {
    const one = await caseOf(visit.db, visit.platform.platform, id);
    return one === null ? caseNotFound : caseAnswer(one, visit);
  },
});
