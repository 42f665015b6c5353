/** 县级平台: wrong totals delivered, objected to, corrected, scored, in a real browser; the figure of appendix 2 moves with it. */
import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { addMonths } from "../../src/domain/calendar/month.ts";
import { localTime } from "../../src/domain/calendar/zone.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { PHONE } from "../world/browser.ts";
import { migratedAt, oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const COUNTY = "东河平台";
/** several people one after the other */
const LONG_TEST = 120_000;

async function filled(file: string, cells: Record<string, string | number>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  for (const [cell, value] of Object.entries(cells)) book.worksheets[0]!.getCell(cell).value = value;
  return Buffer.from(await book.xlsx.writeBuffer());
}

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  let month: string;

  beforeEach(async () => {
    const { hotline } = house;
    const county = assumed("county", COUNTY, { name: COUNTY, order: 1, unit: "east" }, "测试用虚构城市");
    await addRules(hotline.db, ownBook(hotline.platform.platform), [county], "operator", migratedAt);
    month = addMonths(localTime(hotline.now(), "Asia/Shanghai").slice(0, 7), -1);
  });

  const here = () => `/desk/county?month=${month}&county=${encodeURIComponent(COUNTY)}`;
  const scored = async () => {
    const { figures } = await computeMonth(house.hotline.db, house.hotline.platform, month);
    const { answer, accuracy } = figures.appendix2.rows[0]!.five;
    return { answer: answer[0].value, answerPoints: answer[1].value, accuracy: accuracy.value };
  };

  it("县里报错合计，市里提异议，县里更正，异议成立，评定；附件2的数跟着变", { timeout: LONG_TEST }, async () => {
    const county = await house.enter("county", "/desk/", { unit: "east" });
    await county.getByRole("button", { name: "填表上报" }).click();
    const form = county.getByRole("form", { name: "上报" });
    await form.getByLabel("接听来电").fill("400");
    await form.getByLabel("接通来电").fill("420");
    await form.getByText("接通来电 420 多于接听来电 400。").waitFor();
    await form.getByLabel("在线办结", { exact: true }).fill("280");
    await form.getByText("在线办结率只填了一半").waitFor();
    await form.getByLabel("受理诉求").fill("380");
    await county.keyboard.press("Control+Enter");
    await county.getByText("已上报。").waitFor();
    // 420 ÷ 400 is no rate, and earns nothing
    expect(await scored()).toEqual({ answer: null, answerPoints: 0, accuracy: null });

    const inspector = await house.enter("inspector", here());
    await inspector.getByText("接通来电 420 多于接听来电 400。").waitFor();
    await inspector.getByRole("button", { name: "据此提异议" }).first().click();
    await inspector.keyboard.press("Control+Enter");
    await inspector.getByText("异议已提，等县级平台答复或更正。").waitFor();

    // what another does shows without a reload, here and on the other's page
    await county.getByText("没有处理完").waitFor();
    await county.getByRole("link", { name: "通知 1 条未读" }).click();
    await county.getByText(/的月报有异议 1，请在.*以前答复或更正。$/).click();
    await county.getByRole("link", { name: /^打开东河平台.*的月报$/ }).click();
    await county.getByRole("button", { name: "更正" }).click();
    await form.getByLabel("接通来电").fill("340");
    await county.keyboard.press("Control+Enter");
    await county.getByText("已更正，旧的一版留着。").waitFor();
    await county.getByRole("region", { name: "历次上报" }).getByText("接通来电 420 → 340").waitFor();

    await inspector.getByText("重新报过。").waitFor();
    await inspector.getByRole("button", { name: "处理", exact: true }).click();
    await inspector.keyboard.press("Control+Enter");
    await inspector.getByText("还没有选成立不成立。").waitFor();
    await inspector.getByText("成立", { exact: true }).click();
    await inspector.getByLabel("理由").fill("原数确有错，已更正。");
    await inspector.keyboard.press("Control+Enter");
    await inspector.getByText("异议已处理。").waitFor();

    const office = await house.enter("office", "/desk/notices");
    await office.getByText(/的月报已更正，请核对。$/).click();
    await office.getByRole("link", { name: /^打开东河平台.*的月报$/ }).click();
    await office.getByRole("button", { name: "评定准确度" }).click();
    await office.getByText("建议 23.00 分").waitFor();
    await office.getByLabel("得分").fill("２３.555");
    await office.getByText("“２３.555”不是分数，应为至多两位小数的数。").waitFor();
    await office.getByLabel("得分").fill("31");
    await office.getByText("最多 30.00。").waitFor();
    await office.getByLabel("得分").fill("２３");
    await office.getByLabel("理由").fill("一处错，已更正。");
    await office.keyboard.press("Control+Enter");
    await office.getByText("准确度已评定，计入综合排名。").waitFor();
    // 340 ÷ 400 是 85%，比 95% 少 10 个百分点，每个扣 0.2 分
    expect(await scored()).toEqual({ answer: 8500, answerPoints: 1800, accuracy: 2300 });
    expect(house.hotline.faults).toEqual([]);
  });

  it("演示里点县级平台，选一个平台进去，看到的就是它的月报", async () => {
    const page = await (await house.browse()).newPage();
    await page.goto(`${house.url}/desk/`);
    await page.getByLabel("县级平台以哪个平台进去").selectOption(COUNTY);
    await page.getByRole("button", { name: /^县级平台/ }).click();
    await page.getByRole("button", { name: "填表上报" }).waitFor();
    await page.getByRole("heading", { name: new RegExp(COUNTY) }).waitFor();
  });

  it("正在填的时候同事先报了：页面马上看得到，自己的不会盖掉没有看过的", async () => {
    const at = `/county-reports/${month}/${encodeURIComponent(COUNTY)}`;
    const page = await house.enter("county", here(), { unit: "east" });
    await page.getByRole("button", { name: "填表上报" }).click();
    const form = page.getByRole("form", { name: "上报" });
    await form.getByLabel("接听来电").fill("400");
    const colleague = await house.hotline.as("county", "east");
    expect((await colleague.post(at, { offered: 410, answered: 400 }, { "if-match": '"0"' })).status).toBe(200);
    await page.getByRole("region", { name: "历次上报" }).getByText("接听来电 410").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "看最新情况，保留我填的" }).click();
    expect(await form.getByLabel("接听来电").inputValue()).toBe("400");
    await page.keyboard.press("Control+Enter");
    await page.getByText("已更正，旧的一版留着。").waitFor();
    expect((await colleague.get(at)).body.deliveries.map(({ offered }: { offered: number }) => offered)).toEqual([
      400, 410,
    ]);
  });

  it("填的数照原样留着：全角的、带千分号的读得出来；万、负数、小数、1e5 不收也不改，旁边说为什么，什么也没有送出去", async () => {
    const at = `/county-reports/${month}/${encodeURIComponent(COUNTY)}`;
    const county = await house.hotline.as("county", "east");
    await county.post(at, { offered: 12_137, answered: 99 }, { "if-match": '"0"' });
    const page = await house.enter("county", here(), { unit: "east" });
    await page.getByRole("button", { name: "更正" }).click();
    const form = page.getByRole("form", { name: "上报" });
    for (const [typed, why] of [
      ["1.2万", "不是整数（不要写“万”、单位或小数）。"],
      ["-5", "不能为负。"],
      ["1.5", "不是整数（不要写“万”、单位或小数）。"],
      ["1e5", "不是整数（不要写“万”、单位或小数）。"],
    ] as const) {
      await form.getByLabel("接听来电").fill(typed);
      await form.getByText(`“${typed}”${why}`).waitFor();
      await page.keyboard.press("Control+Enter");
      await form.getByText("接听来电填得不对，改正了才能上报。").waitFor();
      expect(await form.getByLabel("接听来电").inputValue()).toBe(typed);
    }
    await form.getByRole("button", { name: "填逐日明细" }).click();
    await form.getByLabel(/1日接听来电$/).fill("十二");
    await form.getByText("“十二”不是整数（不要写“万”、单位或小数）。").waitFor();
    await form.getByText(/^接听来电、\d+月1日接听来电填得不对/).waitFor();
    expect((await county.get(at)).body.version).toBe(1);
    await form.getByLabel(/1日接听来电$/).fill("１２");
    await form.getByLabel("接听来电", { exact: true }).fill("１２３４５");
    await form.getByLabel("接通来电", { exact: true }).fill("12,300");
    await page.keyboard.press("Control+Enter");
    await page.getByText("已更正，旧的一版留着。").waitFor();
    expect((await county.get(at)).body.deliveries[0]).toMatchObject({
      ...{ offered: 12_345, answered: 12_300, days: [{ offered: 12 }] },
    });
  });

  it("手机上看所报的数，一个数不断成两行", async () => {
    const at = `/county-reports/${month}/${encodeURIComponent(COUNTY)}`;
    const county = await house.hotline.as("county", "east");
    for (const [version, numerator] of [7627, 7000].entries())
      await county.post(at, { firstContact: { numerator, denominator: 8640 } }, { "if-match": `"${version}"` });
    const page = await house.enter("county", here(), { unit: "east", viewport: PHONE });
    const cell = page.getByRole("region", { name: "所报的数" }).getByText("7,000");
    await cell.waitFor();
    const lines = await cell.evaluate((own) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own, of which the tests know no types
      const [text, range] = [(own as any).firstChild, (globalThis as any).document.createRange()];
      const at = text.data.indexOf("7,000");
      range.setStart(text, at);
      range.setEnd(text, at + "7,000".length);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  });

  it("下载表格填好传上去；坏的格子说出第几行，什么也没有存", async () => {
    const county = await house.enter("county", here(), { unit: "east" });
    const waiting = county.waitForEvent("download");
    await county.getByText("下载填好平台和日期的表格").click();
    const file = await (await waiting).path();
    await county.getByLabel("填好的表格").setInputFiles({
      name: "月报.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await filled(file, { D2: "四百" }),
    });
    await county.getByText("第 2 行“接听来电”：“四百”不是整数").waitFor();
    await county.getByText("还没有报").first().waitFor();
    await county.getByLabel("填好的表格").setInputFiles({
      name: "月报.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await filled(file, { D2: 400, E2: 390, D3: 12 }),
    });
    await county.getByText("表已收下，数都存好了。").waitFor();
    await county.getByText("97.50%").or(county.getByText("有 1 天的逐日明细")).first().waitFor();
  });

  it(
    "明暗、宽窄都没有障碍",
    async () => {
      const county = await house.hotline.as("county", "east");
      const at = `/county-reports/${month}/${encodeURIComponent(COUNTY)}`;
      await county.post(at, { offered: 400, answered: 420 }, { "if-match": '"0"' });
      const inspector = await house.hotline.as("inspector");
      await inspector.post(`${at}/objections`, { finding: "impossible", text: "请核对。" }, { "if-match": '"1"' });
      for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
        const page = await house.enter("county", here(), { ...options, unit: "east" });
        await page.getByRole("button", { name: "更正" }).click();
        await page.getByRole("button", { name: "填逐日明细" }).click();
        await page.getByText("没有处理完").waitFor();
        expect(await barriers(page)).toEqual([]);
      }
      const office = await house.enter("office", here());
      await office.getByText("还有 1 件异议没有处理完。").first().waitFor();
      await office.getByRole("button", { name: "据此提异议" }).first().click();
      expect(await barriers(office)).toEqual([]);
    },
    LONG_TEST,
  );
}, books);
