import { countyReportParams, countyReportView } from "../../contract/county/countyReport.ts";
import { isRefused } from "../../domain/refusal.ts";
import { operation } from "../operation.ts";
import { COUNTY_READERS, countyIn } from "./load.ts";
import { viewOf } from "./view.ts";

export const readCountyReport = operation({
  id: "readCountyReport",
  method: "GET",
  path: "/county-reports/{month}/{county}",
  summary: "一个县级平台的一个月：历次上报的数、检查、异议、准确度",
  tag: "县级平台",
  permit: COUNTY_READERS,
  params: countyReportParams,
  answer: countyReportView,
  async handle({ params }, visit) {
    const of = await countyIn(params, visit);
    return isRefused(of) ? of : viewOf(of, visit);
  },
});
