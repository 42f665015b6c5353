import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { checkArchive } from "../../src/store/archive/read.ts";
import { findContactsByPhone } from "../../src/store/contact.ts";
import type { Database } from "../../src/store/database.ts";
import { describeSchema } from "../../src/store/describe.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { pendingMigrations } from "../../src/store/migrate.ts";
import { platforms } from "../../src/store/platform.ts";
import { archiveFile, restored } from "../world/archives.ts";
import { emptyDatabases } from "../world/databases.ts";
import { sealAll } from "../world/sealedLedger.ts";

/** One archive of every schema that was ever released, all of the same invented world: see README.md beside them. */
const folder = new URL("../archive/", import.meta.url);
const archives = readdirSync(folder).filter((name) => name.endsWith(".tar.gz"));
const at = Date.parse("2023-01-02T00:00:00Z");
const empties = emptyDatabases();

describe.each(archives)("旧结构的备份 %s", (file) => {
  const bytes = readFileSync(new URL(file, folder));

  it("名字就是它最后的结构变更", async () => {
    const { schema } = await checkArchive(archiveFile(bytes));
    expect(schema.at(-1)!.name).toMatch(new RegExp(`-${file.replace(".tar.gz", "")}\\.sql$`));
  });

  describe.each([...empties])("恢复到%s", (_name, empty) => {
    let db: Database;
    let rows = 0;
    beforeAll(async () => {
      db = await empty();
      rows = await restored(db, bytes, { books });
    });

    it("补上后来的变更，结构与新建的一样", async () => {
      expect(rows).toBeGreaterThan(1000);
      expect(await pendingMigrations(db)).toEqual([]);
      expect(await describeSchema(db)).toBe(
        readFileSync(new URL("../../src/store/schema.sql", import.meta.url), "utf8"),
      );
    });

    it("从前的事件都补上链值，账本成立，可以接着封印", async () => {
      for (const { platform } of await platforms(db)) {
        const before = await verifyLedger(db, { platform, noted: null, progress: () => {} });
        expect(before.finding).toBeNull();
        expect(await sealAll(db, platform, at)).toBe(before.unsealed);
        expect(await verifyLedger(db, { platform, noted: null, progress: () => {} })).toMatchObject({
          unsealed: 0,
          finding: null,
        });
      }
    });

    it("还没办完的工单都有时钟，一件不少", async () => {
      const [counted] = await db.query<{ open: number; clocks: number }>(
        `select (select count(*) from worklist where stage not in ('withdrawn', 'closed')) as open,
           (select count(*) from order_clock join worklist using (platform, work_order)) as clocks`,
      );
      expect(counted).toEqual({ open: counted!.clocks, clocks: counted!.open });
      expect(counted!.open).toBeGreaterThan(0);
    });

    it("当月的数字、个人信息与从前一样", async () => {
      const [county, city] = (await platforms(db)).sort((one, other) => (one.level < other.level ? 1 : -1));
      const { figures } = await computeMonth(db, city!, "2022-11");
      expect(figures.calls.offered.value).toBe(40);
      expect(figures.requests.accepted.value).toBe(30);
      expect(await findContactsByPhone(db, county!.platform, "13900000000")).toMatchObject([
        { name: "张某", address: "东街 1 号" },
      ]);
      const texts = await db.query<{ text: string }>("select text from free_text where platform = $1", [
        county!.platform,
      ]);
      expect(texts).toEqual([{ text: '路灯\t"不亮"\\\n𠮷𬭎' }]);
    });
  });
});
