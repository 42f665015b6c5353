import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { books } from "../../../rulebook/books.ts";
import { computeReport } from "../../../src/api/report/compute.ts";
import { audit } from "../../../src/audit/audit.ts";
import { reconstructMonth } from "../../../src/main/reconstruct/run.ts";
import { readFigures } from "../../../src/reconstruct/file/read.ts";
import { assembleReport } from "../../../src/report/assemble.ts";
import type { Report } from "../../../src/report/block.ts";
import { reportText } from "../../../src/report/render/text.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { openEmbedded } from "../../../src/store/open.ts";
import { alterations, printedReport } from "../../world/alteredReport.ts";
import { textDocument } from "../../world/audited.ts";
import { migratedAt, testKeys } from "../../world/databases.ts";
import { contradicts } from "../../world/measureIdentities.ts";
import { quietWatch } from "../../world/quietWatch.ts";

const now = Date.parse("2022-12-13T00:00:00Z");

async function reconstructedReport(): Promise<Report> {
  const read = readFigures(
    JSON.parse(readFileSync(new URL("../../../demo/2022-11.figures.json", import.meta.url), "utf8")),
  );
  if ("refused" in read) throw new Error(read.sentence);
  const folder = mkdtempSync(join(tmpdir(), "rexian-audit-"));
  const { db } = await openEmbedded(folder, testKeys, async (fresh) => void (await migrate(fresh, books, migratedAt)));
  try {
    const wanted = { file: read.file, seed: 1, zone: "Asia/Shanghai", replace: false };
    const { platform } = await reconstructMonth(db, wanted, now, quietWatch);
    return assembleReport(await computeReport(db, platform, "2022-11", now));
  } finally {
    await db.close();
    rmSync(folder, { recursive: true });
  }
}

describe("重建月份的月报", () => {
  test("审核没有任何发现；改动一个数，应当矛盾的至少九成五审得出来", { timeout: 600_000 }, async () => {
    const report = await reconstructedReport();
    const { document, figures } = printedReport(report);
    expect(audit(document)).toEqual([]);
    expect(audit(textDocument(reportText(report)))).toEqual([]);

    const tried = figures.flatMap(({ text: printed }, at) => {
      const ways = alterations(printed);
      const text = ways[at % ways.length]!;
      return contradicts(figures, at, text) ? [{ at, text }] : [];
    });
    const sample = tried.filter((_, nth) => nth % 6 === 0);
    const found = sample.filter((one) => audit(printedReport(report, one).document).length > 0);
    console.log(
      `月报共印数 ${figures.length} 个，改动后按恒等式矛盾的 ${tried.length} 个；抽 ${sample.length} 个，审出 ${found.length} 个。`,
    );
    expect(found.length / sample.length).toBeGreaterThanOrEqual(0.95);
  });
});
