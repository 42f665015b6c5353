import { countyReportParams, countyReportView, newCountyReport } from "../../contract/county/countyReport.ts";
import { dateWords } from "../../domain/calendar/civil.ts";
import { accuracyFor, isUnchanged } from "../../domain/county/changes.ts";
import { refuse } from "../../domain/refusal.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { actOnCounty } from "./act.ts";
import type { CountyMonth } from "./load.ts";

type Report = typeof newCountyReport._output;

/** 上报 in the visit's transaction; an earlier verdict stands for the numbers that it was given for. */
export const deliverMonth = (of: CountyMonth, report: Report, visit: Visit) =>
  actOnCounty(
    {
      action: "deliver",
      of,
      say: (state) => {
        const outside = report.days.find(({ date }) => !date.startsWith(of.month));
        if (outside) return refuse("invalid", `逐日明细里的${dateWords(outside.date)}不在这个月。`, "请改正日期。");
        const said = isUnchanged(state, report) ? { unchanged: true as const } : {};
        return { kind: "countyReported", data: { ...of, ...report, accuracy: accuracyFor(state, report), ...said } };
      },
    },
    visit,
  );

export const deliverCountyReport = operation({
  id: "deliverCountyReport",
  method: "POST",
  path: "/county-reports/{month}/{county}",
  summary: "上报或更正一个月的数；每报一次是新的一版，If-Match 写看到的版本，第一次写 0",
  tag: "县级平台",
  permit: ["county"],
  params: countyReportParams,
  body: newCountyReport,
  answer: countyReportView,
  changes: true,
  writes: true,
  handle: ({ params, body }, visit) => deliverMonth(params, body, visit),
});
