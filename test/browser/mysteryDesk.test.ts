/** 拨测: planned, rated, objected to, settled, in a real browser; what is settled is in appendix 2. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { addMonths } from "../../src/domain/calendar/month.ts";
import { localTime } from "../../src/domain/calendar/zone.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { PHONE } from "../world/browser.ts";
import { migratedAt, oneDatabase } from "../world/databases.ts";
import { seedDrawing } from "../world/mysterySeed.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const COUNTY = "东河平台";
/** several people one after the other */
const LONG_TEST = 120_000;

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  let month: string;

  beforeEach(async () => {
    const { hotline } = house;
    const county = assumed("county", COUNTY, { name: COUNTY, order: 1, unit: "east" }, "测试用虚构城市");
    await addRules(hotline.db, ownBook(hotline.platform.platform), [county], "operator", migratedAt);
    month = localTime(hotline.now(), "Asia/Shanghai").slice(0, 7);
  });

  const today = () => localTime(house.hotline.now(), "Asia/Shanghai").slice(0, 10);
  const counted = async () => {
    const { figures } = await computeMonth(house.hotline.db, house.hotline.platform, month);
    const { connection, etiquette } = figures.appendix2.rows[0]!.mysteryCall;
    return [connection.value, etiquette.value];
  };

  it("排拨测、评分，平台提异议，热线办改定；附件2有了这一通", { timeout: LONG_TEST }, async () => {
    await house.story.accepted();
    const inspector = await house.enter("inspector", "/desk/mystery");
    await inspector.getByText("这个月还没有排拨测。").waitFor();
    await inspector.keyboard.press("Control+Enter");
    await inspector.getByText("还没有选平台。").waitFor();
    await inspector.getByLabel("县级平台").click();
    await inspector.getByTitle(COUNTY).click();
    await inspector.getByLabel("拨几通").fill("1");
    await inspector.getByLabel("种子（可以不写）").fill(seedDrawing(COUNTY, today()));
    await inspector.keyboard.press("Control+Enter");
    await inspector.getByText("的 1 通已排好").waitFor();
    await inspector.getByRole("link", { name: COUNTY }).click();
    const form = inspector.getByRole("form", { name: "评分" });
    await form.getByLabel("没有接通").check();
    await form.getByText("没有接通，服务规范、业务知识、回访服务没有听到，不评，不得分。").waitFor();
    expect(await form.getByLabel("服务规范").count()).toBe(0);
    await form.getByLabel("语音导航").waitFor();
    await form.getByLabel("没有接通").uncheck();
    await form.getByLabel("几秒接通").fill("16");
    for (const [label, points] of [
      ["语音导航", "10"],
      ["服务规范", "35.5"],
      ["业务知识", "20"],
    ])
      await form.getByLabel(label!).fill(points!);
    await form.getByRole("button", { name: "提交评分" }).click();
    await form.getByText("还没有评回访服务。").waitFor();
    for (const [label, typed, why] of [
      ["几秒接通", "9999", "最多 3,600。"],
      ["几秒接通", "-3", "“-3”不能为负。"],
      ["回访服务", "99", "最多 10.00。"],
      ["回访服务", "-2", "“-2”不能为负。"],
      ["回访服务", "7.555", "“7.555”不是分数，应为至多两位小数的数。"],
    ]) {
      await form.getByLabel(label!).fill(typed!);
      await form.getByText(why!).waitFor();
      await form.getByRole("button", { name: "提交评分" }).click();
      expect(await form.getByLabel(label!).inputValue()).toBe(typed);
    }
    expect(await form.isVisible()).toBe(true);
    await form.getByLabel("几秒接通").fill("１６");
    await form.getByLabel("回访服务").fill("７.５");
    await form.getByRole("button", { name: "提交评分" }).click();
    await inspector.getByText("评分已收下。").waitFor();
    const [call] = (await (await house.hotline.as("office")).get(`/mystery-calls?month=${month}`)).body.rows;
    expect(call).toMatchObject({ state: "rated", sheet: { connection: 500, etiquette: 3550, total: 7800 } });

    const office = await house.enter("office", `/desk/mystery?call=${call.id}`);
    await office.getByText("县级平台还在异议期里。").waitFor();
    const county = await house.enter("county", "/desk/notices", { unit: "east" });
    await county.getByText(/的拨测已评分，有不同意见请在.*以前提异议。$/).click();
    await county.getByRole("link", { name: /的这通拨测$/ }).click();
    await county.getByLabel("哪一项评得不对，为什么").fill("服务规范扣多了，请听录音。");
    await county.keyboard.press("Control+Enter");
    await county.getByText("已提异议，等热线办定分。").waitFor();

    // without a reload
    await office.getByText("服务规范扣多了，请听录音。").waitFor();
    const settling = office.getByRole("form", { name: "定分" });
    await settling.getByText("成立", { exact: true }).click();
    await settling.getByLabel("服务规范").fill("38");
    await settling.getByLabel("理由").fill("听过录音，属实。");
    await settling.getByRole("button", { name: "定分" }).click();
    await office.getByText("已定分，计入综合排名。").waitFor();
    await county.getByText("听过录音，属实。").waitFor();
    expect(await counted()).toEqual([500, 3800]);
    expect(house.hotline.faults).toEqual([]);
  });

  it("排多了，撤销一通，再撤销其余的；清单里都留着", { timeout: LONG_TEST }, async () => {
    const inspector = await house.enter("inspector", "/desk/mystery");
    const staff = await house.hotline.as("inspector");
    const next = addMonths(month, 1);
    await staff.post("/mystery-plans", { month: next, county: COUNTY, calls: 3, raters: 1 });
    await inspector.goto(`${house.url}/desk/mystery?month=${next}`);
    await inspector.getByRole("link", { name: COUNTY }).first().click();
    await inspector.getByRole("button", { name: "撤销这一通" }).click();
    const form = inspector.getByRole("form", { name: "撤销" });
    await form.getByRole("button", { name: "撤销", exact: true }).click();
    await form.getByText("还差撤销的原因。").waitFor();
    await form.getByLabel("撤销的原因").fill("排多了。");
    await inspector.keyboard.press("Control+Enter");
    await inspector.getByText("这一通已撤销。").waitFor();
    await inspector.getByRole("region", { name: "这一通" }).getByText("排多了。").waitFor();
    const office = await house.enter("office", `/desk/mystery?month=${next}`);
    await office.getByRole("button", { name: "撤销还没有拨的 2 通" }).click();
    await office.getByLabel("撤销的原因").fill("改下个月拨。");
    expect(await barriers(office)).toEqual([]);
    await office.keyboard.press("Control+Enter");
    await office.getByText(`${COUNTY}还没有拨的 2 通已撤销。`).waitFor();
    await office.getByText("3 通，每通 1 人评，撤销了 3 通").waitFor();
    expect(await office.getByRole("region", { name: "拨测清单" }).getByText("已撤销", { exact: true }).count()).toBe(3);
    expect(house.hotline.faults).toEqual([]);
  });

  it(
    "明暗、宽窄都没有障碍",
    async () => {
      const inspector = await house.hotline.as("inspector");
      const plan = { month: addMonths(month, 1), county: COUNTY, calls: 4, raters: 2 };
      const { rows } = (await inspector.post("/mystery-plans", plan)).body;
      const now = (
        await inspector.post("/mystery-plans", {
          ...plan,
          month,
          calls: 1,
          raters: 1,
          seed: seedDrawing(COUNTY, today()),
        })
      ).body.rows[0].id;
      const rating = {
        secondsToAnswer: 9,
        voiceMenu: 1000,
        etiquette: 3500,
        knowledge: 2000,
        followUp: 750,
        note: null,
      };
      const calledAt = new Date(house.hotline.now()).toISOString();
      const at = `/mystery-calls/${now}`;
      const given = await inspector.post(`${at}/ratings`, { ...rating, calledAt }, { "if-match": '"1"' });
      expect(given.status, JSON.stringify(given.body)).toBe(200);
      for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
        const page = await house.enter("inspector", `/desk/mystery?month=${plan.month}&call=${rows[0].id}`, options);
        const why = page.getByText(/^还不能评分：这一通抽在.*还没有到。/);
        await why.waitFor();
        // the sentence doesn't touch its box
        const within = await why.evaluate((here) => {
          // biome-ignore lint/suspicious/noExplicitAny: the page's own, of which the tests know no types
          const [own, range] = [here as any, (globalThis as any).document.createRange()];
          range.selectNodeContents(own);
          return range.getBoundingClientRect().left - own.getBoundingClientRect().left;
        });
        expect(within).toBeGreaterThanOrEqual(12);
        expect(await barriers(page)).toEqual([]);
      }
      const planning = await house.enter("office", "/desk/mystery");
      await planning.getByText("排过的").waitFor();
      expect(await barriers(planning)).toEqual([]);
      const county = await house.enter("county", `/desk/mystery?call=${now}`, { unit: "east" });
      await county.getByRole("form", { name: "提异议" }).waitFor();
      expect(await barriers(county)).toEqual([]);
      await (await house.hotline.as("county", "east")).post(
        `${at}/objection`,
        { text: "请核。" },
        { "if-match": '"2"' },
      );
      const office = await house.enter("office", `/desk/mystery?call=${now}`);
      await office.getByRole("form", { name: "定分" }).getByText("成立", { exact: true }).click();
      expect(await barriers(office)).toEqual([]);
    },
    LONG_TEST,
  );
}, books);
