import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { writeBackup } from "../../src/store/archive/backup.ts";
import { isEmpty } from "../../src/store/archive/catalog.ts";
import type { BinaryFile, BinaryPart } from "../../src/store/archive/format.ts";
import { archivedFiles, checkArchive } from "../../src/store/archive/read.ts";
import { contactsOf } from "../../src/store/contact.ts";
import type { Database } from "../../src/store/database.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { migrate } from "../../src/store/migrate.ts";
import { record } from "../../src/store/record.ts";
import { archived, archiveFile, restored } from "../world/archives.ts";
import { eachDatabase, emptyDatabases, migratedAt } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";
import { sealAll, sealedLedger } from "../world/sealedLedger.ts";

const at = Date.parse("2022-12-20T00:00:00Z");
const refused = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ refused: code }) });
const verified = (db: Database) => verifyLedger(db, { platform: "p", noted: null, progress: () => {} });
const contact = { id: "01840000-0000-7000-8000-00000000c0de", name: "张某", phone: "13900000000" };
const empties = emptyDatabases();

/** A sealed ledger, contacts, texts that are hard to write down, and a position that a batch drew and gave back. */
async function world(db: Database): Promise<void> {
  await sealedLedger(db, "p", 11);
  await sealedLedger(db, "other", 12);
  const text = '\\N\t"逗,号"\r\n\\\\𬭎𠮷\u2028\\x41\u0001{}';
  const texts = Array.from({ length: 9000 }, (_, no) => ({
    id: `01840000-0000-7000-8000-${(no + 0xabc000).toString(16).padStart(12, "0")}`,
    text: `${text}${no}`,
  }));
  const contacts = [{ ...contact, address: null, identityNumber: null }];
  await record(db, "p", { events: [], contacts, texts: [] }, at);
  await db.copy(
    "free_text",
    ["platform", "id", "text"],
    texts.map((one) => ["p", one.id, one.text]),
  );
  const call = () => {
    const book = ledger(2_000_000);
    book.call(at);
    return book;
  };
  await record(db, "p", call(), at);
  await expect(record(db, "p", call(), at)).rejects.toThrow();
}

/** Files in memory, as attachments would lie in a folder. */
function filesIn(held: Map<string, Buffer>): BinaryPart {
  return {
    name: "attachment",
    async *list() {
      for (const [name, bytes] of held) {
        const open = async function* () {
          yield bytes.subarray(0, 700);
          yield bytes.subarray(700);
        };
        yield { name, size: bytes.length, open } satisfies BinaryFile;
      }
    },
    async put(name, bytes) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      held.set(name, Buffer.concat(chunks));
    },
  };
}

