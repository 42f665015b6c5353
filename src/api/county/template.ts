import { countyReportParams } from "../../contract/county/countyReport.ts";
import { daysOf } from "../../domain/calendar/month.ts";
import { emptyTemplate } from "../../domain/county/template.ts";
import { isRefused } from "../../domain/refusal.ts";
import { mediaTypes } from "../../file/mediaTypes.ts";
import { xlsxTable } from "../../file/table/writeXlsx.ts";
import { operation } from "../operation.ts";
import { COUNTY_READERS, countyIn } from "./load.ts";

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

/** 上报模板: with the platform, the month and its days filled in. */
export const readCountyTemplate = operation({
  id: "readCountyReportTemplate",
  method: "GET",
  path: "/county-reports/{month}/{county}/template",
  summary: "上报用的表格（.xlsx），平台、月份、日期已经填好：一行全月，其余逐日，逐日的可以不填",
  tag: "县级平台",
  permit: COUNTY_READERS,
  params: countyReportParams,
  async handle({ params }, visit) {
    const of = await countyIn(params, visit);
    if (isRefused(of)) return of;
    const { county, month } = params;
    const rows = emptyTemplate(county, month, daysOf(month));
    return { type: mediaTypes.xlsx, name: `${county}${month}月报.xlsx`, content: xlsxTable("月报", each(rows)) };
  },
});
