import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { accounts, answerOf, ask as askOf, password, signIn as signInAt } from "../world/signing.ts";

const MINUTE = 60_000;

eachDatabase((_, open) => {
  let hotline: Hotline;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    hotline.of.desk.demonstration = false;
    await accounts(hotline, { number: "101" }, { number: "102", temporary: true });
  });

  const later = (minutes: number) => hotline.at(hotline.now() + minutes * MINUTE);
  const ask = (...asked: Parameters<typeof askOf> extends [Hotline, ...infer Rest] ? Rest : never) =>
    askOf(hotline, ...asked);
  const signIn = (number: string, given?: string) => signInAt(hotline, number, given);

  it("工号和口令对，就登录；退出后凭证不再有用", async () => {
    const { status, body } = await signIn("101");
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: "101", role: "agent", units: null, screenLocked: false });
    expect((await ask(body.token, "GET", "/session")).body).toMatchObject({ number: "101" });
    expect((await ask(body.token, "DELETE", "/session")).status).toBe(204);
    expect((await ask(body.token, "GET", "/session")).body.code).toBe("notSignedIn");
    expect(hotline.faults).toEqual([]);
  });

  it("浏览器的凭证在 cookie 里，脚本读不到，别的网站带不来", async () => {
    const first = await answerOf(hotline, {
      method: "POST",
      url: "/api/v1/session",
      headers: { host: "hotline.example", origin: "https://hotline.example" },
      payload: { number: "101", password },
    });
    const cookie = String(first.headers["set-cookie"]);
    expect(first.body.token).toBeUndefined();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Secure/);
    const plain = await answerOf(hotline, {
      method: "POST",
      url: "/api/v1/session",
      headers: { host: "10.0.0.5:12345", origin: "http://10.0.0.5:12345" },
      payload: { number: "101", password },
    });
    expect([plain.body.code, plain.headers["set-cookie"]]).toEqual(["plainHttp", undefined]);
    const lock = (headers: Record<string, string>) =>
      answerOf(hotline, {
        method: "POST",
        url: "/api/v1/session/lock",
        headers: { host: "hotline.example", cookie: cookie.split(";")[0]!, ...headers },
      });
    expect((await lock({ origin: "https://evil.example" })).body.code).toBe("otherOrigin");
    expect((await lock({ "sec-fetch-site": "cross-site" })).body.code).toBe("otherOrigin");
    expect((await lock({})).body.code).toBe("otherOrigin");
    expect((await lock({ origin: "https://hotline.example" })).status).toBe(204);
  });

  it("口令连续输错就锁定，对的也不行；没有的工号也一样；过了时间又可以", async () => {
    for (const number of ["101", "没有这个人"]) {
      for (let time = 1; time <= 5; time += 1) expect((await signIn(number, "错的")).body.code).toBe("wrongPassword");
      expect((await signIn(number)).body.code).toBe("accountLocked");
      expect((await signIn(number)).status).toBe(429);
    }
    later(15);
    expect((await signIn("101")).status).toBe(200);
    expect((await signIn("没有这个人")).body.code).toBe("wrongPassword");
  });

  it("同时猜很多次，也只看锁定前的几次", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn("101", "错的")));
    expect(answers.filter(({ body }) => body.code === "wrongPassword")).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === "accountLocked")).toHaveLength(15);
  });

  it("从一处来得太密，先等一分钟，对的口令也一样", async () => {
    const many = await Promise.all(Array.from({ length: 300 }, (_, no) => signIn(`没有${no}`, "错的")));
    expect(many.filter(({ body }) => body.code === "wrongPassword")).toHaveLength(300);
    expect((await signIn("101")).body.code).toBe("tooMany");
    later(1);
    expect((await signIn("101")).status).toBe(200);
  });

  it("久不操作要重新登录，整天操作到时也要", async () => {
    const { token } = (await signIn("101")).body;
    later(29);
    expect((await ask(token, "GET", "/session")).status).toBe(200);
    later(29);
    expect((await ask(token, "GET", "/session")).status).toBe(200);
    later(30);
    expect((await ask(token, "GET", "/session")).body.code).toBe("sessionExpired");
    const again = (await signIn("101")).body.token;
    for (let time = 0; time < 36; time += 1) {
      expect((await ask(again, "GET", "/session")).status).toBe(200);
      later(20);
    }
    expect((await ask(again, "GET", "/session")).body.code).toBe("sessionExpired");
  });

  it("锁屏后什么也不能做，口令解锁；解锁时连续输错就退出", async () => {
    const { token } = (await signIn("101")).body;
    const change = () => ask(token, "POST", "/session/password", { old: password, new: "另一个-Zq9-口令" });
    expect((await ask(token, "POST", "/session/lock")).status).toBe(204);
    expect((await change()).body.code).toBe("screenLocked");
    expect((await ask(token, "GET", "/session")).body.screenLocked).toBe(true);
    expect((await ask(token, "POST", "/session/unlock", { password: "错" })).body.code).toBe("wrongPassword");
    expect((await ask(token, "POST", "/session/unlock", { password })).status).toBe(204);
    expect((await change()).status).toBe(204);
    await ask(token, "POST", "/session/lock");
    for (let time = 0; time < 5; time += 1) await ask(token, "POST", "/session/unlock", { password: "错" });
    expect((await ask(token, "POST", "/session/unlock", { password })).body.code).toBe("accountLocked");
    expect((await ask(token, "GET", "/session")).body.code).toBe("notSignedIn");
  });

  it("管理员给的口令要先改；改口令后别处的登录失效，旧口令不再有用", async () => {
    const [one, other] = [(await signIn("102")).body.token, (await signIn("102")).body.token];
    expect((await ask(one, "POST", "/session/lock")).body.code).toBe("passwordTemporary");
    const change = (next: string) => ask(one, "POST", "/session/password", { old: password, new: next });
    for (const weak of ["短-A1", "abcdefghijk1", "102-Abcdefgh-测", "AAAAaaaa1111"])
      expect((await change(weak)).body.code).toBe("weakPassword");
    expect((await change("另一个-Zq9-口令")).status).toBe(204);
    expect((await ask(one, "POST", "/session/lock")).status).toBe(204);
    expect((await ask(other, "GET", "/session")).body.code).toBe("notSignedIn");
    expect((await signIn("102")).body.code).toBe("wrongPassword");
    expect((await signIn("102", "另一个-Zq9-口令")).status).toBe(200);
  });

  it("不是演示的地方没有一键登录", async () => {
    const { body } = await ask(null, "POST", "/session/demonstration", { role: "agent" });
    expect(body.code).toBe("otherRole");
  });

  it("数据库里没有凭证，只有它的摘要", async () => {
    const { token } = (await signIn("101")).body;
    const rows = await hotline.db.query<{ all: string }>("select (session.*)::text as all from session");
    expect(rows).toHaveLength(1);
    expect(rows[0]!.all).not.toContain(token);
    expect(rows[0]!.all).not.toContain(Buffer.from(token, "base64url").toString("hex"));
  });
}, books);
