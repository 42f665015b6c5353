import type { FastifyInstance } from "fastify";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import { reportReaders } from "../../src/domain/access/report.ts";
import { type Role, roles } from "../../src/domain/access/role.ts";
import { httpServer } from "../../src/main/httpServer.ts";
import { homePage } from "../../src/main/page/home.ts";
import { reportDesk } from "../../src/main/reportDesk.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { cityNamed } from "../world/city.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { accounts, password } from "../world/signing.ts";

const PAGES = ["/", "/figures/2022-10", "/figures/2022-10.json", "/report/2022-10", "/report/2022-10/2022-10.xlsx"];

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    await story.accepted(matter);
  });

  /** the pages of that database as they are when somebody asks at `now` */
  const served = async (proxy: string[] | null = null): Promise<FastifyInstance> => {
    const io = memoryIo({});
    return httpServer(
      await reportDesk(hotline.db, { io, debug: false, now: hotline.now }),
      { host: "127.0.0.1", proxy },
      hotline.of,
    );
  };
  const real = async () => {
    await hotline.db.query("update installation set demonstration = false");
    hotline.of.desk.demonstration = false;
  };
  const get = async (app: FastifyInstance, url: string, headers: Record<string, string> = {}) => {
    const { statusCode, body, headers: answered } = await app.inject({ url, headers });
    return { status: statusCode, body, policy: String(answered["content-security-policy"]) };
  };
  const signedIn = async (number: string): Promise<Record<string, string>> => {
    const { body } = await hotline.nobody.post("/session", { number, password, bearer: true });
    return { authorization: `Bearer ${body.token}` };
  };

  it("演示：在本机打开就能看；从别的机器、经过代理来的要登录", async () => {
    const app = await served();
    for (const page of PAGES) expect([page, (await get(app, page)).status]).toEqual([page, 200]);
    for (const header of ["x-forwarded-for", "x-real-ip", "via"])
      expect((await get(app, "/report/2022-10", { [header]: "10.0.0.9" })).status).toBe(401);
    const elsewhere = await app.inject({ url: "/report/2022-10", remoteAddress: "10.0.0.9" });
    expect(elsewhere.statusCode).toBe(401);
    expect((await get(await served(["127.0.0.1"]), "/report/2022-10")).status).toBe(401);
  });

  it("还没有平台：首页说三种开始的办法", async () => {
    const io = memoryIo({});
    const desk = await reportDesk(await open(), { io, debug: false });
    const page = await homePage(desk);
    for (const command of ["platform create", "import", "reconstruct"]) expect(page).toContain(`rexian ${command}`);
  });

  it("不是演示：没有登录的什么也看不到，看到的是登录页", async () => {
    await real();
    const app = await served();
    for (const page of PAGES) {
      const { status, body, policy } = await get(app, page);
      expect([page, status]).toEqual([page, 401]);
      expect(body).toContain("还没有登录。请先登录。");
      expect(body).toContain('data-path="/api/v1/session"');
      expect(body).not.toContain("云岭");
      expect(policy).toMatch(/script-src 'sha256-[\w+/]+=*'; connect-src 'self'/);
    }
    expect((await app.inject({ method: "HEAD", url: "/report/2022-10" })).statusCode).toBe(401);
  });

  it("登录以后按角色：看月报的看得到，别的看不到；管理员给的口令要先改", async () => {
    await real();
    const staff = roles.filter((role) => !["citizen", "system", "liaison"].includes(role));
    await accounts(
      hotline,
      ...staff.map((role) => ({ number: `n-${role}`, role: role as Role })),
      { number: "n-liaison", role: "liaison", unit: "housing" },
      { number: "n-new", role: "leader", temporary: true },
    );
    const app = await served();
    for (const role of [...staff, "liaison"] as Role[]) {
      const headers = await signedIn(`n-${role}`);
      const expected = reportReaders.includes(role) ? 200 : 403;
      for (const page of PAGES)
        expect([role, page, (await get(app, page, headers)).status]).toEqual([role, page, expected]);
    }
    const { status, body } = await get(app, "/", await signedIn("n-new"));
    expect([status, body.includes('data-path="/api/v1/session/password"')]).toEqual([403, true]);
  });

  it("账号在哪个平台，就看哪个平台的；同一数据库里别的平台看不到", async () => {
    await real();
    await createPlatform(hotline.db, cityNamed("别的市", "elsewhere"), migratedAt);
    await accounts(hotline, { number: "7", role: "analyst" });
    const app = await served();
    const headers = await signedIn("7");
    expect((await get(app, "/", headers)).body).not.toContain("别的市");
    expect((await get(app, "/figures/2022-10", headers)).status).toBe(200);
    const other = await get(app, `/figures/2022-10?platform=${encodeURIComponent("别的市")}`, headers);
    expect([other.status, other.body.includes("您的账号在云岭市")]).toEqual([403, true]);
  });

  it("算过的一分钟里不再算，账本动了也一样；加了一行规则马上看得到", async () => {
    const app = await served();
    const accepted = async () => JSON.parse((await get(app, "/figures/2022-10.json")).body).requests.accepted;
    expect(await accepted()).toBe(1);
    await story.accepted(matter);
    hotline.at(hotline.now() + 59_000);
    expect(await accepted()).toBe(1);
    await addRules(
      hotline.db,
      ownBook(hotline.platform.platform),
      [assumed("threshold", "enoughRatings", { value: 11, words: "评价少于11件的注明样本不足" }, "测试用虚构城市")],
      "operator",
      hotline.now(),
    );
    expect(await accepted()).toBe(2);
    await story.accepted(matter);
    hotline.at(hotline.now() + 61_000);
    expect(await accepted()).toBe(3);
  });
}, books);
