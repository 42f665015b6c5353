import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { books } from "../../../rulebook/books.ts";
import { computeMonth } from "../../../src/api/report/compute.ts";
import { compareFigures } from "../../../src/domain/measure/compare.ts";
import { toFile } from "../../../src/domain/measure/toFile.ts";
import { reconstructMonth } from "../../../src/main/reconstruct/run.ts";
import { readFigures } from "../../../src/reconstruct/file/read.ts";
import type { Database } from "../../../src/store/database.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { openEmbedded } from "../../../src/store/open.ts";
import type { Platform } from "../../../src/store/platform.ts";
import { isThorough } from "../../world/alteredAudit.ts";
import { eachDatabase, migratedAt, testKeys } from "../../world/databases.ts";
import { quietWatch } from "../../world/quietWatch.ts";
import { auditOwnReport } from "./ownReport.ts";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const figures = readFigures(read("../../../demo/2022-11.figures.json"));
if ("refused" in figures) throw new Error(figures.sentence);
const { file } = figures;
const expected = read("./expected-differences.json") as { path: string; published: number }[];
const now = Date.parse("2022-12-13T00:00:00Z");

/** On disk, as the product keeps it: in memory PGlite takes several times as long for this many records. */
async function onDisk(work: (db: Database) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rexian-golden-"));
  const { db } = await openEmbedded(folder, testKeys, async (fresh) => void (await migrate(fresh, books, migratedAt)));
  await work(db).finally(() => db.close());
  rmSync(folder, { recursive: true });
}

async function check(db: Database): Promise<Platform> {
  const wanted = { file, seed: 1, zone: "Asia/Shanghai", replace: false };
  const { platform, conflicts, differences } = await reconstructMonth(db, wanted, now, quietWatch);
  expect(differences).toEqual([]);
  const computed = toFile((await computeMonth(db, platform, "2022-11")).figures);
  const found = compareFigures(file, computed).map(({ path, published }) => ({ path, published }));
  expect(found).toEqual(expected);
  expect(conflicts.map((conflict) => conflict.dropped).sort()).toEqual(expected.map(({ path }) => path).sort());
  return platform;
}

eachDatabase((name, open) => {
  describe("2022年11月", () => {
    it("由重建的记录算出的数字，除本身矛盾的五处外与已发布的逐项相同；写出的月报审核没有发现，改动一个数审得出来", {
      timeout: isThorough ? 7_200_000 : 300_000,
    }, async () => {
      if (name === "内嵌数据库") await onDisk(async (db) => auditOwnReport(db, await check(db), now));
      else await check(await open());
    });
  });
}, books);
