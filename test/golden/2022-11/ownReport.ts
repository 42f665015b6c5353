import { expect } from "vitest";
import { computeReport } from "../../../src/api/report/compute.ts";
import { audit } from "../../../src/audit/audit.ts";
import { assembleReport } from "../../../src/report/assemble.ts";
import { reportText } from "../../../src/report/render/text.ts";
import type { Database } from "../../../src/store/database.ts";
import type { Platform } from "../../../src/store/platform.ts";
import { alterations, printedReport } from "../../world/alteredReport.ts";
import { textDocument } from "../../world/audited.ts";
import { contradicts } from "../../world/measureIdentities.ts";

/** 审核重建月份的月报: nothing is found in it; of its figures altered in turn, one in twenty is audited again. */
export async function auditOwnReport(db: Database, platform: Platform, now: number): Promise<void> {
  const report = assembleReport(await computeReport(db, platform, "2022-11", now));
  const { document, figures } = printedReport(report);
  expect(audit(document)).toEqual([]);
  expect(audit(textDocument(reportText(report)))).toEqual([]);

  const wrong = figures.flatMap(({ text: printed }, at) => {
    const ways = alterations(printed);
    const text = ways[at % ways.length]!;
    return contradicts(figures, at, text) ? [{ at, text }] : [];
  });
  const sample = wrong.filter((_, nth) => nth % 20 === 0);
  const found = sample.filter((one) => audit(printedReport(report, one).document).length > 0);
  console.log(
    `重建的月报共印数 ${figures.length} 个，改动后按恒等式矛盾的 ${wrong.length} 个；抽 ${sample.length} 个，审出 ${found.length} 个。`,
  );
  expect(found.length / sample.length).toBeGreaterThanOrEqual(0.95);
}
