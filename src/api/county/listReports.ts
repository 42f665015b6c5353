import { countyReportList, countyReportQuery } from "../../contract/county/countyReport.ts";
import { isRefused } from "../../domain/refusal.ts";
import { operation } from "../operation.ts";
import { COUNTY_READERS, countiesIn } from "./load.ts";
import { rowOf } from "./view.ts";

export const listCountyReports = operation({
  id: "listCountyReports",
  method: "GET",
  path: "/county-reports",
  summary: "各县级平台一个月的上报：报了没有、按时没有、查出什么、异议、准确度；县级平台看自己的",
  tag: "县级平台",
  permit: COUNTY_READERS,
  query: countyReportQuery,
  answer: countyReportList,
  async handle({ query: { month } }, visit) {
    const rules = await visit.rules();
    const found = await countiesIn(month, visit);
    if (isRefused(found)) return found;
    return { month, rows: found.map((one) => rowOf(one, rules, visit.at)) };
  },
});
