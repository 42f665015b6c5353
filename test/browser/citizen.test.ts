/** 市民端: a matter handed in on a telephone, followed, added to, taken back; in a real browser. */
import { gzipSync } from "node:zlib";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { picture } from "../world/picture.ts";
import { barriers, deaf, faltering, freshHouse } from "../world/workplaces.ts";

const KILOBYTE = 1000;

/** 太小的: text under 18 px and targets under 60, of all that is seen */
const TOO_SMALL = `(() => {
  const seen = [...document.querySelectorAll("body *")].filter(
    (one) => one.getClientRects().length > 0 && !one.matches(".skip, .unseen"),
  );
  const says = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const letters = seen.filter((one) => says(one) && parseFloat(getComputedStyle(one).fontSize) < 18);
  const targets = seen
    .filter((one) => one.matches("a, button, input, textarea, select, summary"))
    .filter((one) => (one.closest("label") ?? one).getBoundingClientRect().height < 60);
  return [...letters, ...targets].map((one) => one.outerHTML.slice(0, 80));
})()`;

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await house.browse({ viewport: PHONE, ...options })).newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      const refused = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text());
      if (message.type() === "error" && !refused) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    onTestFinished(() => expect(complaints).toEqual([]));
    await page.goto(house.url + path);
    return page;
  }

  const title = (page: Page, words: string) => page.getByRole("heading", { level: 1, name: words }).waitFor();

  const here = (page: Page): Promise<string> =>
    page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()");

  /** Tab until it is there: the way of who has no mouse; within a group of choices the arrows lead on. */
  async function keyTo(page: Page, name: string, key: "Tab" | "ArrowDown" = "Tab") {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await here(page)).startsWith(name)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`no way to ${name}`);
  }
  async function choose(page: Page, first: string, name = first) {
    await keyTo(page, first);
    await page.keyboard.press("Space");
    await keyTo(page, name, "ArrowDown");
  }

  async function answer(page: Page, name: string, text: string) {
    await keyTo(page, name);
    await page.keyboard.insertText(text);
  }
  const press = async (page: Page, name: string) => {
    await keyTo(page, name);
    await page.keyboard.press("Enter");
  };

  it("没有人发短信的，不答应发短信", async () => {
    const promised = "有进展发短信到这里，承办人可能打来核实。不留也可以，那就只能凭编号自己来查。";
    const told = { text: "三号楼电梯停了。", type: "投诉", category: "h1", place: null, spot: "桂花小区" };
    const value = { ...told, name: "", phone: "", confidential: false, key: null };
    const draft = JSON.stringify({ at: Date.now(), value });
    const hint = async (words: string) => {
      const page = await visit("/citizen");
      await page.evaluate(`localStorage.setItem("rexian.draft./citizen.report", ${JSON.stringify(draft)})`);
      await page.goto(`${house.url}/citizen/report?page=5`);
      await page.getByText(words).waitFor();
      return page;
    };
    await hint(promised);
    house.hotline.of.desk.gateway = null;
    const page = await hint("承办人可能打来核实，热线可能打来回访。不留也可以。进展请凭编号自己来查。");
    expect(await page.getByText("短信").count()).toBe(0);
  });

  it("打不开的不算照片，说出是哪一个；特殊字符、网页代码在写的那一页就说", async () => {
    const page = await visit("/citizen/report");
    await page.getByLabel("请写清楚").fill("小区物业管理不好 <b>三天</b>");
    await page.getByRole("button", { name: "下一页" }).click();
    await page.getByRole("alert").getByText("里面有网页代码，请只写文字。").waitFor();
    await page.getByLabel("请写清楚").fill("小区物业管理不好，电梯停运三天");
    await page.getByRole("button", { name: "下一页" }).click();
    await page.getByRole("radio", { name: "投诉" }).check();
    await page.getByRole("radio", { name: "物业管理" }).first().check();
    await page.getByRole("button", { name: "下一页" }).click();
    await page.getByLabel("具体在哪里").fill("<b>桂花小区");
    await page.getByRole("button", { name: "下一页" }).click();
    await page.getByRole("alert").getByText("里面有网页代码，请只写文字。").waitFor();
    await page.getByLabel("具体在哪里").fill("桂花小区");
    await page.getByRole("button", { name: "下一页" }).click();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await page.getByLabel("拍照或选照片").setInputFiles([
      { name: "说明.png", mimeType: "image/png", buffer: Buffer.from("不是照片") },
      { name: "图.svg", mimeType: "image/svg+xml", buffer: svg },
      { name: "电梯.png", mimeType: "image/png", buffer: picture },
    ]);
    await page.getByText("“说明.png”、“图.svg”打不开，不是照片，没有加上。").waitFor();
    await page.getByText("（1 / 6）").waitFor();
    expect(await page.locator(".photos img").count()).toBe(1);
  });

  it("只用键盘反映一件事：六页，缺的说缺什么，后退和刷新填的都在；得到编号和查询码，看进展，补充，撤回", async () => {
    const page = await visit("/citizen");
    await press(page, "我要反映");
    await title(page, "是什么事？");
    await press(page, "下一页");
    await page.getByRole("alert").getByText("还没有写是什么事。").waitFor();
    await answer(page, "请写清楚", "小区物业管理不好，三号楼电梯停运三天。");
    await press(page, "下一页");
    await title(page, "这件事属于哪一类？");
    await page.getByRole("radio", { name: "物业管理" }).first().waitFor();
    await choose(page, "咨询", "投诉");
    await choose(page, "物业管理");
    await page.goBack();
    await title(page, "是什么事？");
    await expect.poll(() => page.getByRole("textbox").inputValue()).toContain("电梯停运三天");
    await page.goForward();
    await title(page, "这件事属于哪一类？");
    await page.reload();
    await title(page, "这件事属于哪一类？");
    await expect.poll(() => page.getByRole("radio", { name: "投诉" }).isChecked()).toBe(true);
    await press(page, "下一页");
    await title(page, "在哪里？");
    await choose(page, "东河区");
    await answer(page, "具体在哪里", "桂花小区三号楼");
    await press(page, "下一页");
    await title(page, "有照片吗？");
    await page.getByLabel("拍照或选照片").setInputFiles({ name: "电梯.png", mimeType: "image/png", buffer: picture });
    await page.getByRole("img", { name: "第 1 张照片" }).waitFor();
    await press(page, "下一页");
    await answer(page, "手机或电话", "１３８ 0000 1234");
    await press(page, "下一页");
    await title(page, "请核对");
    await expect.poll(() => page.locator(".check").textContent()).toContain("物业管理");
    await faltering(page, "**/api/v1/citizen/requests");
    await press(page, "交给热线");
    await page.getByText("没有连上，填的都在，正在第 1 次重试…").waitFor();
    await title(page, "收到了");
    const [number, code] = await page.locator(".ticket dd").allTextContents();
    expect(code).toMatch(/^\d{6}$/);

    await press(page, "看进展");
    await page.getByText("您的诉求已经登记。").waitFor();
    await page.getByText("照片 1 张。").waitFor();
    await press(page, "补充");
    await answer(page, "要补充的话", "有老人困在楼上。");
    await press(page, "交补充");
    await page.getByText("补充已经收到。").waitFor();
    await press(page, "撤回");
    await press(page, "撤回这件事");
    await page.getByText("已按您的要求撤回，不再办理。").waitFor();
    const [row, ...others] = (await house.story.people.agent!.get("/requests")).body.rows;
    expect(others).toEqual([]);
    expect(row).toMatchObject({ number, outcome: "withdrawn", channel: "web" });
    expect(row.text).toContain("补充：有老人困在楼上。");
    await page.goto(`${house.url}/citizen`);
    await title(page, "您有什么事？");
    expect(await page.getByText("写到一半").count()).toBe(0);
    expect(house.hotline.faults).toEqual([]);
  });

  /** 填好, up to the page where it is handed in */
  async function fill(page: Page) {
    const next = () => page.getByRole("button", { name: "下一页" }).click();
    await page.getByRole("textbox").fill("小区物业管理不好，三号楼电梯停运三天。");
    await next();
    await page.getByRole("radio", { name: "投诉" }).check();
    await page.getByRole("radio", { name: "物业管理" }).first().check();
    await next();
    await page.getByLabel("具体在哪里").fill("桂花小区三号楼");
    for (const before of ["在哪里？", "有照片吗？", "怎样找到您？"]) {
      await title(page, before);
      await next();
    }
    await title(page, "请核对");
  }

  it("收到了而答复丢了：刷新以后再交，还是那一件，得到它的编号；改了字再交，说先前的已收到，不登两件", async () => {
    const handIn = (page: Page) => page.getByRole("button", { name: "交给热线" }).click();
    const all = async () => (await house.story.people.agent!.get("/requests")).body.rows;
    for (const isCorrected of [false, true]) {
      const before = new Set((await all()).map(({ number }: { number: string }) => number));
      const page = await visit("/citizen/report");
      await fill(page);
      const network = await deaf(page, "**/api/v1/citizen/requests");
      await handIn(page);
      await network.arrived;
      await page.reload();
      await network.mend();
      if (isCorrected) {
        await page.goto(`${house.url}/citizen/report?page=1`);
        await page.getByRole("textbox").fill("小区物业管理不好，三号楼电梯停运五天。");
        await page.goto(`${house.url}/citizen/report?page=6`);
      }
      await handIn(page);
      await title(page, "收到了");
      const fresh = (await all()).filter(({ number }: { number: string }) => !before.has(number));
      expect(fresh).toHaveLength(1);
      expect(fresh[0].text).toContain("停运三天");
      expect(await page.locator(".ticket dd").first().textContent()).toBe(fresh[0].number);
      const left = page.getByRole("alert").getByText("三号楼电梯停运五天");
      expect(await left.count()).toBe(isCorrected ? 1 : 0);
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    }
    expect(house.hotline.faults).toEqual([]);
  });

  it("查码不对，说清怎么办；热线直接答复的，看得到答复，评一次", async () => {
    const given = { text: "电梯停运。", type: "咨询", category: "h1" };
    const ticket = (await house.hotline.nobody.post("/citizen/requests", given)).body;
    const [{ id }] = (await house.story.people.agent!.get("/requests")).body.rows;
    await house.story.change("agent", `/requests/${id}`, "resolution", { text: "物业明天修好。" });
    const page = await visit("/citizen/progress?rate");
    await answer(page, "编号", ticket.number);
    await answer(page, "查询码", "１");
    await press(page, "查");
    await page.getByRole("alert").getByText("编号或查询码不对。").waitFor();
    await page.getByLabel("查询码").fill(ticket.code);
    await page.getByRole("button", { name: "查", exact: true }).click();
    await page.getByText("物业明天修好。").waitFor();
    await page.getByRole("radio", { name: "满意", exact: true }).check();
    await page.getByRole("button", { name: "交评价" }).click();
    await page.getByText("谢谢您的评价。").waitFor();
    expect((await house.story.people.agent!.get(`/requests/${id}`)).body.rating).toBe("satisfied");
  });

  it("大字版：字不小于 18，能点的不小于 60；不横着滚；明暗、宽窄都没有障碍", async () => {
    const options = [{}, { colorScheme: "dark" as const }, { viewport: { width: 1280, height: 900 } }];
    for (const [at, path] of ["/citizen", "/citizen/report", "/citizen/progress"].entries()) {
      const page = await visit(path, options[at]);
      await page.getByText("演示").waitFor();
      expect(await barriers(page), path).toEqual([]);
      await page.getByRole("button", { name: "大字版" }).click();
      const small = await page.evaluate(TOO_SMALL);
      expect(small, path).toEqual([]);
      const width = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(width, path).toBeLessThanOrEqual(0);
      expect(await barriers(page), path).toEqual([]);
    }
  });

  it("全部下载不超过 120 kB（压缩后），不向别处要任何东西", async () => {
    const page = await (await house.browse({ viewport: PHONE })).newPage();
    const loaded: { url: string; size: Promise<number> }[] = [];
    page.on("response", (response) => {
      const size = response.body().then((body) => gzipSync(body).length);
      loaded.push({ url: response.url(), size });
    });
    await page.goto(`${house.url}/citizen`);
    await page.getByText("演示").waitFor();
    const sizes = await Promise.all(loaded.map(({ size }) => size));
    expect(loaded.every(({ url }) => url.startsWith(house.url))).toBe(true);
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(120 * KILOBYTE);
  });
}, books);
