import type { FastifyInstance } from "fastify";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { httpServer } from "../../src/main/httpServer.ts";
import { proxyFrom } from "../../src/main/proxy.ts";
import { reportDesk } from "../../src/main/reportDesk.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { accounts, password } from "../world/signing.ts";

it("信任的代理写地址或网段，写错的不启动", () => {
  expect(proxyFrom({})).toBeNull();
  expect(proxyFrom({ REXIAN_PROXY: " 127.0.0.1, 10.0.0.0/24 " })).toEqual(["127.0.0.1", "10.0.0.0/24"]);
  expect(() => proxyFrom({ REXIAN_PROXY: "nginx" })).toThrow(/REXIAN_PROXY.*不是地址/);
});

eachDatabase((_, open) => {
  let hotline: Hotline;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    await accounts(hotline, { number: "101", role: "office" });
  });

  /** behind a proxy at 127.0.0.1, which is believed or not */
  async function behind(proxy: string[] | null): Promise<FastifyInstance> {
    const pages = await reportDesk(hotline.db, { io: memoryIo(), debug: false });
    hotline.of.desk.behindProxy = proxy !== null;
    return httpServer(pages, { host: "127.0.0.1", proxy }, hotline.of);
  }
  const post = (app: FastifyInstance, path: string, payload: object, headers: Record<string, string>) =>
    app.inject({ method: "POST", url: `/api/v1${path}`, payload, headers });
  const from = (address: string) => ({ "x-forwarded-for": address, "x-forwarded-host": "hotline.example" });
  const oneClick = { role: "agent", bearer: true };

  it("信任代理：来访者自己的地址算数，记下的和限次的都是它，cookie 只走加密", async () => {
    const app = await behind(["127.0.0.1"]);
    const signIn = (address: string, body: object) => post(app, "/session", { number: "101", ...body }, from(address));
    const opens = async (address: string) =>
      (await app.inject({ url: `/api/v1/surveys/${"0".repeat(20)}`, headers: from(address) })).json().code;
    for (let time = 0; time < 30; time += 1) expect(await opens("10.0.0.9")).not.toBe("tooMany");
    expect([await opens("10.0.0.9"), await opens("10.0.0.7")]).toEqual([
      "tooMany",
      expect.not.stringContaining("tooMany"),
    ]);
    const own = await signIn("10.0.0.7", { password });
    expect([own.statusCode, String(own.headers["set-cookie"])]).toEqual([200, expect.stringContaining("Secure")]);
    const rows = await hotline.db.query<{ address: string }>(
      "select address from access_log where operation = 'signIn'",
    );
    expect(rows.map(({ address }) => address)).toEqual(["10.0.0.7"]);
  });

  it("没有说信任的代理：它说的地址不算数，一键登录也不行；信任代理的地方没有一键登录", async () => {
    const plain = await behind(null);
    const local = { host: "127.0.0.1:12345" };
    expect((await post(plain, "/session/demonstration", oneClick, local)).statusCode).toBe(200);
    for (const header of ["x-forwarded-for", "forwarded", "x-real-ip", "via"]) {
      const answer = await post(plain, "/session/demonstration", oneClick, { ...local, [header]: "127.0.0.1" });
      expect([header, answer.json().code]).toEqual([header, "otherRole"]);
    }
    await post(plain, "/session", { number: "101", password }, { ...local, "x-forwarded-for": "10.0.0.7" });
    const rows = await hotline.db.query<{ address: string }>(
      "select address from access_log where operation = 'signIn' and number = '101'",
    );
    expect(rows.map(({ address }) => address)).toEqual(["127.0.0.1"]);
    const trusted = await behind(["127.0.0.1"]);
    for (const headers of [local, { ...local, ...from("127.0.0.1") }])
      expect((await post(trusted, "/session/demonstration", oneClick, headers)).json().code).toBe("otherRole");
  });
}, books);
