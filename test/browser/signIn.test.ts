/** 登录以后看月报: the page itself, in a real browser. */
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { books } from "../../rulebook/books.ts";
import { httpServer } from "../../src/main/httpServer.ts";
import { reportDesk } from "../../src/main/reportDesk.ts";
import { aBrowser, DESK } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { accounts, password } from "../world/signing.ts";

const open = aBrowser();
const OWN = "另一个-Zq9-口令";

oneDatabase((openDatabase) => {
  let hotline: Hotline;
  let url: string;

  beforeEach(async () => {
    hotline = await openHotline(await openDatabase());
    // a browser keeps no cookie that ran out by its own clock
    hotline.at(Date.now());
    await (await Story(hotline)).accepted();
    await hotline.db.query("update installation set demonstration = false");
    hotline.of.desk.demonstration = false;
    await accounts(hotline, { number: "301", role: "leader", temporary: true });
    const pages = await reportDesk(hotline.db, { io: memoryIo(), debug: false, now: hotline.now });
    const app = await httpServer(pages, { host: "127.0.0.1", proxy: null }, hotline.of);
    onTestFinished(() => app.close());
    url = await app.listen({ host: "127.0.0.1", port: 0 });
  });

  it("没登录先登录：口令错了说出来，对了就进；管理员给的口令先改，改完看到月报", async () => {
    const page = await (await open({ viewport: DESK })).newPage();
    await page.goto(url);
    const said = page.locator("#said");
    expect(await said.textContent()).toBe("还没有登录。请先登录。");
    const signIn = async (given: string) => {
      await page.getByLabel("工号").fill("301");
      await page.getByLabel("口令").fill(given);
      await page.getByRole("button", { name: "登录" }).click();
    };
    await signIn("错的");
    await page.getByText("工号或口令不对。").waitFor();
    await signIn(password);
    await page.getByText("口令是管理员给的。").waitFor();
    await page.getByLabel("现在的口令").fill(password);
    await page.getByLabel("新口令").fill(OWN);
    await page.getByRole("button", { name: "改口令" }).click();
    await page.getByRole("heading", { name: "云岭市" }).waitFor();
    await page.getByRole("link", { name: "逐项查看" }).click();
    await page.getByRole("heading", { name: /云岭市 .* 月度数字/ }).waitFor();
    expect(hotline.faults).toEqual([]);
  });
}, books);
