import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";

/** 我的设置: kept with the account, seen by nobody else. */
eachDatabase((_, open) => {
  let hotline: Hotline;

  beforeEach(async () => {
    hotline = await openHotline(await open());
  });

  it("没有选过的说没有；选了的换一台机器登录也一样；别人的不受影响", async () => {
    const agent = await hotline.as("agent");
    expect((await agent.get("/session/settings")).body).toBeNull();
    const chosen = { scheme: "dark", textSize: "large", keys: { "Alt+S": "Alt+Q" } };
    expect(await agent.post("/session/settings", chosen)).toMatchObject({ status: 200, body: chosen });
    expect((await (await hotline.as("agent")).get("/session/settings")).body).toEqual(chosen);
    expect((await (await hotline.as("dispatcher")).get("/session/settings")).body).toBeNull();
    const later = { ...chosen, scheme: "system", keys: {} };
    await agent.post("/session/settings", later);
    expect((await agent.get("/session/settings")).body).toEqual(later);
    expect(hotline.faults).toEqual([]);
  });

  it("互相冲突的、不认识的快捷键拒绝，说出下一步，原来的还在；没有登录的不行", async () => {
    const agent = await hotline.as("agent");
    const usual = { scheme: "light", textSize: "usual" };
    await agent.post("/session/settings", { ...usual, keys: { F2: "F4" } });
    const refused = await agent.post("/session/settings", { ...usual, keys: { "Alt+S": "Alt+T" } });
    expect([refused.status, refused.body.code]).toEqual([409, "keyRefused"]);
    expect(refused.body.detail ?? refused.body.next).toMatch(/。$/);
    expect(
      (await agent.post("/session/settings", { ...usual, keys: { __proto__: "F4", toString: "F4" } })).status,
    ).toBe(409);
    expect((await agent.post("/session/settings", { scheme: "pink" })).status).toBe(400);
    expect((await agent.get("/session/settings")).body.keys).toEqual({ F2: "F4" });
    expect((await hotline.nobody.get("/session/settings")).status).toBe(401);
  });
}, books);
