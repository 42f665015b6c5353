/** 一个真实的城市从这里开始: an empty database, a platform, its first administrator, its first request. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { accounts } from "../../src/main/command/account.ts";
import { imports } from "../../src/main/command/import.ts";
import { platformCreate } from "../../src/main/command/platform.ts";
import type { Database } from "../../src/store/database.ts";
import { isDemonstration, markInstallation, platformNamed, platforms } from "../../src/store/platform.ts";
import { rulebookOf } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { MONDAY, openHotline } from "../world/hotline.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";
import { password } from "../world/signing.ts";

const create = async (db: Database, name: string, options: Record<string, string> = {}) => {
  const io = memoryIo();
  await runCommand([platformCreate], "platform create", { file: name, options }, { db, io, now: MONDAY });
  return io.printed;
};

eachDatabase((_, open) => {
  const real = async () => {
    const db = await open();
    await markInstallation(db, false, migratedAt);
    return db;
  };

  it("新建一个空平台：全国规则和通用规则在，记录没有；说出下一步", async () => {
    const db = await real();
    expect(await create(db, "河湾市")).toEqual({
      out: "已新建平台“河湾市”。\n",
      err: expect.stringContaining("rexian account create"),
    });
    const made = (await platformNamed(db, "河湾市"))!;
    expect(made).toMatchObject({
      level: "city",
      zone: "Asia/Shanghai",
      origin: "live",
      books: ["national", "default"],
    });
    const { rows } = await rulebookOf(db, made.platform);
    expect(rows.calendarYear?.length).toBeGreaterThan(0);
    expect(rows.category?.length).toBeGreaterThan(100);
  });

  it("县级平台、别的时区；第一个管理员接着就能建", async () => {
    const db = await real();
    await create(db, "伊宁县", { level: "county", zone: "Asia/Urumqi" });
    expect(await platforms(db)).toMatchObject([{ name: "伊宁县", level: "county", zone: "Asia/Urumqi" }]);
    const options = { number: "0001", name: "第一个管理员" };
    const io = memoryIo({}, password);
    await runCommand(accounts, "account create", { options }, { db, io, now: MONDAY });
    expect(io.printed.out).toBe("已新增管理员账号 0001（伊宁县）。\n");
  });

  it("已有的名称、没有的级别和时区、不成名称的，都说清楚，什么也不留下", async () => {
    const db = await real();
    await create(db, "河湾市");
    await expect(create(db, "河湾市")).rejects.toThrow("已有名为“河湾市”的平台。");
    await expect(create(db, "江口市", { level: "省级" })).rejects.toThrow("没有级别“省级”。");
    await expect(create(db, "江口市", { zone: "Asia/Nowhere" })).rejects.toThrow("没有时区“Asia/Nowhere”。");
    await expect(create(db, "江口/市")).rejects.toThrow("不能作平台名称");
    expect(await platforms(db)).toHaveLength(1);
  });

  it("演示数据库里不开办正式的平台", async () => {
    const { db } = await openHotline(await open());
    await expect(create(db, "河湾市")).rejects.toMatchObject({ refused: { refused: "demonstrationHere" } });
  });

  it("导入到演示数据库：先说明这里谁都看得到；正式的库不说", async () => {
    const imported = async (db: Database) => {
      const io = memoryIo({ f: "单位代码,单位名称,分组代码,分组名称,生效日期\nlamps,路灯所,works,市政,2022-01-01\n" });
      const options = { platform: "云岭市" };
      await runCommand(imports, "import units", { file: "f", options }, { db, io, now: MONDAY });
      expect(io.printed.out).toContain("新增 1");
      return io.printed.err;
    };
    const { db } = await openHotline(await open());
    expect(await imported(db)).toContain("这里是演示数据库：导入的内容在本机不用口令就能看到");
    expect(await isDemonstration(db)).toBe(true);
    const official = await real();
    await create(official, "云岭市");
    expect(await imported(official)).toBe("");
  });
}, books);
