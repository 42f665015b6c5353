import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { signOnAt } from "../../src/oidc/signOn.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { CLIENT, type OidcProvider, oidcProvider } from "../world/oidcProvider.ts";
import { accounts } from "../world/signing.ts";

const CALLBACK = "http://localhost/api/v1/session/oidc/callback";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let provider: OidcProvider;
  let failures: unknown[];

  beforeAll(async () => {
    provider = await oidcProvider();
  });
  afterAll(() => provider.close());

  beforeEach(async () => {
    failures = [];
    hotline = await openHotline(await open());
    hotline.of.desk.signOn = signOnAt({
      ...{ issuer: provider.issuer, ...CLIENT, claim: "preferred_username", redirectUri: CALLBACK },
      failed: (error) => void failures.push(error),
    });
    Object.assign(provider.says, { number: "2001", audience: CLIENT.clientId, nonce: null, forged: false });
    await accounts(hotline, { number: "2001", role: "dispatcher", password: null });
  });

  const visit = (url: string, cookie = "") => hotline.app.inject({ url, headers: { cookie } });
  const cookieOf = (headers: Record<string, unknown>) => String(headers["set-cookie"] ?? "").split(";")[0]!;

  /** to the provider and back: where it sends the browser, and what the browser kept */
  async function wayBack(): Promise<{ url: string; kept: string }> {
    const away = await visit("/api/v1/session/oidc");
    expect(away.statusCode).toBe(302);
    const there = await fetch(String(away.headers.location), { redirect: "manual" });
    const back = new URL(there.headers.get("location")!);
    return { url: back.pathname + back.search, kept: cookieOf(away.headers) };
  }
  const refused = async (url: string, kept: string) => {
    const { statusCode, body, headers } = await visit(url, kept);
    expect(headers["set-cookie"]).toBeUndefined();
    return [statusCode, JSON.parse(body).code];
  };

  it("从统一认证回来，就是那个工号登录，没有口令也行", async () => {
    const { url, kept } = await wayBack();
    const back = await visit(url, kept);
    expect([back.statusCode, back.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    const me = await visit("/api/v1/session", cookieOf(back.headers));
    expect(JSON.parse(me.body)).toMatchObject({ number: "2001", role: "dispatcher", passwordTemporary: false });
    expect([hotline.faults, failures]).toEqual([[], []]);
  });

  it("没有口令的账号锁了屏：口令解不开，也不算输错；重新到统一认证登录就接着用，原来锁着的会话结束", async () => {
    const signedOn = async () => {
      const { url, kept } = await wayBack();
      return cookieOf((await visit(url, kept)).headers);
    };
    const change = (cookie: string, path: string, payload?: object) =>
      hotline.app.inject({
        ...{
          method: "POST",
          url: `/api/v1${path}`,
          headers: { cookie, origin: "http://localhost", host: "localhost" },
        },
        ...(payload ? { payload } : {}),
      });
    const locked = await signedOn();
    hotline.of.desk.demonstration = false;
    expect((await change(locked, "/session/lock")).statusCode).toBe(204);
    for (let time = 0; time < 7; time += 1) {
      const tried = await change(locked, "/session/unlock", { password: "猜一猜" });
      expect(tried.json()).toMatchObject({ code: "noPassword", detail: "请重新到统一认证登录，就可以接着用。" });
    }
    const again = await signedOn();
    expect((await visit("/api/v1/session", again)).json()).toMatchObject({ number: "2001", screenLocked: false });
    expect((await visit("/api/v1/session", locked)).json().code).toBe("notSignedIn");
  });

  it("去的时候请统一认证重新认一次人：那边还登录着的也一样", async () => {
    const away = await visit("/api/v1/session/oidc");
    expect(new URL(String(away.headers.location)).searchParams.get("prompt")).toBe("login");
  });

  it("去时留下的东西脚本读不到，只在回来的路上用", async () => {
    const away = await visit("/api/v1/session/oidc");
    expect(String(away.headers["set-cookie"])).toMatch(/Path=\/api\/v1\/session\/oidc; HttpOnly; SameSite=Lax/);
    const asked = new URL(String(away.headers.location)).searchParams;
    expect([asked.get("code_challenge_method"), asked.get("redirect_uri")]).toEqual(["S256", CALLBACK]);
  });

  it("别人浏览器里的回程、改过的回程、用过的回程都不算", async () => {
    const [one, other] = [await wayBack(), await wayBack()];
    expect(await refused(one.url, "")).toEqual([401, "signOnFailed"]);
    expect(await refused(one.url, other.kept)).toEqual([401, "signOnFailed"]);
    expect(await refused(one.url, "rexian_errand=bm90aGluZw")).toEqual([401, "signOnFailed"]);
    expect((await visit(one.url, one.kept)).statusCode).toBe(200);
    expect(await refused(one.url, one.kept)).toEqual([401, "signOnFailed"]);
    expect(await refused(other.url.replace(/code=[^&]*/, "code=made-up"), other.kept)).toEqual([401, "signOnFailed"]);
    expect(await refused("/api/v1/session/oidc/callback?error=access_denied", other.kept)).toEqual([
      401,
      "signOnFailed",
    ]);
  });

  it("给别人的凭证、旧的凭证、签名不对的凭证都不算", async () => {
    for (const wrong of [{ audience: "another" }, { nonce: "old" }, { forged: true }]) {
      const { url, kept } = await wayBack();
      Object.assign(provider.says, { audience: CLIENT.clientId, nonce: null, forged: false }, wrong);
      expect(await refused(url, kept), JSON.stringify(wrong)).toEqual([401, "signOnFailed"]);
    }
    expect(failures).toHaveLength(3);
  });

  it("没有账号的工号进不来", async () => {
    provider.says.number = "9999";
    const { url, kept } = await wayBack();
    expect(await refused(url, kept)).toEqual([403, "accountUnknown"]);
  });

  it("连不上统一认证，说连不上", async () => {
    const gone = await oidcProvider();
    await gone.close();
    hotline.of.desk.signOn = signOnAt({
      ...{ issuer: gone.issuer, ...CLIENT, claim: "preferred_username", redirectUri: CALLBACK },
      failed: (error) => void failures.push(error),
    });
    expect(await refused("/api/v1/session/oidc", "")).toEqual([503, "signOnUnreachable"]);
    expect(failures).toHaveLength(1);
    expect(hotline.faults).toEqual([]);
  });

  it("没有设置统一认证的地方，说没有", async () => {
    hotline.of.desk.signOn = null;
    expect(await refused("/api/v1/session/oidc", "")).toEqual([404, "signOnOff"]);
  });
}, books);