eachDatabase((name, open) => {
  let db: Database;
  let bytes: Buffer;
  beforeAll(async () => {
    db = await open();
    await world(db);
    bytes = await archived(db);
  });

  describe.each([...empties])(`${name}的备份恢复到%s`, (_kind, empty) => {
    let other: Database;
    beforeAll(async () => {
      other = await empty();
      await restored(other, bytes);
    });

    it("账本查验的结果相同：同一链头，同样多未封印的，同样多的行", async () => {
      const before = await verified(db);
      expect(before).toMatchObject({ unsealed: 16, finding: null });
      expect(await verified(other)).toEqual(before);
    });

    it("再备份一次，一个字节都不差", async () => {
      expect((await archived(other)).equals(bytes)).toBe(true);
    });

    it("个人信息用原来的密钥读得出", async () => {
      expect(await contactsOf(other, "p", [contact.id])).toMatchObject([contact]);
    });

    it("新的事件接着记，接着封，位置不与从前的重复", async () => {
      const [was] = await db.query<{ last: number }>(
        "select last_value as last from pg_sequences where sequencename = 'event_position_seq'",
      );
      const book = ledger(3_000_000);
      book.call(at);
      await record(other, "p", book, at);
      const [made] = await other.query<{ last: number }>("select max(position) as last from event");
      expect(made!.last).toBe(was!.last + 1);
      expect(await sealAll(other, "p", at)).toBe(17);
      expect(await verified(other)).toMatchObject({ unsealed: 0, finding: null });
    });

    it("不是空的地方：拒绝，不动里面的东西", async () => {
      const before = await archived(other);
      await expect(restored(other, bytes)).rejects.toEqual(refused("placeNotEmpty"));
      expect((await archived(other)).equals(before)).toBe(true);
    });
  });

  it("很大的行分成小段：每段都读得回来，恢复后一字不差", async () => {
    const heavy = await empties.get(name)!();
    await migrate(heavy, [], migratedAt);
    await heavy.query(
      `insert into report_file (platform, edition, format, name, sha256, size, content)
       select 'p', gen_random_uuid(), 'pdf', 'x', 'x', 0, convert_to(repeat('月报', 200000 * (no % 3)), 'UTF8')
       from generate_series(1, 12) no`,
    );
    const all = await archived(heavy);
    const sizes: number[] = [];
    for await (const entry of archivedFiles(archiveFile(all))) sizes.push(entry.size);
    expect(Math.max(...sizes)).toBeGreaterThan(1_000_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(8 << 20);
    const other = await empties.get(name)!();
    await restored(other, all);
    expect((await archived(other)).equals(all)).toBe(true);
  });

  it("附带的文件一并进出，空的、跨块的都原样", async () => {
    const held = new Map([0, 1, 512, 5000].map((size) => [`f${size}`, Buffer.alloc(size, size.toString())]));
    const all = await archived(db, [filesIn(held)]);
    const back = new Map<string, Buffer>();
    await restored(await empties.get(name)!(), all, { parts: [filesIn(back)] });
    expect([...back]).toEqual([...held]);
  });

  it("恢复到一半出错：什么都没留下", async () => {
    const empty = await empties.get(name)!();
    const put = () => Promise.reject(new Error("磁盘坏了"));
    const all = await archived(db, [filesIn(new Map([["f", Buffer.from("x")]]))]);
    const failing = { ...filesIn(new Map()), put };
    await expect(restored(empty, all, { parts: [failing] })).rejects.toThrow("磁盘坏了");
    expect(await isEmpty(empty)).toBe(true);
  });

  it("写到一半写不下去：说出原因，数据库照常可用", async () => {
    const about = { program: "0.1.0", now: migratedAt, parts: [], progress: () => {} };
    const full = writeBackup(db, about, async (content) => {
      for await (const _ of content) throw new Error("磁盘已满");
    });
    await expect(full).rejects.toThrow("磁盘已满");
    expect((await archived(db)).equals(bytes)).toBe(true);
  });

  // the embedded database has one session: others wait until the backup is done
  if (name === "PostgreSQL")
    it("备份期间照常写入，备份是开始那一刻的样子", async () => {
      const before = await verified(db);
      const chunks: Buffer[] = [];
      const about = { program: "0.1.0", now: at, parts: [], progress: () => {} };
      await writeBackup(db, about, async (content) => {
        let written = false;
        for await (const chunk of content) {
          chunks.push(chunk as Buffer);
          if (written) continue;
          written = true;
          const book = ledger(4_000_000);
          book.order(at, book.request(at), "u1");
          await record(db, "p", book, at);
        }
      });
      const other = await empties.get(name)!();
      await restored(other, Buffer.concat(chunks));
      expect(await verified(other)).toEqual(before);
      expect((await verified(db)).unsealed).toBe(before.unsealed + 3);
    });
});

describe("坏的备份", () => {
  let bytes: Buffer;
  beforeAll(async () => {
    const db = await empties.get("内嵌数据库")!();
    await migrate(db, [], migratedAt);
    await sealedLedger(db, "p", 3);
    bytes = await archived(db);
  });
  const same = (given: Uint8Array) => {
    try {
      return gunzipSync(given).equals(gunzipSync(bytes));
    } catch {
      return false;
    }
  };
  const check = (given: Uint8Array) => checkArchive(archiveFile(given));
  const rezipped = (change: (text: string) => string) =>
    check(gzipSync(Buffer.from(change(gunzipSync(bytes).toString("latin1")), "latin1")));

  /** The description of the archive changed to one of the same length, with its line in the list of digests. */
  const redescribed = (change: (text: string) => string) =>
    rezipped((packed) => {
      const size = Number.parseInt(packed.slice(124, 135), 8);
      const [before, after] = [packed.slice(512, 512 + size), change(packed.slice(512, 512 + size))];
      const digest = (text: string) => createHash("sha256").update(text, "latin1").digest("hex");
      return packed.replace(before, after).replace(digest(before), digest(after));
    });

  it("完好的读得过；空的、不是备份的、说明不对的：拒绝", async () => {
    expect((await check(bytes)).tables.length).toBeGreaterThan(10);
    for (const given of [
      Buffer.alloc(0),
      Buffer.from("文件"),
      gzipSync(""),
      gzipSync(Buffer.alloc(5000, 7)),
      gzipSync(Buffer.alloc(2048)),
    ])
      await expect(check(given)).rejects.toEqual(refused("archiveBroken"));
  });

  it("截去任意一段尾巴：拒绝", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await expect(check(bytes.subarray(0, length))).rejects.toEqual(refused("archiveBroken"));
      }),
      { numRuns: 300 },
    ));

  it("改动任意一个字节：拒绝，除非解开来一点不差", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, by) => {
        const changed = Buffer.from(bytes);
        changed[place] = changed[place]! ^ by;
        // gzip notes a time and pads its last byte with bits that say nothing
        fc.pre(!same(changed));
        await expect(check(changed)).rejects.toEqual(refused("archiveBroken"));
      }),
      { numRuns: 300 },
    ));

  it("解开后改一个字再压回去：与校验清单对不上，拒绝", async () => {
    await expect(rezipped((text) => text.replace("orderDispatched", "orderDisPatched"))).rejects.toEqual(
      refused("archiveBroken"),
    );
    await expect(
      rezipped((text) => text.replace(/[0-9a-f]{64} {2}archive/, `${"0".repeat(64)}  archive`)),
    ).rejects.toEqual(refused("archiveBroken"));
  });

  it("结构比程序新、与程序不一致、格式更新：拒绝并说明", async () => {
    await expect(redescribed((text) => text.replace("T15-00-spine.sql", "T15-00-later.sql"))).rejects.toEqual(
      refused("schemaNewer"),
    );
    await expect(redescribed((text) => text.replace(/"digest": "....../, '"digest": "000000'))).rejects.toEqual(
      refused("schemaDiffers"),
    );
    await expect(redescribed((text) => text.replace('"version": 1', '"version": 2'))).rejects.toEqual(
      refused("archiveNewer"),
    );
  });
});
