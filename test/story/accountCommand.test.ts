import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { accounts } from "../../src/main/command/account.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";
import { ask, password, signIn } from "../world/signing.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;

  beforeEach(async () => {
    hotline = await openHotline(await open());
  });

  const create = (options: Record<string, string | true>, typed = password) => {
    const io = memoryIo({}, typed);
    const done = runCommand(accounts, "account create", { options }, { db: hotline.db, io, now: hotline.now() });
    return done.then(() => io.printed.out);
  };
  const first = { number: "0001", name: "第一个管理员" };

  it("第一个管理员在机器上建，登录后就能管理账号", async () => {
    expect(await create(first)).toBe("已新增管理员账号 0001（云岭市）。\n");
    const { token, passwordTemporary } = (await signIn(hotline, "0001")).body;
    expect(passwordTemporary).toBe(false);
    expect((await ask(hotline, token, "GET", "/accounts?q=0001")).body.rows[0]).toMatchObject(first);
    const { rows } = (await ask(hotline, token, "GET", "/access-log?operation=createAccount")).body;
    expect(rows[0]).toMatchObject({ role: "system", address: "命令行", subjectKind: "account" });
  });

  it("替别人建的，本人登录后要先改口令", async () => {
    await create({ ...first, role: "liaison", unit: "housing", temporary: true });
    expect((await signIn(hotline, "0001")).body).toMatchObject({ passwordTemporary: true, unitName: "市住建局" });
  });

  it("弱口令、有人用的工号、没有的角色和单位都不收", async () => {
    await expect(create(first, "123456")).rejects.toMatchObject({ refused: { refused: "weakPassword" } });
    await expect(create({ ...first, role: "citizen" })).rejects.toMatchObject({ refused: { refused: "invalid" } });
    await expect(create({ ...first, number: "0 1" })).rejects.toMatchObject({ refused: { refused: "invalid" } });
    await expect(create({ ...first, role: "liaison", unit: "没有" })).rejects.toMatchObject({
      refused: { refused: "unknownUnit" },
    });
    await create(first);
    await expect(create(first)).rejects.toMatchObject({ refused: { refused: "numberTaken" } });
  });
}, books);
