/** 每个工作台都有的: what the whole house promises, whichever workplace one opens. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { DESK, PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { accounts, password } from "../world/signing.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

/** as the page has it; what it loads is for browsers, so the compiler of the tests must not follow it */
const table = new URL("../../src/web/shell/workplaces.ts", import.meta.url).href;
const { workplaces }: { workplaces: { path: string; roles: Role[] }[] } = await import(table);

const KB = 1000;

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  /** what comes over the wire until the page is still, in bytes, and from where */
  const weighed = async (path: string, role: Role | null) => {
    const context = await house.browse({ viewport: DESK });
    const page = await context.newPage();
    let bytes = 0;
    const foreign: string[] = [];
    page.on("response", async (response) => {
      const type = response.headers()["content-type"] ?? "";
      if (/javascript|css|html|svg/.test(type)) bytes += Number(response.headers()["content-length"] ?? 0);
      if (!response.url().startsWith(house.url)) foreign.push(response.url());
    });
    if (role) {
      const unit = role === "liaison" ? { unit: "housing" } : {};
      const data = { role, ...unit };
      await context.request.post(`${house.url}/api/v1/session/demonstration`, { data, headers: { origin: house.url } });
    }
    await page.goto(house.url + path);
    await page
      .locator(role ? "main#main" : "form")
      .first()
      .waitFor();
    return { bytes, foreign };
  };

  // every workplace one after the other: longer than one test of one thing
  it("登录页不超过 200 kB，每个工作台的首屏不超过 420 kB；什么也不向别处要", { timeout: 240_000 }, async () => {
    const signIn = await weighed("/desk/", null);
    expect(signIn.bytes).toBeGreaterThan(10 * KB);
    expect(signIn.bytes).toBeLessThan(200 * KB);
    for (const { path, roles } of workplaces) {
      const { bytes, foreign } = await weighed(`/desk${path}`, roles[0]!);
      expect(foreign).toEqual([]);
      expect(bytes, path).toBeGreaterThan(10 * KB);
      expect(bytes, path).toBeLessThan(420 * KB);
    }
  });

  it("不归他用的工作台：说清归谁用、他该去哪里，一个问题也不问服务器", async () => {
    for (const [role, path, whose] of [
      ["agent", "/admin", "管理员、热线办"],
      ["liaison", "/dispatch", "派单员、热线办"],
      ["agent", "/scores", "分析员、热线办、领导、督办员"],
    ] as const) {
      const page = await house.enter(role, `/desk${path}`, role === "liaison" ? { unit: "housing" } : {});
      const main = page.getByRole("main");
      await main.getByText(`这一页由${whose}使用。`).waitFor();
      expect(await main.getByRole("button").count()).toBe(0);
      await main.getByRole("link", { name: "知识库" }).click();
      await page.getByText("不归您使用").waitFor({ state: "hidden" });
    }
  });

  it("登录页：一键进演示；无障碍，明暗宽窄都是；口令不对说清楚", async () => {
    for (const options of [{ viewport: DESK }, { viewport: PHONE, colorScheme: "dark" as const }]) {
      const page = await (await house.browse(options)).newPage();
      await page.goto(`${house.url}/desk/`);
      await page.getByRole("heading", { name: "热线工作台" }).waitFor();
      await page.getByText("点一个工作台").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByLabel("工号").fill("no-such");
      await page.getByLabel("口令").fill("错的口令");
      await page.getByRole("button", { name: "登录", exact: true }).click();
      await page.getByText("工号或口令不对。").waitFor();
      await page.getByRole("button", { name: /^承办单位台/ }).click();
      await page.getByRole("navigation", { name: "工作台" }).waitFor();
    }
  });

  it("地址里的月份不是月份：说出来，给看平常的那个月，选一个就好了；导航都在", async () => {
    for (const [path, role] of [
      ["/county", "office"],
      ["/mystery", "office"],
      ["/cases", "office"],
      ["/scores", "office"],
      ["/leader-days", "office"],
    ] as const)
      for (const typed of ["abc", "２０２２-１１", "12022-11"]) {
        const page = await house.enter(role, `/desk${path}?month=${typed}`);
        await page.getByText(new RegExp(`^“${typed}”不是月份，这里是\\d{4}年\\d+月的。请选一个月份。$`)).waitFor();
        await page.getByRole("navigation", { name: "工作台" }).waitFor();
        await page.locator("input[type=month]").first().fill("2022-10");
        await page.getByText("不是月份").waitFor({ state: "detached" });
        expect(new URL(page.url()).searchParams.get("month")).toBe("2022-10");
        await page.context().close();
      }
  }, 120_000);

  it("一页画不出来：用中文说，导航还在，从头打开就好了", async () => {
    const context = await house.browse({ viewport: DESK });
    const headers = { origin: house.url };
    await context.request.post(`${house.url}/api/v1/session/demonstration`, { data: { role: "office" }, headers });
    const page = await context.newPage();
    let isBroken = true;
    // an answer that no page can draw
    await page.route("**/api/v1/county-reports?*", (route) =>
      isBroken ? route.fulfill({ json: {} }) : route.continue(),
    );
    await page.goto(`${house.url}/desk/county?month=2022-10`);
    await page.getByRole("heading", { name: "这一页出错了" }).waitFor();
    await page.getByRole("navigation", { name: "工作台" }).waitFor();
    expect(await page.locator("body").textContent()).not.toMatch(/Something went wrong|Show Error/);
    expect(await barriers(page)).toEqual([]);
    isBroken = false;
    await page.getByRole("button", { name: "从头打开这一页" }).click();
    await page.getByRole("heading", { name: "县级平台月报" }).waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  it("比 Chromium 110 旧、没有 toSorted 的浏览器也打得开", async () => {
    const context = await house.browse({ viewport: DESK });
    await context.addInitScript(() => {
      for (const name of ["toSorted", "toReversed", "toSpliced"]) Reflect.deleteProperty(Array.prototype, name);
    });
    const data = { role: "liaison", unit: "housing" };
    await context.request.post(`${house.url}/api/v1/session/demonstration`, { data, headers: { origin: house.url } });
    const order = await house.story.dispatched("housing");
    const page = await context.newPage();
    await page.goto(`${house.url}/desk/unit?order=${order}`);
    await page.getByRole("button", { name: "签收", exact: true }).waitFor();
  });

  it("快捷键都列得出来", async () => {
    const page = await house.enter("liaison", "/desk/unit", { unit: "housing" });
    await page.getByText("没有待签收的工单。新派来的会自动出现在这里。").waitFor();
    await page.keyboard.press("F1");
    await page.getByRole("dialog", { name: "本页的快捷键" }).waitFor();
    expect(await page.getByRole("dialog").getByRole("row").count()).toBeGreaterThan(2);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("手机上往下翻，顶栏让出地方；有要紧的话才留着", async () => {
    const page = await house.enter("office", "/desk/knowledge", { viewport: PHONE });
    await page.getByRole("navigation", { name: "工作台" }).waitFor();
    await page.locator("main#main").waitFor();
    await page.evaluate("document.querySelector('main').style.minHeight = '3000px'");
    const bottom = async () => {
      await page.evaluate("scrollTo(0, 1000)");
      const box = await page.locator("header.top").boundingBox();
      return box!.y + box!.height;
    };
    expect(await bottom()).toBeLessThan(0);
    await page.route("**/api/v1/live", (route) => route.abort("internetdisconnected"));
    await page.reload();
    await page.getByText("正在重连").waitFor();
    await page.evaluate("document.querySelector('main').style.minHeight = '3000px'");
    expect(await bottom()).toBeGreaterThan(0);
  });

  it("登录过期：在原处重新登录，填的还在", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.say("housing", order, "acknowledgement");
    const page = await house.enter("liaison", `/desk/unit?queue=hand&order=${order}`, { unit: "housing" });
    await page.getByRole("button", { name: "办结反馈" }).click();
    await page.getByLabel("给当事人的答复（公开）").fill("写到一半");
    await page.context().clearCookies();
    await page.getByText("已解决", { exact: true }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "请重新登录" }).waitFor();
    expect(await page.getByLabel("给当事人的答复（公开）").inputValue()).toBe("写到一半");
  });

  const signIn = async (page: Page, number: string) => {
    await page.getByLabel("工号").fill(number);
    await page.getByLabel("口令").fill(password);
    await page.getByRole("button", { name: "登录", exact: true }).click();
  };

  it("登录过期，换一个人登录：看不到前一个人没有送出的话；本人再来，还在，别人退出也不丢", async () => {
    await accounts(house.hotline, { number: "301", role: "office" }, { number: "302", role: "office", name: "周乙" });
    const page = await (await house.browse({ viewport: DESK })).newPage();
    await page.goto(`${house.url}/desk/office?queue=told`);
    await signIn(page, "301");
    const text = page.getByLabel("内容");
    await text.fill("写到一半");
    await page.getByText("全部单位").click();
    await page.context().clearCookies();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "请重新登录" }).waitFor();
    await signIn(page, "302");
    await page.getByRole("button", { name: "周乙" }).waitFor();
    expect(await text.inputValue()).toBe("");
    await page.reload();
    await text.waitFor();
    expect(await text.inputValue()).toBe("");
    await page.goto(`${house.url}/desk/mine`);
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByRole("heading", { name: "热线工作台" }).waitFor();
    await page.goto(`${house.url}/desk/office?queue=told`);
    await signIn(page, "301");
    await text.waitFor();
    expect(await text.inputValue()).toBe("写到一半");
  });

  /** signed in by number and password, on a desk that then has something to show */
  const enterByNumber = async (temporary: boolean) => {
    await accounts(house.hotline, { number: "301", role: "leader", temporary });
    const page = await (await house.browse({ viewport: DESK })).newPage();
    await page.goto(`${house.url}/desk/leader-days`);
    await signIn(page, "301");
    return page;
  };
  /** everything on the page has been asked for again, and so has what others do */
  const isAlive = async (page: Page) => {
    await page.getByText("这个月没有安排领导接听日。").waitFor();
    await page.getByText("正在重连").waitFor({ state: "detached" });
    expect(await page.getByRole("alert").count()).toBe(0);
  };

  it("锁屏以后解锁：锁着时重新打开的也好，页上的数再取一遍，别人的变动又看得到", async () => {
    const page = await enterByNumber(false);
    await isAlive(page);
    await page.request.post(`${house.url}/api/v1/session/lock`, { headers: { origin: house.url } });
    await page.reload();
    await page.getByRole("heading", { name: "请解锁" }).waitFor();
    await page.getByText("正在重连").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel("口令").fill(password);
    await page.getByRole("button", { name: "解锁" }).click();
    await isAlive(page);
    expect(house.hotline.faults).toEqual([]);
  });

  it("第一次登录：先改管理员给的口令，改完工作台就好用", async () => {
    const page = await enterByNumber(true);
    await page.getByRole("heading", { name: "请先改口令" }).waitFor();
    await page.getByText("正在重连").waitFor();
    await page.getByLabel("现在的口令").fill(password);
    await page.getByLabel("新口令").fill("另一个-Zq9-口令");
    await page.getByRole("button", { name: "改口令" }).click();
    await isAlive(page);
    expect(house.hotline.faults).toEqual([]);
  });
}, books);
