import { beforeAll, expect, it } from "vitest";
import { verify } from "../../src/main/command/verify.ts";
import { forget } from "../../src/store/contact.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";
import { sealAll } from "../world/sealedLedger.ts";

const at = Date.parse("2022-11-03T01:02:03Z");

eachDatabase((_, open) => {
  let db: Database;
  let contact: string;
  beforeAll(async () => {
    db = await open();
    for (const name of ["甲市", "乙县"]) {
      const level = name === "甲市" ? "city" : "county";
      await createPlatform(
        db,
        { platform: name, name, level, zone: "Asia/Shanghai", origin: "live", books: [] },
        migratedAt,
      );
    }
    const book = ledger();
    contact = book.id();
    book.contacts.push({ id: contact, name: "张某", phone: "13900000000", address: null, identityNumber: null });
    const text = book.id();
    book.texts.push({ id: text, text: "路灯不亮" });
    book.order(at, book.request(at, { contact, text }), "u1");
    await record(db, "甲市", book, at);
    await sealAll(db, "甲市", at);
    const later = ledger(500);
    later.call(at);
    await record(db, "甲市", later, at);
  });

  async function run(options: Record<string, string> = {}) {
    const io = memoryIo();
    const code = await runCommand([verify], "verify", { options }, { db, io, now: at });
    return { code, out: io.printed.out };
  }

  it("没有动过：说出证明了什么，印出链头；一个没有记录的平台也成立", async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatch(
      /^乙县：账本成立。\n {2}已封印 0 条，与链相符\n {2}未封印 0 条，.*\n {2}行 0 件，都由事件得出\n甲市：账本成立。\n {2}已封印 3 条，与链相符；链头 3:[0-9a-f]{64}\n {2}未封印 1 条，.*\n {2}行 3 件，都由事件得出\n$|^甲市/,
    );
  });

  it("抄下的链头以后仍对得上；写错的链头一句话拒绝", async () => {
    const head = /链头 (\S+)/.exec((await run({ platform: "甲市" })).out)![1]!;
    expect((await run({ platform: "甲市", head })).code).toBe(0);
    const wrong = await run({ platform: "甲市", head: `3:${"0".repeat(64)}` });
    expect(wrong).toEqual({ code: 1, out: "甲市：账本不成立。\n  第一个坏处：封印 3：链与当时记下的不同。\n" });
    await expect(run({ platform: "甲市", head: "3" })).rejects.toThrow("不是链头");
  });

  it("一个人被遗忘后账本照样成立，并说出有一处已不在；有没有到期遗忘的记录也分清", async () => {
    expect(await forget(db, "甲市", contact)).toBe(true);
    const { code, out } = await run({ platform: "甲市" });
    expect(code).toBe(0);
    expect(out).toContain("有 1 处已不在（其中 1 处没有到期遗忘的记录）");
    await db.query(
      `insert into forgotten (platform, request, class, at)
       select platform, id, 'contact', '2022-12-01T00:00:00Z' from service_request where platform = '甲市'`,
    );
    expect((await run({ platform: "甲市" })).out).toContain("有 1 处已不在\n");
  });

  it("改动一个已封印的事件：指出位置、主体、编号、版本，退出码 1，别的平台照查", async () => {
    await db.query("update event set by = 'agent:9' where platform = '甲市' and kind = 'orderDispatched'");
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain("乙县：账本成立。");
    expect(out).toMatch(
      /甲市：账本不成立。\n {2}第一个坏处：封印 3 位置 \d+ 工单 01840000-\S+ 第 1 版：事件的内容与它的链值对不上/,
    );
  });
});
