import { expect } from "vitest";
import { computeReport } from "../../../src/api/report/compute.ts";
import { audit } from "../../../src/audit/audit.ts";
import type { AuditedDocument } from "../../../src/domain/document.ts";
import { readPublished } from "../../../src/file/document/read.ts";
import { assembleReport } from "../../../src/report/assemble.ts";
import { reportFile } from "../../../src/report/files.ts";
import { findFonts } from "../../../src/report/render/fonts.ts";
import { reportText } from "../../../src/report/render/text.ts";
import type { Database } from "../../../src/store/database.ts";
import type { Platform } from "../../../src/store/platform.ts";
import { figureTrial, nameTrial, shareFound, trialWords } from "../../world/alteredAudit.ts";
import { printedReport } from "../../world/alteredReport.ts";
import { textDocument } from "../../world/audited.ts";

/** of what contradicts something, one in so many is audited again; `AUDIT_ALTERATIONS=all` audits them all */
const ONE_IN = 20;

/** the days and the weeks of the month, each an edition of its own out of the same records */
const days = Array.from({ length: 30 }, (_, at) => `2022-11-${String(at + 1).padStart(2, "0")}`);
const weeks = ["2022-W45", "2022-W46", "2022-W47"];

async function* only(bytes: Uint8Array) {
  yield bytes;
}

const told = (document: AuditedDocument): string[] =>
  audit(document)
    .filter(({ severity }) => severity !== "low")
    .map(({ message }) => message);

/** 审核重建月份的月报: nothing is found in it; altered in one figure, or with two names changed for one another, something is. */
export async function auditOwnReport(db: Database, platform: Platform, now: number): Promise<void> {
  const report = assembleReport(await computeReport(db, platform, "2022-11", now));
  expect(audit(printedReport(report).document)).toEqual([]);
  expect(audit(textDocument(reportText(report)))).toEqual([]);
  for (const format of ["docx", "pdf", "html"] as const) {
    const { content } = await reportFile(report, format, findFonts);
    expect(told(await readPublished(only(content))), format).toEqual([]);
  }
  const found: string[] = [];
  for (const period of [...days, ...weeks]) {
    const { document } = printedReport(assembleReport(await computeReport(db, platform, period, now)));
    found.push(...told(document).map((message) => `${period}：${message}`));
  }
  expect(found).toEqual([]);
  for (const [what, found] of [
    ["改一个数", figureTrial(report, ONE_IN)],
    ["对调两行的名称", nameTrial(report, ONE_IN)],
  ] as const) {
    console.log(trialWords(`重建的月报，${what}`, found));
    expect(shareFound(found), found.missed.map(({ said }) => said).join("\n")).toBeGreaterThanOrEqual(0.95);
  }
}
