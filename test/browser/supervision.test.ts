/** 督办台: a supervisor finds what lies, pushes it after a look, and follows what two units return to each other. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const DAY = 86_400_000;

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  /** 三件超期很久的，一件在两家之间退了两次 */
  async function lying() {
    const { hotline, story } = house;
    const now = hotline.now();
    const orders: string[] = [];
    hotline.at(now - 40 * DAY);
    for (let n = 0; n < 3; n += 1) {
      const order = await story.dispatched("bus", {}, { text: `第 ${n + 1} 件，路灯不亮。` });
      await story.say("bus", order, "acknowledgement");
      orders.push(order);
    }
    const passed = await story.dispatched("housing");
    for (const [from, to] of [
      ["housing", "streets"],
      ["streets", "housing"],
    ] as const) {
      await story.say(from, passed, "acknowledgement");
      await story.say(from, passed, "return-request", { reason: "职责不符", text: "不是我们的。" });
      await story.say("dispatcher", passed, "return-acceptance", { to: { unit: to }, text: null });
    }
    hotline.at(now);
    return { orders, passed };
  }

  it("催办一个单位，只用键盘：先看要发哪几件；别人先动过的说清楚，没有动的都发到", async () => {
    const { orders } = await lying();
    const page = await house.enter("supervisor", "/desk/");
    const table = page.getByRole("region", { name: "超期未办结，按单位和超期工作日" });
    await table.getByRole("rowheader", { name: "云岭公交" }).waitFor();
    await page.keyboard.press("Alt+C");
    const dialog = page.getByRole("dialog", { name: "催办：云岭公交" });
    await dialog.getByText("第 2 件，路灯不亮").waitFor();
    await house.story.say("office", orders[1]!, "reminder", { text: "先催了一次。" });
    await page.keyboard.type("请尽快。");
    await page.keyboard.press("Control+Enter");
    await dialog.getByText("已催办 2 件。").waitFor();
    await dialog.getByText("1 件没有催办：").waitFor();
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "hidden" });
    const told = await house.story.trail("supervisor", orders[0]!);
    expect(told.at(-1)).toMatchObject({ term: "催办", texts: [{ text: "请尽快。" }] });
    expect(house.hotline.faults).toEqual([]);
  });

  it("每个数点开是它的清单；督办按各件自己的颜色发，发过的跳过", async () => {
    const { orders } = await lying();
    await house.story.say("supervisor", orders[2]!, "supervision", { level: "summon", text: null });
    const page = await house.enter("supervisor", "/desk/supervision");
    await page
      .getByRole("link", { name: /超 5 个工作日以上，约谈 3 件，看清单/ })
      .first()
      .click();
    const list = page.getByRole("region", { name: "超 5 个工作日以上，约谈", exact: true });
    await list.getByText("第 1 件，路灯不亮").first().waitFor();
    await list.getByRole("button", { name: "全部督办…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("另有 1 件已经发过这一级的督办，跳过").waitFor();
    await page.keyboard.press("Control+Enter");
    await dialog.getByText("已督办 2 件。").waitFor();
    expect((await house.story.read("supervisor", orders[0]!)).body.supervision).toBe("summon");
  });

  it("没有颜色的不说成发过；办完的不在要发的里", async () => {
    const { story } = house;
    const fresh = await story.dispatched("housing");
    await story.handled("housing", await story.dispatched("housing"));
    await story.handled("bus", await story.dispatched("bus"));
    const page = await house.enter("supervisor", "/desk/supervision?unit=housing");
    await page.getByRole("button", { name: "全部督办…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("将督办 0 件；另有 1 件还没有到督办的颜色，跳过。").waitFor();
    expect((await story.read("supervisor", fresh)).body.supervision).toBeNull();
    await page.goto(`${house.url}/desk/supervision?unit=bus`);
    await page.getByRole("button", { name: "全部督办…" }).click();
    await dialog.getByText("这里没有还在单位手里的工单，不用督办。").waitFor();
  });

  it("退给同一家的，互推图上也数得到：格里的数加起来就是退出", async () => {
    const { story } = house;
    const order = await story.dispatched("housing");
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "return-request", { reason: "职责不符", text: "不是我们的。" });
    await story.say("dispatcher", order, "return-acceptance", { to: { unit: "housing" }, text: null });
    const page = await house.enter("supervisor", "/desk/supervision");
    await page.getByRole("link", { name: "市住建局退出，改派市住建局 1 次，看工单" }).waitFor();
  });

  it("互推：点一格看两家的工单，再看一件的档案，从头到尾", async () => {
    const { passed } = await lying();
    const page = await house.enter("office", "/desk/supervision");
    await page.getByRole("link", { name: "市住建局退出，改派市城管局 1 次，看工单" }).click();
    await page.getByRole("heading", { name: "市住建局 ⇄ 市城管局，未办结 1 件" }).waitFor();
    await page.getByRole("link", { name: "三号楼电梯停运三天" }).click();
    await page.getByRole("button", { name: "疑难件档案" }).click();
    const file = page.getByRole("article", { name: "疑难件档案" });
    await file.getByRole("button", { name: "打印" }).waitFor();
    const terms = await file.locator(".trail li strong").allTextContents();
    expect(terms).toEqual((await house.story.trail("office", passed)).map(({ term }) => term));
    await page.keyboard.press("Escape");
    await file.waitFor({ state: "hidden" });
  });

  it("什么都没有时说清楚", async () => {
    const empty = await house.enter("supervisor", "/desk/supervision?age=red");
    await empty.getByText("没有超期的工单，也没有无人动过的。").waitFor();
    await empty.getByText("近 90 天没有同意的退单。").waitFor();
    await empty.getByText("没有符合条件的工单。现在只看“超 2 至 4 个工作日”。").waitFor();
  });

  it("明暗、宽窄都没有障碍", async () => {
    const { passed } = await lying();
    const places = [`pair=housing~streets&order=${passed}`, "idle=true", `file=${passed}`];
    for (const [at, options] of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }].entries()) {
      const page = await house.enter("supervisor", `/desk/supervision?${places[at]}`, options);
      await page.getByText("三号楼电梯停运三天").first().waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
}, books);
