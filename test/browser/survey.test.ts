/** 市民点开短信里的链接: the page itself, in a real browser, with and without a script, on a telephone and on a desk. */
import type { Page } from "playwright-core";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { books } from "../../rulebook/books.ts";
import { messages } from "../../src/jobs/messages.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { httpServer } from "../../src/main/httpServer.ts";
import { reportDesk } from "../../src/main/reportDesk.ts";
import { backOffice, followUpBySms } from "../world/backOffice.ts";
import { aBrowser, DESK, PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";
import { memoryIo } from "../world/memoryIo.ts";

const open = aBrowser();

oneDatabase((openDatabase) => {
  let hotline: Hotline;
  let story: Story;
  let order: string;
  let link: string;

  beforeEach(async () => {
    hotline = await openHotline(await openDatabase());
    story = await Story(hotline);
    const back = backOffice(hotline);
    await followUpBySms(hotline);
    order = await story.dispatched("housing");
    await story.handled("housing", order);
    await back.run(sweep, messages);
    const io = memoryIo({});
    const desk = await reportDesk(hotline.db, { io, debug: false, now: hotline.now });
    const app = await httpServer(desk, { host: "127.0.0.1", proxy: null }, hotline.of);
    onTestFinished(() => app.close());
    const sms = (await back.received()).find(({ text }) => text.includes("/survey/"))!;
    const url = await app.listen({ host: "127.0.0.1", port: 0 });
    link = `${url}/survey/${sms.text.split("/survey/")[1]}`;
  });

  /** a page that says what the browser complains of */
  const opened = async (options: Parameters<typeof open>[0]): Promise<Page> => {
    const page = await (await open(options)).newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    onTestFinished(() => expect(complaints).toEqual([]));
    await page.goto(link);
    return page;
  };
  const heading = (page: Page) => page.locator("h1").textContent();
  const concluded = () =>
    hotline.db.query(
      "select data ->> 'rating' as rating, data -> 'solved' as solved from event where kind = 'followUpConcluded'",
    );

  it("手机上点选、写一句、提交：谢谢评价；再打开还是已评价；派单员看得到原话", async () => {
    const page = await opened({ viewport: PHONE });
    expect(await heading(page)).toBe("请评价办理结果");
    const { request } = (await story.read("dispatcher", order)).body;
    const { number } = (await story.people.dispatcher!.get(`/requests/${request}`)).body;
    const said = await page.locator("body").textContent();
    expect(said).toContain(`编号 ${number}`);
    expect(said).toContain("您反映的三号楼电梯停运三天");
    expect(said).toContain("单位的答复电梯已修复。");
    expect(await page.locator("body").textContent()).toContain("请在 10月12日 周三 09:00 前评价");
    await page.getByLabel("不满意").check();
    await page.getByLabel("没有解决").check();
    await page.getByLabel("想说的话").fill('又停了，<b>没人管</b> & "推诿"');
    await page.getByRole("button", { name: "提交评价" }).click();
    await page.getByRole("heading", { name: "谢谢您的评价" }).waitFor();
    expect(await heading(page)).toBe("谢谢您的评价");
    expect(await concluded()).toEqual([{ rating: "dissatisfied", solved: false }]);
    const trail = await story.trail("dispatcher", order);
    expect(trail.at(-1)!.texts).toEqual([{ of: "text", text: '又停了，<b>没人管</b> & "推诿"' }]);
    await page.reload();
    expect(await heading(page)).toBe("谢谢您的评价");
    expect(await page.locator("form").count()).toBe(0);
    expect(hotline.faults).toEqual([]);
  });

  it("没有脚本也能评价；没选就提交，说清缺什么，写的话还在", async () => {
    const page = await opened({ viewport: DESK, javaScriptEnabled: false });
    await page.getByLabel("想说的话").fill('</textarea><script>alert("x")</script>');
    const form = { rating: "", solved: "yes", comment: '</textarea><script>alert("x")</script>' };
    const missing = await page.request.post(link, { form });
    expect(missing.status()).toBe(400);
    await page.setContent(await missing.text());
    expect(await page.getByRole("alert").textContent()).toBe("请先选择满意、一般或不满意。");
    expect(await page.getByLabel("想说的话").inputValue()).toBe(form.comment);
    expect(await page.getByLabel("解决了", { exact: true }).isChecked()).toBe(true);
    expect(await concluded()).toEqual([]);
    await page.goto(link);
    await page.getByLabel("满意", { exact: true }).check();
    await page.getByRole("button", { name: "提交评价" }).click();
    expect(await heading(page)).toBe("谢谢您的评价");
    expect(await concluded()).toEqual([{ rating: "satisfied", solved: null }]);
  });

  it("只用键盘也能评价；手机和大屏都不横着滚，选项够手指点", async () => {
    for (const viewport of [PHONE, DESK]) {
      const page = await opened({ viewport });
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(viewport.width);
      for (const box of await page.locator(".choices label, button").all())
        expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(48);
    }
    const page = await opened({ viewport: DESK });
    for (const key of ["Tab", "Space", "ArrowDown", "Tab", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
    await page.getByRole("heading", { name: "谢谢您的评价" }).waitFor();
    expect(await concluded()).toEqual([{ rating: "neutral", solved: null }]);
  });

  it("过了期、返工了、没有这个链接：页面说明白，没有可填的", async () => {
    const page = await (await open({ viewport: PHONE })).newPage();
    const said = async (url: string) => {
      const status = (await page.goto(url))!.status();
      expect(await page.locator("form").count()).toBe(0);
      return [status, await heading(page)];
    };
    const unknown = link.replace(/[^/]{20}$/, "0".repeat(20));
    expect(await said(unknown)).toEqual([404, "没有这个评价链接。"]);
    expect(await said(`${link}%22%3E`)).toEqual([404, "没有这个评价链接。"]);
    hotline.at("2022-10-12T09:00:00+08:00");
    expect(await said(link)).toEqual([200, "评价已经结束"]);
    const late = await page.request.post(link, { form: { rating: "satisfied" } });
    expect(await late.text()).toContain("评价已经结束");
    expect(await concluded()).toEqual([]);
  });
}, books);
