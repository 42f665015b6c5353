import { Readable } from "node:stream";
import { auditExportParams } from "../../contract/audit/audit.ts";
import { placeWords, unitOfPlaces } from "../../domain/document.ts";
import { findingKinds, severityNames } from "../../domain/finding.ts";
import { csvText } from "../../file/csv/write.ts";
import { mediaTypes } from "../../file/mediaTypes.ts";
import type { Cell } from "../../file/table/row.ts";
import { xlsxTable } from "../../file/table/writeXlsx.ts";
import { operation } from "../operation.ts";
import { REPORTING } from "../report/view.ts";
import type { Audited } from "./aside.ts";
import { auditReceived } from "./auditReport.ts";

const NAME = "审核结果";
const HEAD = ["轻重", "种类", "说明", "算式", "印的值", "把握", "在哪里", "原文"];

async function* rowsOf({ document, found }: Audited): AsyncGenerator<Cell[]> {
  yield HEAD;
  const unit = unitOfPlaces(document);
  for (const { kind, severity, message, arithmetic, values, confidence, places } of found)
    yield [
      ...[severityNames[severity], findingKinds[kind], message, arithmetic, values.join("、"), confidence],
      ...[places.map((place) => placeWords(place, unit)), places.map(({ text }) => text)].map((all) => all.join("\n")),
    ];
}

const written = {
  json: ({ found }: Audited) => Readable.from([JSON.stringify(found, null, 1)]),
  csv: (audited: Audited) => Readable.from(csvText(rowsOf(audited))),
  xlsx: (audited: Audited) => xlsxTable(NAME, rowsOf(audited)),
};

/** 导出审核结果: the file comes once more, since nothing of it was kept. */
export const exportFindings = operation({
  id: "exportReportFindings",
  method: "POST",
  path: "/report-audits/findings.{format}",
  summary: "审核一份已发布的报告，结果写成文件（.json、.csv 或 .xlsx）；什么也不保存",
  tag: "审核",
  permit: REPORTING,
  params: auditExportParams,
  uploads: true,
  async handle({ params: { format }, body }, visit) {
    const audited = await auditReceived(body, visit);
    if ("refused" in audited) return audited;
    return { type: mediaTypes[format], name: `${NAME}.${format}`, content: written[format](audited) };
  },
});
