/** 接听台: calls taken and matters handed in, by keyboard, in a real browser. */
import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed, since } from "../../rulebook/row.ts";
import { calls } from "../../src/jobs/calls.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { backOffice } from "../world/backOffice.ts";
import { PHONE } from "../world/browser.ts";
import { migratedAt, oneDatabase } from "../world/databases.ts";
import { matter } from "../world/matter.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const SOURCE = "测试用虚构城市";
const rules = [
  assumed("category", "h3", { name: "电梯维保", parent: "h", order: 3 }, SOURCE),
  since(assumed("directory", "h3", { unit: "housing", basis: "权责清单第 12 条" }, SOURCE), "2022-01-01"),
];

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  beforeEach(async () => {
    await addRules(house.hotline.db, ownBook(house.hotline.platform.platform), rules, "operator", migratedAt);
  });

  const after = async (seconds: number) => {
    house.hotline.at(house.hotline.now() + seconds * 1000);
    await backOffice(house.hotline).run(calls);
  };
  const rings = async (given: object = {}): Promise<string> => {
    const script = { caller: "13800001234", menuSeconds: 1, patienceSeconds: 600, talkSeconds: 3600, ...given };
    const { body } = await house.story.people.agent!.post("/simulator/calls", script);
    await after(2);
    return body.id;
  };
  const enter = async (path = "/desk/calls") => {
    const page = await house.enter("agent", path);
    await page.getByRole("heading", { name: path.includes("?") ? "新诉求" : "待回拨" }).waitFor();
    return page;
  };
  const registered = async (query: string) =>
    (await house.story.people.dispatcher!.get(`/requests?${query}`)).body.rows[0];
  const inWords = (page: Page) => page.locator("textarea:focus").count();

  it("来电、弹屏、登记、采纳建议、交派单台、挂断、看评价、就绪：不用鼠标，正文之外不超过四十键", async () => {
    await house.story.dispatched("housing", {}, { text: "楼道灯坏了。" });
    const page = await enter();
    await page.getByText("没有待回拨的来电。").waitFor();
    const call = await rings({ rates: "satisfied" });
    await page.getByRole("button", { name: "接听" }).waitFor();
    let keys = 0;
    const press = async (key: string) => {
      keys += key.split("+").length;
      await page.keyboard.press(key);
    };
    await press("F2");
    await page.getByText("通话中").waitFor();
    await page.getByText("还有 1 件没有办完").waitFor();
    await page.getByText("楼道灯坏了").waitFor();
    expect(await inWords(page)).toBe(1);
    await page.keyboard.type("来电人反映三号楼电梯停运三天，老人下不了楼。");
    await press("Tab");
    await press("3");
    await press("Tab");
    await page.getByRole("region", { name: "分类" }).getByRole("button", { name: "采纳" }).waitFor();
    await press("F6");
    await page.getByRole("region", { name: "承办单位" }).getByText("派单目录：权责清单第 12 条").waitFor();
    await press("F7");
    await press("Tab");
    for (const key of "dhq") await press(key);
    await press("Enter");
    await page.getByText("可以提交了。").waitFor();
    await page.getByText(/对吗？我们现在登记，转给市住建局办理：24 小时内派给承办单位/).waitFor();
    await press("Control+Enter");
    await page.getByText(/^已登记，交派单台：/).waitFor();
    await press("Shift+F2");
    await page.getByText("通话评价：满意").waitFor();
    await press("Alt+R");
    await page.getByRole("heading", { name: "待回拨" }).waitFor();
    expect(keys).toBeLessThanOrEqual(40);
    const row = await registered("outcome=pending");
    expect(row).toMatchObject({ type: "投诉", category: "h3", place: "p-east", outcome: "pending", channel: "phone" });
    expect((await house.story.people.agent!.get(`/requests/${row.id}`)).body.call).toBe(call);
    expect((await house.story.people.agent!.get(`/requests/${row.id}/contact`)).body.phone).toBe("138****1234");
    expect(house.hotline.faults).toEqual([]);
  });

  it("输入法选字时：快捷键、提交、检索都不动；选定之后才动", async () => {
    await rings();
    const page = await enter();
    await page.getByRole("button", { name: "接听" }).waitFor();
    await page.keyboard.press("F2");
    await page.getByText("通话中").waitFor();
    const asked: string[] = [];
    page.on("request", (request) => {
      const path = new URL(request.url()).pathname;
      if (/suggestions|type-ahead|requests$|end$/.test(path)) asked.push(path);
    });
    const cdp = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    const hands = ["F8", "F6", "F7", "Shift+F2", "Control+Enter", "Alt+Z", "Alt+N", "Enter", "Escape", "ArrowDown"];
    for (const text of ["di", "diant", "电梯停"]) await compose(text);
    for (const key of hands) await page.keyboard.press(key);
    await compose("电梯停运");
    expect(asked).toEqual([]);
    await page.getByText("通话中").waitFor();
    expect(await page.getByRole("region", { name: "在线办结" }).count()).toBe(0);
    expect(await inWords(page)).toBe(1);
    const suggested = page.waitForRequest(/suggestions/);
    await cdp.send("Input.insertText", { text: "电梯停运" });
    await suggested;
    await expect.poll(() => page.getByLabel("诉求内容").inputValue()).toContain("电梯停运");
    asked.length = 0;
    await page.getByRole("combobox", { name: "地点" }).focus();
    for (const text of ["do", "dong", "东河"]) await compose(text);
    await page.keyboard.press("Enter");
    expect(asked.filter((path) => path.includes("type-ahead"))).toEqual([]);
    await cdp.send("Input.insertText", { text: "东河" });
    await page.getByRole("option", { name: "东河区" }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("combobox", { name: "地点" }).inputValue()).toBe("东河区");
    expect((await house.story.people.agent!.get("/requests")).body.total).toBe("0");
  });

  it("候选的清单长得要滚：Tab 仍到下一项，打的字不丢", async () => {
    const page = await enter("/desk/calls?call=none");
    const category = page.getByRole("combobox", { name: "分类" });
    await category.fill("g");
    const scrolls = await page
      .locator(".found")
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);
    expect(scrolls).toBe(true);
    await page.keyboard.press("Tab");
    await page.getByRole("combobox", { name: "地点" }).and(page.locator(":focus")).waitFor();
  });

  it("并入的那件刚办结：说清楚，已登记的不丢、刷新还在，改为在线办结；缺的说出来；不予受理告知去处", async () => {
    const open = await house.story.accepted({ ...matter, text: "三号楼电梯停运三天，老人下不了楼。" });
    const page = await enter("/desk/calls?call=none");
    await page.getByRole("radio", { name: "投诉" }).waitFor({ state: "attached" });
    await page.getByLabel("诉求内容").fill("三号楼电梯停运，老人下不了楼。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差诉求类型。").waitFor();
    await page.getByRole("radiogroup", { name: "诉求类型" }).locator("input:focus").waitFor({ state: "attached" });
    await page.keyboard.press("Digit3");
    await page.keyboard.press("Tab");
    await page.keyboard.type("wygl");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("dhq");
    await page.keyboard.press("Enter");
    await page
      .getByRole("region", { name: /疑似重复/ })
      .getByRole("button", { name: "并入" })
      .waitFor();
    await page.keyboard.press("F8");
    await page.getByText("并入后：一次办理").waitFor();
    await page.reload();
    await page.getByText(/这件事已经有人反映，热线正在办/).waitFor();
    await house.story.change("agent", `/requests/${open}`, "resolution", { text: "已抢修。" });
    await page.keyboard.press("Control+Enter");
    await page.getByText("要并入的那件已经结束。").waitFor();
    await page.reload();
    await page.getByText(/内容不再改；请定它怎样结束/).waitFor();
    await page.keyboard.press("Alt+Z");
    await page.getByLabel("给来电人的答复").fill("维保单位今晚修好。");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^已在线办结：/).waitFor();
    expect((await house.story.people.agent!.get("/requests")).body.total).toBe("2");
    expect(await registered("category=0601")).toMatchObject({ outcome: "firstContact" });
    await page.getByLabel("诉求内容").fill("法院已经立案。");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Digit1");
    await page.keyboard.press("Tab");
    await page.keyboard.type("wfjs");
    await page.keyboard.press("Enter");
    await page.getByText("还差 地点").waitFor();
    await page.keyboard.press("Alt+N");
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差去处。").waitFor();
    await page.getByText("已经或者应当通过诉讼").click();
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^已登记为不予受理：/).waitFor();
    const refused = await registered("outcome=refused");
    expect((await house.story.people.agent!.get(`/requests/${refused.id}`)).body.refusal.route).toBe("litigation");
    expect(house.hotline.faults).toEqual([]);
  });

  it("知识：按分类的名称找到，F9 写进答复并记一次采用；换别的字也能找；键列在快捷键里；选字时不动", async () => {
    const article = {
      ...{ title: "电梯维保归谁管", text: "电梯维保由使用单位负责。", materials: null, unit: "housing" },
      ...{ answer: "先打维保单位的电话。", source: "云住建〔2022〕8号", from: "2022-01-01", until: null },
    };
    const { id } = (await house.story.people.office!.post("/articles", article)).body;
    const other = {
      ...article,
      title: "公积金怎么提取",
      text: "公积金在网上办。",
      answer: "公积金网上办。",
      unit: null,
    };
    await house.story.people.office!.post("/articles", other);
    const uses = async () => (await house.story.people.agent!.get(`/articles/${id}`)).body.usedThisMonth;
    const page = await enter("/desk/calls?call=none");
    await page.getByLabel("诉求内容").fill("请问电梯维保归谁管？");
    const known = page.getByRole("region", { name: "知识" });
    await known.getByText("电梯维保归谁管").waitFor();
    const cdp = await page.context().newCDPSession(page);
    await page.getByLabel("诉求内容").focus();
    await cdp.send("Input.imeSetComposition", { text: "xie", selectionStart: 3, selectionEnd: 3 });
    await page.keyboard.press("F9");
    await cdp.send("Input.insertText", { text: "谢" });
    expect(await uses()).toBe(0);
    await page.keyboard.press("F1");
    await page.getByRole("dialog").getByRole("row", { name: "F9 采用" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("F9");
    const answer = page.getByLabel("给来电人的答复");
    await expect.poll(() => answer.inputValue()).toBe("先打维保单位的电话。");
    await known.getByText("✓ 已采用").waitFor();
    expect(await uses()).toBe(1);
    await known.getByLabel("检索知识，两个字就行").fill("公积金");
    await known.getByText("公积金怎么提取").waitFor();
    await page.keyboard.press("F9");
    await expect.poll(() => answer.inputValue()).toBe("先打维保单位的电话。\n公积金网上办。");
    expect(await barriers(page)).toEqual([]);
  });

  it("漏接的：看号码留痕，没有拨通记一次，拨通了就从清单里消失；演示里可以自己拨进来", async () => {
    const missed = await rings({ patienceSeconds: 5 });
    await after(30);
    const page = await enter();
    await page.getByText("前回拨").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("已拨 0 次").waitFor();
    await page.keyboard.press("Alt+L");
    await page.getByText("13800001234").first().waitFor();
    await page.keyboard.press("Alt+K");
    await page.getByText("已拨 1 次").waitFor();
    await page.keyboard.press("Alt+J");
    await page.getByText("已回拨").waitFor();
    await page.keyboard.press("Alt+R");
    await page.getByText("没有待回拨的来电。").waitFor();
    const { callbacks } = (await house.story.people.agent!.get(`/calls/${missed}`)).body;
    expect(callbacks.map(({ reached }: { reached: boolean }) => reached)).toEqual([false, true]);
    await page.keyboard.press("Alt+M");
    await page.getByText("有人拨进来了").waitFor();
    await after(3);
    await page.getByRole("button", { name: "接听" }).waitFor();
  });

  it("明暗、宽窄都没有障碍", async () => {
    await house.story.accepted({ ...matter, text: "三号楼电梯停运三天，老人下不了楼。" });
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("agent", "/desk/calls", options);
      await page.getByText("没有待回拨的来电。").waitFor();
      if (!options.viewport) expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Alt+J");
      await page.getByLabel("诉求内容").fill("三号楼电梯停运，老人下不了楼。");
      await page.getByLabel("联系电话").fill("13800001234");
      await page.getByRole("combobox", { name: "地点" }).fill("东河");
      await page.getByRole("option").first().waitFor();
      if (options.viewport) expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByText("都说到").waitFor();
      await page.keyboard.press("Alt+N");
      await page.getByText("不在本市").waitFor();
      expect(await barriers(page)).toEqual([]);
      if (options.viewport)
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    }
  });
}, books);
