/** 底稿: paragraphs, headings and notes edited, nothing typed lost, a number opened; in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { begin, draftDesk } from "../world/draftDesk.ts";
import { barriers, freshHouse, inLastMonth } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const { month, told, open } = draftDesk(house);

  it("写到一半按 Esc：纸上标出有没存的，再打开还在；定稿前说没有存；丢掉了才没有", async () => {
    await told();
    const page = await open("office");
    await begin(page);
    await page.keyboard.press("End");
    await page.keyboard.type("写到一半。");
    await page.keyboard.press("Escape");
    const box = page.getByRole("textbox", { name: "这一段的文字" });
    await box.waitFor({ state: "detached" });
    await page.getByText("有没存的", { exact: true }).waitFor();
    await page.getByRole("button", { name: "检查、定稿…" }).click();
    await page.getByText("您有 1 处写了没有存，定稿里不会有。").waitFor();
    await page.getByRole("button", { name: "收起" }).click();
    await begin(page);
    await box.getByText("写到一半。").waitFor();
    await page.getByText("这是您写了没有存的，接着写就行。").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "丢掉没存的" }).click();
    await box.waitFor({ state: "detached" });
    expect(await page.getByText("有没存的", { exact: true }).count()).toBe(0);
    await begin(page);
    expect(await box.textContent()).not.toContain("写到一半。");
    expect(await page.getByRole("button", { name: "丢掉没存的" }).count()).toBe(0);
  }, 60_000);

  it("写到能认出人的话，存之前看得见；存下以后检查里有，去掉了才能定稿", async () => {
    await told();
    const page = await open("office");
    await begin(page);
    await page.keyboard.press("End");
    await page.keyboard.type("市民家住翠泰小区。");
    await page.getByText("能认出是谁、住在哪里：“家住翠泰小区”").waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/draft-hidden.png` });
    await page.keyboard.press("Control+Enter");
    await page.getByText("市民家住翠泰小区。").waitFor();
    await page.getByRole("button", { name: "检查、定稿…" }).click();
    await page.getByText("“家住翠泰小区”能认出是谁、住在哪里。").waitFor();
    await page.getByText("上面有 1 处不改不能定稿。").waitFor();
    expect(await page.getByRole("button", { name: "定稿", exact: true }).count()).toBe(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/draft-checks.png` });
    await page.getByRole("button", { name: /^改这一段：全月受理/ }).click();
    await page.getByRole("button", { name: "改回原文" }).click();
    await page.getByRole("button", { name: "定稿", exact: true }).waitFor();
  }, 60_000);

  it("一段全删掉，存下就不印了，一个空行也不剩", async () => {
    await told();
    const page = await open("office");
    await begin(page);
    const box = page.getByRole("textbox", { name: "这一段的文字" });
    await box.press("Control+A");
    await box.press("Delete");
    await page.keyboard.press("Control+Enter");
    await box.waitFor({ state: "detached" });
    const { blocks } = (await house.story.people.office!.get(`/report-drafts/${month()}`)).body;
    const changed = blocks.filter(({ edit }: { edit?: object | null }) => edit);
    expect(changed.map(({ parts }: { parts: unknown[] }) => parts)).toEqual([[]]);
  });

  it("数字块退格整块删去，从数字表放回来；断线重开，没存的字还在；改回原文；加写一段", async () => {
    await told();
    const page = await open("office");
    await begin(page);
    const box = page.getByRole("textbox", { name: "这一段的文字" });
    const chips = box.locator(".chip");
    const before = await chips.count();
    expect(before).toBeGreaterThan(1);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    expect(await chips.count()).toBe(0);
    await page.keyboard.type("受理");
    await page.getByRole("button", { name: "放进一个数" }).click();
    await page.getByLabel("放进一个数").fill("受理诉求");
    await page.getByRole("button", { name: "1 受理诉求", exact: true }).click();
    expect(await chips.count()).toBe(1);
    await page.reload();
    await box.getByText("受理1").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "改这一段：受理1" }).click();
    await page.getByRole("button", { name: "改回原文" }).click();
    await page.getByRole("button", { name: "改这一段：全月受理诉求" }).waitFor();

    await page.getByRole("button", { name: "加写一段" }).first().click();
    await page.keyboard.type("以上情况请各单位知悉。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("以上情况请各单位知悉。").waitFor();
  }, 60_000);

  it("标题、注、开头也能改：标题不能空，注一行一条，目录跟着标题，改了的印出来", async () => {
    await told();
    const page = await open("office");
    const change = async (button: string, box: string, text: string) => {
      await page.getByRole("button", { name: button }).click();
      await page.getByRole("textbox", { name: box }).press("Control+A");
      await page.keyboard.press("Delete");
      for (const [at, line] of text.split("\n").entries()) {
        if (at > 0) await page.keyboard.press("Enter");
        await page.keyboard.type(line);
      }
      await page.keyboard.press("Control+Enter");
    };
    await change("改这个标题：总体情况", "标题的文字", "");
    await page.getByText("标题不能空着。").waitFor();
    await page.keyboard.type("来电与受理");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "（一）来电与受理" }).waitFor();
    await page.getByRole("checkbox", { name: "印来电与受理" }).waitFor();
    await change("改这一段：按照", "这一段的文字", "现将本月情况报告如下。");
    await page.getByText("现将本月情况报告如下。").waitFor();
    await change("改注：", "注的文字", "甲条。\n乙条。");
    await page
      .getByRole("listitem")
      .filter({ hasText: /^乙条。$/ })
      .waitFor();
    await page
      .getByText(/热线办 \S+ 改过/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "改这个标题：来电与受理" }).click();
    await page.getByRole("button", { name: "改回原文" }).click();
    await page.getByRole("heading", { name: "（一）总体情况" }).waitFor();
    const made = await house.story.people.office!.post("/report-editions", { month: month() });
    const html = (await house.story.people.leader!.get(`/report-editions/${made.body.id}/files/html`)).raw.toString();
    const text = html.replace(/<[^>]+>/g, "");
    expect(text).toContain("现将本月情况报告如下。");
    expect(text).toContain("注：甲条。乙条。");
  }, 60_000);

  it("存得慢，先去改了别处：存好以后别处还开着，写的字还在", async () => {
    await told();
    const page = await open("office");
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/paragraphs", async (route) => {
      await held;
      await route.continue();
    });
    await begin(page);
    await page.keyboard.press("End");
    await page.keyboard.type("热线办补一句。");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "改注：" }).click();
    const notes = page.getByRole("textbox", { name: "注的文字" });
    await notes.press("End");
    await page.keyboard.type("又一条。");
    letGo();
    await page
      .getByText(/热线办 \S+ 改过/)
      .first()
      .waitFor();
    await notes.getByText("又一条。").waitFor();
    await page.getByText("热线办补一句。").waitFor();
  }, 60_000);

  it("一个数按单位分开看，旁边是别的口径会怎样；本期的数不动；看的时候没有障碍", async () => {
    const { story } = house;
    for (const [unit, rating] of [
      ["housing", "satisfied"],
      ["streets", "neutral"],
    ] as const) {
      await inLastMonth(house, async () => {
        const order = await story.dispatched(unit);
        await story.handled(unit, order);
        await story.say("followUp", order, "follow-up", { channel: "phone", rating, solved: true, text: null });
      });
    }
    await story.people.office!.post("/rules", {
      ...{ kind: "satisfaction", key: "satisfactionRate", from: `${new Date().getFullYear() + 1}-12-01` },
      value: {
        ...{ numerator: ["satisfied", "neutral"], denominator: ["satisfied", "neutral", "dissatisfied"] },
        ...{ words: "（满意量＋一般量）÷ 已评价量", authority: "热线办" },
      },
      source: "拟改的办法",
    });
    const at = `/desk/reports?draft=${month()}&figure=followUp.satisfactionRate`;
    const page = await house.enter("leader", at);
    const origin = page.getByRole("region", { name: "这个数从哪里来" });
    await origin.getByText("按承办单位").click();
    await origin.getByRole("row", { name: "市住建局 1 1 100.00%" }).waitFor();
    const others = origin.getByRole("region", { name: "换一种口径看" });
    await others.getByRole("row", { name: /^本期 满意量.+50\.00%/ }).waitFor();
    await others.getByRole("row", { name: /^（满意量＋一般量）.+100\.00%/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await origin.getByText("1 ÷ 2", { exact: true }).first().waitFor();
  }, 60_000);

  it("领导只看：没有改的按钮，目录不能勾", async () => {
    await told();
    const page = await open("leader");
    await page.getByText("全月受理诉求").waitFor();
    expect(await page.getByRole("button", { name: /^改这一段/ }).count()).toBe(0);
    expect(await page.getByRole("checkbox", { name: "印总体情况" }).isDisabled()).toBe(true);
  }, 60_000);

  it("明暗、宽窄都没有障碍，正在改的时候也是", async () => {
    await told();
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await open("office", options);
      await begin(page);
      await page.getByRole("button", { name: "放进一个数" }).click();
      await page.locator(".picked li").first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "检查、定稿…" }).click();
      await page.getByRole("button", { name: /^去看/ }).first().waitFor();
      await page
        .getByRole("link", { name: /看出处/ })
        .first()
        .click();
      await page.getByText("统计范围").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    }
  }, 90_000);
}, books);
