import type { Readable } from "node:stream";
import { countyReportParams, countyReportView } from "../../contract/county/countyReport.ts";
import { type Report, readTemplate, type TemplateFault } from "../../domain/county/template.ts";
import { namesOf } from "../../domain/import/names.ts";
import { isRefused, Refusal, type Refused, type RefusedInPlaces, refuse } from "../../domain/refusal.ts";
import { mediaTypes } from "../../file/mediaTypes.ts";
import type { TableRow } from "../../file/table/row.ts";
import { readXlsxRows } from "../../file/xlsx/read.ts";
import { type Accepted, type Received, received } from "../attachment/receive.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { deliverMonth } from "./deliver.ts";
import { type CountyMonth, countyIn } from "./load.ts";

/** a filled-in template has some 15 kB and 33 lines */
const accepted: Accepted = {
  types: { [mediaTypes.xlsx]: { most: 1024 * 1024 } },
  other: refuse("unsupportedType", "只收 .xlsx 表格。", "请下载模板，填好存成 .xlsx 再传。"),
  smaller: "请下载模板填写。",
};
const MOST_ROWS = 100;
const MOST_TOLD = 20;

const again = "请在表格软件里打开，不设密码另存为 .xlsx 再传；打不开的，请重新下载模板填写。";

/** the rows of a template, and at most one beyond what it may have */
async function rowsOf(path: string): Promise<TableRow[] | Refused> {
  const rows: TableRow[] = [];
  try {
    for await (const some of readXlsxRows(path)) {
      rows.push(...some);
      if (rows.length > MOST_ROWS) break;
    }
    return rows;
  } catch (error) {
    // what the reader advises is for whoever brings an old system's tables
    if (error instanceof Refusal) return { ...error.refused, next: again };
    throw error;
  }
}

const wordsOf = ({ line, column, reason }: TemplateFault): string =>
  `第 ${line} 行${column ? `“${column}”` : ""}：${reason}`;

function faulty(faults: readonly TemplateFault[]): RefusedInPlaces {
  const places = faults.slice(0, MOST_TOLD).map(wordsOf);
  const rest = faults.length > MOST_TOLD ? `，这里列出前 ${MOST_TOLD} 处` : "";
  return { ...refuse("invalid", `表里有 ${faults.length} 处不对${rest}。什么也没有存。`, "请改正后再传。"), places };
}

async function reportIn({ path }: Received, of: CountyMonth, visit: Visit): Promise<Report | Refused> {
  const rows = await rowsOf(path);
  if (isRefused(rows)) return rows;
  if (rows.length > MOST_ROWS) return refuse("invalid", `表里超过 ${MOST_ROWS} 行。`, "请下载模板填写，一天一行。");
  const { rulebook, zone } = await visit.rules();
  const read = readTemplate(rows, { ...of, names: namesOf(rulebook, zone) });
  return "faults" in read ? faulty(read.faults) : read;
}

/** 传表上报: all of the file or nothing. */
export const deliverCountyFile = operation({
  id: "deliverCountyReportFile",
  method: "POST",
  path: "/county-reports/{month}/{county}/file",
  summary: "传填好的模板上报或更正；有一格不对就一格也不收，说明第几行哪一列错在哪里",
  tag: "县级平台",
  permit: ["county"],
  params: countyReportParams,
  answer: countyReportView,
  uploads: true,
  changes: true,
  async handle({ params, body }, visit) {
    const seen = await countyIn(params, visit);
    if (isRefused(seen)) return seen;
    const deliver = async (file: Received) => {
      const report = await reportIn(file, params, visit);
      return isRefused(report)
        ? report
        : visit.decide(async (inside) => inside.promised(await deliverMonth(params, report, inside)));
    };
    return received(body as unknown as Readable, visit.attachments.folder, deliver, accepted);
  },
});
