/** 承办单位台: a liaison's day, in a real browser. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { aBrowser, PHONE } from "../world/browser.ts";
import { eachDatabase } from "../world/databases.ts";
import { barriers, openWorkplaces, type Workplaces } from "../world/workplaces.ts";

const open = aBrowser();

eachDatabase((_, openDatabase) => {
  let house: Workplaces;
  let order: string;

  beforeEach(async () => {
    house = await openWorkplaces(await openDatabase(), open);
    order = await house.story.dispatched("housing");
  });

  it("签收、登记联系、办结，只用键盘；经过里都有", async () => {
    const page = await house.enter("liaison", "/desk/", { unit: "housing" });
    await page.getByText("三号楼电梯停运三天").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "签收", exact: true }).waitFor();
    await page.keyboard.press("Alt+S");
    await page.getByRole("form", { name: "签收" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("已签收，办理期限从现在算起。").waitFor();
    await page.keyboard.press("Alt+O");
    const form = page.getByRole("form", { name: "办结反馈" });
    await form.waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差给当事人的答复（公开）。").waitFor();
    await form.getByText("已解决", { exact: true }).click();
    await form.getByLabel("给当事人的答复（公开）").fill("电梯已修好，今天恢复运行。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("已办结，等审核和回访。").waitFor();
    const terms = (await house.story.trail("dispatcher", order)).map(({ term }) => term);
    expect(terms).toEqual(["派发", "签收", "办结反馈"]);
    expect(house.hotline.faults).toEqual([]);
  });

  it("填到一半刷新，填的还在；别人先动了，说清楚，看了最新情况填的还在", async () => {
    await house.story.say("housing", order, "acknowledgement");
    const page = await house.enter("liaison", `/desk/unit?queue=hand&order=${order}`, { unit: "housing" });
    await page.getByRole("button", { name: "办结反馈" }).click();
    await page.getByLabel("给当事人的答复（公开）").fill("写到一半");
    await page.reload();
    await page.getByRole("button", { name: "办结反馈" }).click();
    const typed = page.getByLabel("给当事人的答复（公开）");
    await expect.poll(() => typed.inputValue()).toBe("写到一半");
    await page.getByText("未解决", { exact: true }).click();
    await house.story.say("supervisor", order, "reminder", { text: "当事人又来电。" });
    await page.keyboard.press("Control+Enter");
    const newest = page.getByRole("button", { name: "看最新情况，保留我填的" });
    // the page hears of the reminder by itself too: whichever is first
    await newest.or(page.getByText("已办结，等审核和回访。")).first().waitFor();
    if (await newest.isVisible()) {
      await newest.click();
      await newest.waitFor({ state: "hidden" });
      expect(await typed.inputValue()).toBe("写到一半");
      await page.keyboard.press("Control+Enter");
      await page.getByText("已办结，等审核和回访。").waitFor();
    }
  });

  it("明暗、宽窄都没有障碍", async () => {
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("liaison", `/desk/unit?order=${order}`, { unit: "housing", ...options });
      await page.getByRole("button", { name: "签收", exact: true }).waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
}, books);
