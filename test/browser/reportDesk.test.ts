/** 月报: frozen at, issued; corrected by a second edition that says what changed; in a real browser. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { matter, ofMatter } from "../world/matter.ts";
import { barriers, freshHouse, inLastMonth, lastMonth } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const month = () => lastMonth(house);
  const told = (of = matter) => inLastMonth(house, () => house.story.accepted(of));
  const frozen = async () =>
    (await house.story.people.office!.post("/report-editions", { month: month() })).body as { id: string; no: number };

  it("定稿、下载、签发；记录变了重算说得出；不写更正不收，第二版列出不同的数字", async () => {
    await told();
    const page = await house.enter("office", "/desk/reports");
    await page.getByText("还没有定稿的报告。").waitFor();
    await page.getByLabel("月份").fill(month());
    await page.keyboard.press("Control+Enter");
    await page.getByText("第 1 版已定稿，看过以后签发。").waitFor();
    const arriving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Excel 表格" }).click();
    const digest = createHash("sha256")
      .update(readFileSync(await (await arriving).path()))
      .digest("hex");
    await page.getByText(digest).waitFor();
    await page.getByText("没有发现互相矛盾的数字。").waitFor();
    await page.getByRole("button", { name: "签发…" }).click();
    await page.getByText("签发以后不能撤回").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: "这一版" }).getByText("已定稿，待签发").waitFor();
    await page.getByRole("button", { name: "签发…" }).click();
    await page.getByRole("button", { name: "确认签发" }).click();
    await page.getByRole("region", { name: "这一版" }).getByText("已签发").waitFor();

    await told(ofMatter("路灯不亮。"));
    await page.getByRole("button", { name: "重算" }).click();
    await page.getByRole("row", { name: "受理诉求 1 2", exact: true }).first().waitFor();

    await page.getByLabel("月份").fill(month());
    await page.getByRole("button", { name: "定稿" }).click();
    await page.getByText("新的一版请写明更正什么。").waitFor();
    await page.getByText("还差更正说明。").waitFor();
    expect(await page.getByRole("button", { name: "再试一次" }).count()).toBe(0);
    await page.getByLabel("更正说明").fill("补入漏记的一件");
    await page.keyboard.press("Control+Enter");
    const changed = page.getByRole("region", { name: "更正" });
    await changed.getByRole("heading", { name: "与第 1 版的不同" }).waitFor();
    await changed.getByRole("row", { name: "受理诉求 1 2", exact: true }).first().waitFor();
    await page.getByRole("button", { name: "签发…" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("region", { name: "各版" }).getByText("已签发，有更正：第 2 版").waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/corrected.png`, fullPage: true });
    expect(house.hotline.faults).toEqual([]);
  }, 60_000);

  it("打开底稿的网址：页面的程序还没有取到，底稿已经在问了，只问一次", async () => {
    await told();
    const page = await house.enter("analyst", "/desk/audit");
    await page.getByRole("main").waitFor();
    const asked: string[] = [];
    const isDraft = (url: string) => url.endsWith(`/report-drafts/${month()}`);
    page.on("request", (request) => isDraft(request.url()) && asked.push(request.url()));
    let fetched = () => {};
    const holding = new Promise<void>((done) => {
      fetched = done;
    });
    await page.route(/\/House-[^/]+\.js$/, async (route) => {
      await holding;
      await route.continue();
    });
    const first = page.waitForRequest((request) => isDraft(request.url()), { timeout: 10_000 });
    await page.goto(`${house.url}/desk/reports?draft=${month()}`);
    await first;
    expect(await page.getByRole("main").count()).toBe(0);
    fetched();
    await page.getByRole("article", { name: "底稿" }).waitFor();
    expect(asked).toHaveLength(1);
  }, 60_000);

  it("手机上：点底稿里的数，出处就在眼前，关得掉；点一版，翻到这一版", async () => {
    await told();
    await frozen();
    const page = await house.enter("office", `/desk/reports?draft=${month()}`, { viewport: PHONE });
    const seen = async (name: string) => {
      const here = page.getByRole("region", { name });
      await here.waitFor();
      const { y } = (await here.boundingBox())!;
      return y > 0 && y < PHONE.height - 80;
    };
    await page.getByRole("link", { name: "1，看出处" }).first().click();
    await page.getByText("受理时间在本月的诉求").waitFor();
    expect(await seen("这个数从哪里来")).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "关闭" }).click();
    await page.getByRole("region", { name: "这个数从哪里来" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "检查、定稿…" }).click();
    expect(await seen("定稿")).toBe(true);
    await page.goto(`${house.url}/desk/reports`);
    await page.getByRole("region", { name: "各版" }).getByText("第 1 版").click();
    expect(await seen("这一版")).toBe(true);
  }, 60_000);

  it("分析员定稿，签发是灰的并说为什么；作废要写原因", async () => {
    await told();
    const { id } = await frozen();
    const page = await house.enter("analyst", `/desk/reports?edition=${id}`);
    await page.getByText("由热线办签发").waitFor();
    await page.getByRole("button", { name: "作废" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差原因。").waitFor();
    await page.getByLabel("为什么作废").fill("有一件还没回访");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("region", { name: "这一版" }).getByText("已作废").waitFor();
  }, 60_000);

  it("节假日的两天不对：旁边说哪一天错在哪里，底稿打不开，也不定稿；改对了就能看", async () => {
    const page = await house.enter("office", "/desk/reports");
    await page.getByLabel("报告种类").click();
    await page.getByTitle("节假日专报").click();
    const [first, last] = [page.getByLabel("第一天"), page.getByLabel("最后一天")];
    for (const [from, until, why] of [
      ["2022-10-07", "2022-10-01", "最后一天早于第一天。"],
      ["", "2022-10-07", "还没有选第一天。"],
      ["2022-10-01", "", "还没有选最后一天。"],
      ["2022-10-01", "2022-12-02", "一共 63 天，节假日专报最多 62 天。"],
      ["12022-10-01", "2022-10-07", "“12022-10-01”不是 1900 年至 2199 年之间的一天。"],
    ]) {
      await first.fill(from!);
      await last.fill(until!);
      await page.getByText(why!).waitFor();
      await page.keyboard.press("Control+Enter");
      await page.getByRole("button", { name: "先看、改底稿" }).click({ force: true });
      expect(new URL(page.url()).searchParams.get("draft")).toBeNull();
    }
    expect(await barriers(page)).toEqual([]);
    await first.fill("2022-10-01");
    await last.fill("2022-10-07");
    await page.getByRole("button", { name: "先看、改底稿" }).click();
    await page.getByRole("heading", { name: "2022年10月1日至10月7日节假日专报底稿" }).waitFor();
    expect(house.hotline.faults).toEqual([]);
  }, 60_000);

  it("五位数的年份、地址里不是时段的底稿：说出来，给地方选，不是一张英文的错误页", async () => {
    const page = await house.enter("office", "/desk/reports");
    for (const [kind, label] of [
      ["日报", "日期"],
      ["周报", "哪一周"],
      ["年报", "年里的一天"],
    ]) {
      await page.getByLabel("报告种类").click();
      await page.getByTitle(kind!, { exact: true }).click();
      const chosen = page.getByLabel(label!, { exact: true });
      await chosen.fill(kind === "周报" ? "12022-W45" : "12022-11-08");
      await page.getByText("请选 1900 年至 2199 年之间的。").waitFor();
      await chosen.fill("");
      await page.getByText(`还没有选${label}。`).waitFor();
    }
    for (const [role, next] of [
      ["office", "请在下面选好时段"],
      ["leader", "请从下面的清单里选一版。"],
    ] as const) {
      const other = await house.enter(role, "/desk/reports?draft=zzz");
      await other.getByText(`底稿打不开：“zzz”不是统计时段。${next}`).waitFor();
      await other.getByRole("heading", { name: "各版" }).waitFor();
    }
    const answer = await house.story.people.office!.post("/report-editions", { month: "2022-10-07_2022-10-01" });
    expect(answer.body).toMatchObject({ code: "invalid", fields: [{ message: "最后一天早于第一天。" }] });
  }, 60_000);

  it("另算：答在眼前；没有不同就说没有，写明是哪个月、按哪一天；改选了，旧的就不留着；没有记录的月份说得明白", async () => {
    await told();
    await frozen();
    const page = await house.enter("office", "/desk/reports", { viewport: { width: 1280, height: 800 } });
    const panel = page.getByRole("region", { name: "另算" });
    await panel.getByLabel("哪个月").fill(month());
    await panel.getByLabel("按哪一天的算法").fill(`${month()}-01`);
    await panel.getByRole("button", { name: "另算" }).click();
    await panel.getByText("那一天的算法与这个月的一样。").waitFor();
    await panel.getByText("数字完全一样。").waitFor();
    const heading = await panel.getByRole("heading", { level: 3 }).boundingBox();
    expect(heading!.y + heading!.height).toBeLessThan(page.viewportSize()!.height);
    const [year, no] = month().split("-").map(Number);
    await panel.getByRole("heading", { name: `${year}年${no}月，按${year}年${no}月1日的算法` }).waitFor();
    if (process.env.SHOTS) await panel.screenshot({ path: `${process.env.SHOTS}/what-if.png` });
    await panel.getByLabel("哪个月").fill("2001-01");
    await panel.getByText("数字完全一样。").waitFor({ state: "detached" });
    await panel.getByRole("button", { name: "另算" }).click();
    await panel.getByText("请换一个月份。").waitFor();
  }, 60_000);

  it("明暗、宽窄都没有障碍", async () => {
    await told();
    const { id } = await frozen();
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("office", `/desk/reports?edition=${id}`, options);
      await page.getByRole("heading", { name: "按现在的记录重算" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    }
  }, 60_000);
}, books);
