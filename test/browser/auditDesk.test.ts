/** 审核: a report is given, what it contradicts itself in stands beside its text, and nothing of it stays; in a real browser. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { wordFile } from "../world/documentFiles.ts";
import { layoutFaults } from "../world/layout.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const FILLING = Array.from({ length: 60 }, (_, at) => `${at + 1}. 市民反映的事项均已转有关单位办理。`).join("\n");
const TEXT = `一、总体情况
派发工单594件，按时办结591件，按时办结率99.60%。
${FILLING}
二、回访情况
回访1200件，其中满意1000件、一般80件、不满意60件、未评价70件。
三、结语
满意率环比上升2.00个百分点。
`;

const chooser = (page: Page) => page.getByLabel("选文件", { exact: true }).last();
const choose = (page: Page, name: string, buffer: Buffer) =>
  chooser(page).setInputFiles({ name, mimeType: "application/octet-stream", buffer });

/** one byte more than is taken */
function large(): string {
  const folder = mkdtempSync(join(tmpdir(), "rexian-large-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "大.pdf");
  writeFileSync(file, Buffer.alloc(20 * 2 ** 20 + 1, "1"));
  return file;
}

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  it("粘贴文字审核：发现的矛盾在文字旁边，点一处翻到那一行，按轻重筛选，导出", async () => {
    const page = await house.enter("analyst", "/desk/audit");
    await page.getByRole("link", { name: "审核", exact: true }).waitFor();
    await page.getByText("服务器上什么也不保存").waitFor();
    await page.getByLabel("或者把文字粘贴在这里").focus();
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差文字。").waitFor();
    await page.getByLabel("或者把文字粘贴在这里").fill(TEXT);
    await page.keyboard.press("Control+Enter");
    await page.getByText("“粘贴的文字”审完了，发现 2 处。").waitFor();
    const found = page.getByRole("region", { name: "发现的矛盾" });
    await found.getByText("591件 ÷ 594件 = 99.49% ≠ 99.60%").waitFor();
    const text = page.getByRole("region", { name: "报告的文字" });
    await found
      .getByRole("button", { name: /^第64行/ })
      .first()
      .click();
    const line = text.locator("[aria-current=true]");
    await expect.poll(() => line.textContent()).toContain("回访1200件");
    await expect.poll(() => line.evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(900);
    await line.locator("mark", { hasText: "1200件" }).waitFor();

    await page.keyboard.press("K");
    await expect.poll(() => line.textContent()).toContain("派发工单594件");
    await found.getByText("必须核对 2").waitFor();
    await found.getByText("全部 2").waitFor();

    const arriving = page.waitForEvent("download");
    await found.getByRole("button", { name: "CSV" }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toBe("粘贴的文字-审核结果.csv");
    expect(readFileSync(await download.path(), "utf8")).toContain("591件 ÷ 594件 = 99.49% ≠ 99.60%");
    expect(house.hotline.faults).toEqual([]);
  }, 120_000);

  it("选文件：.doc 说怎样另存，太大的、坏的也说清楚；随后换一份 .docx，表里的一行也翻得到", async () => {
    const page = await house.enter("office", "/desk/audit");
    await choose(page, "旧报告.doc", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]));
    await page.getByText("这是旧版 .doc 或 .wps 文件，读不了。").waitFor();
    await page.getByText("另存为 .docx 后再审核").waitFor();
    await chooser(page).setInputFiles(large());
    await page.getByText("内容过大，没有读取。").waitFor();
    await choose(page, "坏.pdf", Buffer.from("%PDF-1.7\n坏了"));
    await page.getByText("不完整或已损坏").waitFor();
    await choose(page, "空.txt", Buffer.alloc(0));
    await page.getByText("没有文字").waitFor();
    const rows = [
      ["单位", "派发", "按时办结", "按时办结率"],
      ["甲局", "120", "114", "95.00%"],
      ["乙局", "80", "76", "95.00%"],
      ["丙局", "50", "49", "98.00%"],
      ["合计", "250", "238", "95.60%"],
    ];
    await choose(page, "月报.docx", await wordFile("各单位办理情况", rows));
    await page.getByText("“月报.docx”审完了，发现").waitFor();
    await page
      .getByRole("button", { name: /^第\d段：/ })
      .first()
      .click();
    await page.locator("tr[aria-current=true]").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  }, 120_000);

  it("没有矛盾就说没有；话务员没有这一台，领导从网址进来，马上说由谁使用", async () => {
    const page = await house.enter("analyst", "/desk/audit");
    await choose(page, "短.txt", Buffer.from("派发工单594件，按时办结591件，按时办结率99.49%。"));
    await page.getByText("“短.txt”审完了，没有发现互相矛盾的数字。").waitFor();
    await page.getByRole("button", { name: "粘贴文字" }).click();
    await page.getByLabel("或者把文字粘贴在这里").waitFor();
    const other = await house.enter("agent", "/desk/calls");
    await other.getByRole("navigation", { name: "工作台" }).waitFor();
    expect(await other.getByRole("link", { name: "审核", exact: true }).count()).toBe(0);
    const leader = await house.enter("leader", "/desk/audit");
    await leader.getByText("这一页由分析员、热线办使用。").waitFor();
    expect(await leader.getByRole("button", { name: /^选文件/ }).count()).toBe(0);
  }, 120_000);

  it("明暗、宽窄都没有障碍", async () => {
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("office", "/desk/audit", options);
      await page.getByLabel("或者把文字粘贴在这里").fill(TEXT);
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Control+Enter");
      await page
        .getByRole("button", { name: /^第64行/ })
        .first()
        .click();
      expect(await barriers(page)).toEqual([]);
      expect(await layoutFaults(page)).toEqual([]);
      await page.context().close();
    }
  }, 240_000);
}, books);
