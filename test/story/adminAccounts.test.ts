import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline, type Person } from "../world/hotline.ts";
import { ask, password, signIn } from "../world/signing.ts";

const own = "另一个-Zq9-口令";
const clerk = { number: "2001", name: "李测试", role: "dispatcher", unit: null };

eachDatabase((_, open) => {
  let hotline: Hotline;
  let administrator: Person;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    administrator = await hotline.as("administrator");
  });

  const create = async (given: object = clerk) => (await administrator.post("/accounts", given)).body;
  const does = (id: string, noun: string, body: object = {}) => administrator.post(`/accounts/${id}/${noun}`, body);
  const ready = async (given: object = clerk) => {
    const { id } = await create(given);
    await does(id, "password", { password });
    return id as string;
  };

  it("新增账号，给初始口令，本人登录先改口令，然后能办事", async () => {
    const account = await create();
    expect(account).toMatchObject({ ...clerk, roleName: "派单员", passwordTemporary: false, locked: false });
    expect((await signIn(hotline, "2001")).body.code).toBe("wrongPassword");
    expect((await does(account.id, "password", { password: "太短" })).body.code).toBe("weakPassword");
    expect((await does(account.id, "password", { password })).status).toBe(200);
    const { token, passwordTemporary } = (await signIn(hotline, "2001")).body;
    expect(passwordTemporary).toBe(true);
    expect((await ask(hotline, token, "GET", "/requests")).body.code).toBe("passwordTemporary");
    await ask(hotline, token, "POST", "/session/password", { old: password, new: own });
    expect((await ask(hotline, token, "GET", "/requests")).status).toBe(200);
    expect(hotline.faults).toEqual([]);
  });

  it("同一工号只有一个账号；同一个 Idempotency-Key 再来一次，还是那个账号", async () => {
    const first = await administrator.post("/accounts", clerk, { "idempotency-key": "k" });
    const again = await administrator.post("/accounts", clerk, { "idempotency-key": "k" });
    expect(again.body).toEqual(first.body);
    expect((await create()).code).toBe("numberTaken");
  });

  it("联络员要有单位，单位要有；别的角色没有单位；市民和系统没有账号", async () => {
    expect((await create({ ...clerk, role: "liaison" })).code).toBe("invalid");
    expect((await create({ ...clerk, unit: "housing" })).code).toBe("invalid");
    expect((await create({ ...clerk, role: "liaison", unit: "没有" })).code).toBe("unknownUnit");
    for (const role of ["citizen", "system"]) expect((await create({ ...clerk, role })).code).toBe("invalid");
    expect((await create({ ...clerk, number: "有 空格" })).code).toBe("invalid");
    expect((await create({ ...clerk, role: "liaison", unit: "housing" })).unitName).toBe("市住建局");
  });

  it("停用立即退出登录，不能再登录；重新启用又可以", async () => {
    const id = await ready();
    const { token } = (await signIn(hotline, "2001")).body;
    expect((await does(id, "disabling")).body.disabledAt).toBe(new Date(hotline.now()).toISOString());
    expect((await ask(hotline, token, "GET", "/session")).body.code).toBe("notSignedIn");
    expect((await signIn(hotline, "2001")).body.code).toBe("wrongPassword");
    await does(id, "enabling");
    expect((await signIn(hotline, "2001")).status).toBe(200);
  });

  it("改了单位，原来的登录失效，再登录看的是新单位", async () => {
    const id = await ready({ ...clerk, role: "liaison", unit: "housing" });
    const { token } = (await signIn(hotline, "2001")).body;
    expect((await does(id, "change", { name: "李测试", role: "liaison", unit: "east" })).status).toBe(200);
    expect((await ask(hotline, token, "GET", "/session")).body.code).toBe("notSignedIn");
    expect((await signIn(hotline, "2001")).body.units).toEqual(["east", "east-osmanthus"]);
  });

  it("锁定的账号由管理员解锁", async () => {
    const id = await ready();
    for (let time = 0; time < 5; time += 1) await signIn(hotline, "2001", "错的");
    expect((await signIn(hotline, "2001")).body.code).toBe("accountLocked");
    const locked = (await administrator.get("/accounts?q=2001")).body.rows[0];
    expect(locked).toMatchObject({ id, locked: true });
    expect((await does(id, "unlocking")).body.locked).toBe(false);
    expect((await signIn(hotline, "2001")).status).toBe(200);
  });

  it("最后一个管理员停用不了，也改不成别的", async () => {
    const { rows } = (await administrator.get("/accounts?role=administrator&disabled=false")).body;
    expect(rows).toHaveLength(1);
    const [{ id, name }] = rows;
    expect((await does(id, "disabling")).body.code).toBe("lastAdministrator");
    expect((await does(id, "change", { name, role: "agent", unit: null })).body.code).toBe("lastAdministrator");
    await create({ ...clerk, role: "administrator" });
    expect((await does(id, "disabling")).status).toBe(200);
  });

  it("每个操作都记在访问日志里，操作谁也写明", async () => {
    const id = await ready();
    const { rows } = (await administrator.get(`/access-log?subject=${id}`)).body;
    const logged = rows.map(({ operation, number }: Record<string, string>) => [operation, number]);
    expect(logged).toEqual([
      ["giveTemporaryPassword", "demo-administrator"],
      ["createAccount", "demo-administrator"],
    ]);
  });

  it("账号清单一页一页，不漏不重；别的角色看不到也动不了", async () => {
    for (let no = 1; no <= 7; no += 1) await create({ ...clerk, number: `30${no}`, name: `分页${no}` });
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { rows, next, total } = (await administrator.get(`/accounts?q=分页&limit=3${cursor}`)).body;
      expect(total).toBe("7");
      seen.push(...rows.map(({ number }: { number: string }) => number));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toEqual(["301", "302", "303", "304", "305", "306", "307"]);
    const office = await hotline.as("office");
    expect((await office.get("/accounts")).body.code).toBe("otherRole");
    expect((await office.post("/accounts", clerk)).body.code).toBe("otherRole");
  });
}, books);
