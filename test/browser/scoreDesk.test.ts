/** 考核: scores with their arithmetic, another scorecard tried before it is kept, the month under another one; in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { dateWords } from "../../src/domain/calendar/civil.ts";
import { addMonths } from "../../src/domain/calendar/month.ts";
import { periodName } from "../../src/domain/calendar/period.ts";
import { civilDateOf } from "../../src/domain/calendar/zone.ts";
import { PHONE } from "../world/browser.ts";
import { addCounties, deliverMonth } from "../world/countyMonths.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse, type Workplaces } from "../world/workplaces.ts";

const todayOf = ({ hotline }: Workplaces) => civilDateOf(hotline.now(), hotline.platform.zone);

/** two months of two platforms, and one rated order in the later one */
async function scored(house: Workplaces): Promise<string> {
  const month = addMonths(todayOf(house).slice(0, 7), -1);
  await addCounties(house.hotline);
  await deliverMonth(house.hotline, addMonths(month, -1), 10, 340);
  await deliverMonth(house.hotline, month, 20);
  const now = house.hotline.now();
  house.hotline.at(`${month}-12T10:00:00+08:00`);
  for (const unit of ["east", "west"]) {
    const order = await house.story.dispatched(unit);
    await house.story.handled(unit, order);
    const rating = unit === "east" ? "satisfied" : "dissatisfied";
    await house.story.say("followUp", order, "follow-up", { channel: "phone", rating, solved: true, text: null });
  }
  house.hotline.at(now);
  return month;
}

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  it("看得分：名次、样本不足、比上月；点开一家，每一步的算式都在，改地址还在那里", async () => {
    await scored(house);
    const page = await house.enter("analyst", "/desk/scores");
    const counties = page.getByRole("region", { name: "县级平台综合得分" });
    await counties.getByText("样本不足").first().waitFor();
    await counties.getByText("可能在第 1 名到第 2 名之间").first().waitFor();
    await counties.getByRole("link", { name: "东河平台：看算式" }).click();
    const steps = page.getByRole("region", { name: "算式" });
    await steps.getByText("360 ÷ 400 = 90.00%；20.00 −（95.00 − 90.00）× 0.20 = 19.00").waitFor();
    await steps.getByText(/^小计 20\.00|小计 19\.00/).waitFor();
    await page.reload();
    await steps.getByText("（5.00 + 10.00）÷ 2 = 7.50").waitFor();
    await page.getByLabel("哪个月").fill("2001-01");
    await page.getByText("没有可以评分的记录。").waitFor();
  }, 60_000);

  it("改评分表：试算过去三个月新旧并排，权重不足不收，改对了留下新的一版；换一张评分表另算", async () => {
    const month = await scored(house);
    const page = await house.enter("office", "/desk/scores?part=card");
    await page.getByText("县级12345热线综合排名").first().click();
    await page.getByRole("button", { name: "新增一版" }).click();
    const form = page.getByRole("form", { name: "新增一版" });
    const weight = form.getByLabel("权重（%）");
    await expect.poll(() => weight.count()).toBe(3);
    expect(await weight.nth(0).inputValue()).toBe("10.00");
    await weight.nth(0).fill("20");
    await page.keyboard.press("Tab");
    await form.getByRole("button", { name: "试算过去三个月" }).click();
    await form.getByText("各部分的权重加起来不是100%。").waitFor();
    await weight.nth(1).fill("50");
    await page.keyboard.press("Tab");
    await form.getByRole("button", { name: "试算过去三个月" }).click();
    const tried = form.getByRole("status", { name: "试算的结果" });
    const row = tried.getByRole("region", { name: periodName(month) }).getByRole("row", { name: /^东河平台/ });
    await row.waitFor();
    const today = todayOf(house);
    await form.getByLabel("自哪天起").fill(today);
    await form.getByLabel("出处").fill("市热线办会议纪要第 9 期");
    const told = await row.getByRole("cell").allInnerTexts();
    await page.keyboard.press("Control+Enter");
    await page.getByText(`已新增一版，自${dateWords(today)}起。`).waitFor();

    await page.getByRole("button", { name: "换一张评分表" }).click();
    const other = page.getByRole("region", { name: "换一张评分表" });
    await other.getByLabel("按哪一天有效的评分表").fill(today);
    await other.getByRole("button", { name: "另算" }).click();
    await other.getByText(`自${dateWords(today)}起（市热线办会议纪要第 9 期）`).waitFor();
    expect(
      await other
        .getByRole("row", { name: /^东河平台/ })
        .getByRole("cell")
        .allInnerTexts(),
    ).toEqual(told);
    await other.getByRole("heading", { name: new RegExp(`月，按${dateWords(today)}有效的评分表$`) }).waitFor();
    if (process.env.SHOTS) await other.screenshot({ path: `${process.env.SHOTS}/score-what-if.png` });
    await other.getByLabel("按哪一天有效的评分表").fill("2022-11-01");
    await other.getByText(`自 ${today} 起（市热线办会议纪要第 9 期）`).waitFor({ state: "detached" });
    expect(house.hotline.faults).toEqual([]);
  }, 90_000);

  it("评分表一行一项：只用键盘加一行、去掉一行，焦点跟着走，没有填的说在那一格", async () => {
    await scored(house);
    const page = await house.enter("office", "/desk/scores?part=card&key=countyComposite&write=yes");
    const calls = page.getByRole("group", { name: "第 3 部分" }).getByRole("table", { name: "各项" });
    const names = calls.getByLabel("名称");
    const focused = () => page.evaluate("document.activeElement.value");
    await names.nth(4).waitFor();
    await names.nth(1).focus();
    await page.keyboard.press("Alt+A");
    await expect.poll(() => names.count()).toBe(6);
    expect(await names.nth(2).inputValue()).toBe("");
    await page.keyboard.type("方言接待");
    await expect.poll(focused).toBe("方言接待");
    await page.keyboard.press("Control+Enter");
    await calls
      .getByRole("row", { name: /^第 3 项/ })
      .getByText("还差分值。")
      .waitFor();
    await names.nth(2).focus();
    await page.keyboard.press("Alt+X");
    await expect.poll(() => names.count()).toBe(5);
    await expect.poll(focused).toBe("服务规范");
    await page.getByRole("group", { name: "第 3 部分" }).getByRole("button", { name: "加一项" }).press("Enter");
    await expect.poll(() => names.count()).toBe(6);
    await page.keyboard.type("最后一项");
    expect(await names.nth(5).inputValue()).toBe("最后一项");
    await calls.getByRole("button", { name: "去掉第 6 项" }).press("Enter");
    await expect.poll(focused).toBe("回访服务");
    expect(house.hotline.faults).toEqual([]);
  }, 60_000);

  it("评分表在 1440 像素的屏幕上，每一格的字都看得全", async () => {
    await scored(house);
    const viewport = { width: 1440, height: 900 };
    const page = await house.enter("office", "/desk/scores?part=card&key=countyComposite&write=yes", { viewport });
    const table = page.getByRole("group", { name: "第 2 部分" }).getByRole("table", { name: "各项" });
    await table.getByText("达标满分，不足扣分").first().waitFor();
    const cut = await table.evaluate((whole) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own, of which the tests know no types
      const all: any[] = [...(whole as any).querySelectorAll("td *")].filter((one) => one.clientWidth > 20);
      const isCut = (one: (typeof all)[number]) =>
        one.scrollWidth > one.clientWidth + 1 ||
        (one.tagName === "TEXTAREA" && one.scrollHeight > one.clientHeight + 1);
      return all.filter(isCut).map((one) => one.value ?? one.textContent);
    });
    expect(cut).toEqual([]);
  });

  it("明暗、宽窄都没有障碍", async () => {
    await scored(house);
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }])
      for (const part of ["of=counties&who=东河平台", "part=what-if", "part=card&key=countyComposite&write=yes"]) {
        const page = await house.enter("office", `/desk/scores?${part}`, options);
        await page.getByRole("heading").first().waitFor();
        await expect.poll(() => page.locator("[aria-busy=true]").count()).toBe(0);
        expect(await barriers(page)).toEqual([]);
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/scores-${part.slice(0, 12).replace(/\W/g, "_")}-${JSON.stringify(options).replace(/\W/g, "").slice(0, 12)}.png`,
            fullPage: true,
          });
        await page.context().close();
      }
  }, 120_000);
}, books);
