/** 每个工作台，放大、断网、慢、空: what every page keeps to under what an office does to it. */
import type { BrowserContextOptions, Page, Route } from "playwright-core";
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { DESK, PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { fullHouse } from "../world/fullHouse.ts";
import { layoutFaults } from "../world/layout.ts";
import { matter, Story } from "../world/matter.ts";
import { faltering, freshHouse, sendsAgain } from "../world/workplaces.ts";

/** as the page has it; what it loads is for browsers, so the compiler of the tests must not follow it */
const table = new URL("../../src/web/shell/workplaces.ts", import.meta.url).href;
const { workplaces }: { workplaces: { path: string; name: string; roles: Role[] }[] } = await import(table);

/** every workplace one after the other: longer than one test of one thing */
const LONG_TEST = 360_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const refused = {
  type: "urn:rexian:forbidden",
  status: 403,
  code: "forbidden",
  title: "不能看。",
  detail: "请重新登录。",
};

/** the page's own, but not who one is and what others do */
const READ = /\/api\/v1\/(?!session|live)/;

/** a screen of 1280 by 900 of which everything is drawn twice as large */
const ZOOMED = { viewport: { width: DESK.width / 2, height: DESK.height / 2 }, deviceScaleFactor: 2 };

/** what asks for nothing until it is given something */
const askless = new Set(["/audit"]);

const settled = (page: Page) =>
  expect.poll(() => page.locator("[aria-busy=true], .bones").count(), { timeout: 30_000 }).toBe(0);

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  const screens: [string, BrowserContextOptions][] = [
    ["1280 像素的屏幕放大到 200%", ZOOMED],
    ["390 像素的手机上", { viewport: PHONE }],
  ];
  for (const [screen, options] of screens)
    it(`${screen}：名称再长，没有一页横着滚，没有字被截断、压住、小得看不清，日期都写成话`, {
      timeout: LONG_TEST,
    }, async () => {
      const faults: Record<string, string[]> = {};
      for (const { role, path, unit } of await fullHouse(house)) {
        const page = await house.enter(role, `/desk${path}`, { ...options, ...(unit ? { unit } : {}) });
        await page.locator("main#main").waitFor();
        await settled(page);
        faults[path.replace(/[0-9a-f-]{36}/, "…")] = await layoutFaults(page);
        await page.context().close();
      }
      expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    });

  it("量版面的尺子量得出来：横着滚的、截断的、太小的、压住的，和没有写成话的日期", async () => {
    const page = await (await house.browse({ viewport: PHONE })).newPage();
    await page.setContent(`<div style="width:600px">长</div><p style="width:40px;overflow:hidden;white-space:nowrap">看不全的一句话</p>
      <p style="font-size:9px">看不清的话</p><p style="margin:0">上面的话</p><p style="margin:-16px 0 0">压住它的话</p><p>自 2022-11-01 起</p>`);
    const kinds = (await layoutFaults(page)).map((fault) => fault.split(" ")[0]);
    expect(kinds).toEqual(["横向滚动", "被截断", "字太小", "没有写成话的日期", "重叠"]);
  });

  it("慢：先画骨架，一秒还没来就说正在取什么；断了：说没有连上、怎么办；通了：点一下就取来", {
    timeout: LONG_TEST,
  }, async () => {
    for (const { path, roles } of workplaces.filter((place) => !askless.has(place.path))) {
      const page = await house.enter(roles[0]!, "/desk/knowledge", roles[0] === "liaison" ? { unit: "housing" } : {});
      await page.locator("main#main").waitFor();
      await page.clock.install();
      const held: Route[] = [];
      let isSlow = true;
      await page.route(READ, (route) => (isSlow ? void held.push(route) : route.abort("internetdisconnected")));
      await page.goto(`${house.url}/desk${path}`);
      await page.locator("main [aria-busy=true]").first().waitFor();
      await page.clock.runFor(1_100);
      await page
        .locator("main [role=status]")
        .getByText(/^正在取.+…$/)
        .first()
        .waitFor();
      expect(await page.getByRole("alert").count(), path).toBe(0);
      isSlow = false;
      for (const route of held) await route.abort("internetdisconnected");
      const again = page.getByRole("alert").getByRole("button", { name: "再试一次" });
      // it tries again by itself for a while
      const later = async () => {
        await page.clock.runFor(4_000);
        return again.count();
      };
      await expect.poll(later, { timeout: 30_000 }).not.toBe(0);
      await page.getByText("没有连上服务器。").first().waitFor();
      await page.clock.resume();
      await page.unroute(READ);
      const left = async () => {
        if (await again.first().isVisible()) await again.first().click();
        return page.getByRole("alert").count();
      };
      await expect.poll(left, { message: path, timeout: 30_000 }).toBe(0);
      await settled(page);
      await page.context().close();
    }
  });

  it("清单没有取到，不从正在写字的人手里抢走光标", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.say("housing", order, "acknowledgement");
    const page = await house.enter("liaison", `/desk/unit?queue=handle&order=${order}`, { unit: "housing" });
    await page.getByRole("button", { name: "办结反馈" }).click();
    const answer = page.getByLabel("给当事人的答复（公开）");
    await answer.fill("写到一半");
    await page.route("**/api/v1/orders?*", (route) => route.fulfill({ status: 403, json: refused }));
    await house.story.dispatched("housing");
    await house.story.say("supervisor", order, "reminder", { text: "请尽快。" });
    await page.getByRole("alert").getByText("不能看").waitFor();
    await page.keyboard.type("，接着写");
    expect(await answer.inputValue()).toBe("写到一半，接着写");
  });

  it("没有送到、办成了而答复丢了：自己再送，说正在重试，只记一笔", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.say("housing", order, "acknowledgement");
    const page = await house.enter("liaison", `/desk/unit?queue=handle&order=${order}`, { unit: "housing" });
    await page.getByRole("button", { name: "办结反馈" }).click();
    await page.getByLabel("给当事人的答复（公开）").fill("电梯已修好。");
    await page.getByText("已解决", { exact: true }).click();
    await faltering(page, "**/resolution");
    await sendsAgain(page, "Control+Enter");
    await page.getByText("已办结，等审核和回访。").waitFor();
    const terms = (await house.story.trail("dispatcher", order)).map(({ term }) => term);
    expect(terms).toEqual(["派发", "签收", "办结反馈"]);
  });

  it("坏网络里登记、派发、回访：自己再送，说正在重试，只记一笔", async () => {
    const { hotline } = house;
    const now = hotline.now();
    hotline.at(now - 7 * DAY);
    house.story = await Story(hotline);
    const { story } = house;
    const request = await story.accepted({ ...matter, text: "三号楼电梯停运，老人下不了楼。" });
    const dispatcher = await house.enter("dispatcher", `/desk/dispatch?open=${request}`);
    await dispatcher.getByRole("form", { name: "派发" }).getByText("按属地。").waitFor();
    await faltering(dispatcher, "**/dispatch");
    await sendsAgain(dispatcher, "Control+Enter");
    await dispatcher.getByText(/已派给东河区/).waitFor();
    const { order } = (await story.people.dispatcher!.get(`/requests/${request}`)).body;
    expect((await story.trail("dispatcher", order)).map(({ term }) => term)).toEqual(["派发"]);

    await story.handled("east", order);
    hotline.at(now);
    house.story = await Story(hotline);
    const followUp = await house.enter("followUp", "/desk/");
    await followUp.getByText("三号楼电梯停运").first().waitFor();
    await followUp.keyboard.press("Enter");
    await followUp.getByText("先把公开答复读给当事人，再请他评价").first().waitFor();
    for (const _ of ["读答复", "问解决否"]) await followUp.keyboard.press("F8");
    await followUp.locator("input[type=radio]:focus").waitFor({ state: "attached" });
    await followUp.keyboard.press("1");
    await followUp.keyboard.press("Y");
    await faltering(followUp, "**/follow-up");
    await sendsAgain(followUp, "Control+Enter");
    await followUp.getByText("回访已登记。").waitFor();

    const agent = await house.enter("agent", "/desk/calls?call=none");
    await agent.getByLabel("诉求内容").fill("楼道灯坏了三天。");
    await agent.getByRole("radio", { name: "投诉" }).press("3");
    for (const [field, initials] of Object.entries({ 分类: "wygl", 地点: "dhq" })) {
      await agent.getByRole("combobox", { name: field }).fill(initials);
      await agent.keyboard.press("Enter");
    }
    await agent.getByText("可以提交了。").waitFor();
    await faltering(agent, "**/api/v1/requests");
    await sendsAgain(agent, "Control+Enter");
    await agent.getByText("已登记，交派单台：").waitFor();
    // beside the one that was dispatched
    expect((await house.story.people.agent!.get("/requests")).body.total).toBe("2");
    expect((await house.story.trail("dispatcher", order)).filter(({ term }) => term === "回访")).toHaveLength(1);
    expect(hotline.faults).toEqual([]);
  });

  /** 电脑的钟快了 so many milliseconds; the server knows what time it is */
  const fast = (ahead: number) => `{
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given) { super(...(given.length === 0 ? [Right.now() + ${ahead}] : given)); }
      static now() { return Right.now() + ${ahead}; }
    };
  }`;

  it("电脑的钟快十九小时、慢四百天：承办单位台和派单台的时钟、今天、日期都照服务器的", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.say("housing", order, "acknowledgement");
    const request = await house.story.accepted();
    const shown = async (page: Page, parts: string[]) => {
      for (const part of parts) await page.locator(part).first().waitFor();
      await settled(page);
      return Promise.all(parts.map((part) => page.locator(part).allInnerTexts()));
    };
    const seen = async (ahead: number) => {
      const places = [
        ["liaison", `/unit?queue=handle&order=${order}`, [".days [aria-current=date]", ".clock", ".tag.plum"]],
        ["dispatcher", `/dispatch?open=${request}`, [".list td:last-child .meta", ".tag.plum"]],
      ] as const;
      const texts = [];
      for (const [role, path, parts] of places) {
        const page = await house.enter(role, "/desk/knowledge", role === "liaison" ? { unit: "housing" } : {});
        await page.context().addInitScript(fast(ahead));
        await page.goto(`${house.url}/desk${path}`);
        texts.push(await shown(page, [...parts]));
      }
      return texts;
    };
    const right = await seen(0);
    expect(right.flat(2).join()).toContain("今天");
    const withoutSign = (texts: string[][][]) => texts.map((parts) => parts.slice(0, -1));
    for (const ahead of [19 * HOUR, -400 * 24 * HOUR]) {
      const wrong = await seen(ahead);
      expect(withoutSign(wrong)).toEqual(withoutSign(right));
      expect(wrong.flat(2).join()).toContain("演示里是");
    }
  });

  it("从 Excel 粘一列到单行的框，每个号码各是各的；复制清单，单元格是文本，前面的零和长号码都在", async () => {
    const { administrator } = house.story.people;
    for (const number of ["0017", "008613800001234"]) {
      const answer = await administrator!.post("/accounts", { number, name: "李测试", role: "agent", unit: null });
      expect(answer.status).toBe(200);
    }
    const page = await house.enter("administrator", "/desk/admin");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const clipboard = "navigator.clipboard";
    const field = page.getByPlaceholder("工号或姓名");
    const pasted = async (text: string) => {
      await page.evaluate(`${clipboard}.writeText(${JSON.stringify(text)})`);
      await field.fill("");
      await page.keyboard.press("Control+v");
      return field.inputValue();
    };
    expect(await pasted("0731-58200000\r\n013800001234\r\n")).toBe("0731-58200000 013800001234");
    expect(await pasted("0017\r\n")).toBe("0017");
    await expect.poll(() => page.locator(".list tbody tr").count()).toBe(1);
    await field.fill("李测试");
    await page.getByRole("cell", { name: "008613800001234" }).waitFor();
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('.list tbody'))");
    await page.keyboard.press("Control+c");
    const html = String(
      await page.evaluate(`${clipboard}.read().then(([one]) => one.getType("text/html")).then((blob) => blob.text())`),
    );
    const cells = [...html.matchAll(/<td style="mso-number-format:'?(?:\\|%5C)@'?;?"[^>]*>([^<]*)/g)].map(
      (found) => found[1],
    );
    expect(cells, html).toEqual(expect.arrayContaining(["0017", "008613800001234"]));
    const plain = String(await page.evaluate(`${clipboard}.readText()`));
    expect(plain.split("\n").map((line) => line.split("\t")[0])).toEqual(expect.arrayContaining(["0017"]));
  });
}, books);
