/** 热线的一天: one matter through everybody's hands, each at his own workplace, in a real browser; and what the month says of it. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed, since } from "../../rulebook/row.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { toFile } from "../../src/domain/measure/toFile.ts";
import { calls } from "../../src/jobs/calls.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { backOffice } from "../world/backOffice.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { MONDAY } from "../world/hotline.ts";
import { freshHouse } from "../world/workplaces.ts";

const SOURCE = "测试用虚构城市";
const rules = [
  assumed("category", "h3", { name: "电梯维保", parent: "h", order: 3 }, SOURCE),
  since(assumed("directory", "h3", { unit: "housing", basis: "权责清单第 12 条" }, SOURCE), "2022-01-01"),
];
const MATTER = "三号楼电梯停运三天";

eachDatabase((_, openDatabase) => {
  const house = freshHouse(openDatabase);

  /** at his workplace at that time, with the matter open */
  const at = async (time: string, role: Role, path: string, unit?: string): Promise<Page> => {
    house.hotline.at(`2022-${time}:00+08:00`);
    const page = await house.enter(role, path, unit ? { unit } : {});
    await page.getByText(MATTER).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: MATTER }).waitFor();
    return page;
  };
  const done = async (page: Page, said: string | RegExp) => {
    await page.keyboard.press("Control+Enter");
    await page.getByText(said).first().waitFor();
    await page.context().close();
  };

  it("来电、登记、派发、签收、超期退单、驳回、办结、回访不满意、重办、再办结、满意、归档；月度数字跟着变", async () => {
    await addRules(house.hotline.db, ownBook(house.hotline.platform.platform), rules, "operator", migratedAt);
    house.hotline.at(MONDAY);

    const agent = await house.enter("agent", "/desk/calls");
    await agent.getByText("没有待回拨的来电。").waitFor();
    const call = { caller: "13800001234", menuSeconds: 1, patienceSeconds: 600, talkSeconds: 3600 };
    await house.story.people.agent!.post("/simulator/calls", call);
    house.hotline.at(MONDAY + 2_000);
    await backOffice(house.hotline).run(calls);
    await agent.getByRole("button", { name: "接听" }).waitFor();
    await agent.keyboard.press("F2");
    await agent.locator("textarea:focus").waitFor();
    await agent.keyboard.type(`来电人反映${MATTER}，老人下不了楼。`);
    await agent.keyboard.press("Tab");
    await agent.keyboard.press("3");
    await agent.getByRole("region", { name: "分类" }).getByRole("button", { name: "采纳" }).waitFor();
    await agent.keyboard.press("F6");
    await agent.getByLabel("地点").fill("dhq");
    await agent.getByRole("option").first().waitFor();
    await agent.keyboard.press("Enter");
    await agent.getByText("可以提交了。").waitFor();
    await done(agent, /^已登记，交派单台：/);

    const dispatcher = await at("10-10T09:10", "dispatcher", "/desk/dispatch");
    await dispatcher
      .getByRole("form", { name: "派发" })
      .getByText(/权责清单第 12 条/)
      .first()
      .waitFor();
    await done(dispatcher, /已派给市住建局/);

    const taken = await at("10-10T10:00", "liaison", "/desk/unit", "housing");
    await taken.keyboard.press("Alt+S");
    await done(taken, "已签收，办理期限从现在算起。");

    const returning = await at("10-14T10:00", "liaison", "/desk/unit?queue=handle", "housing");
    await returning.keyboard.press("Alt+T");
    const asked = returning.getByRole("form", { name: "申请退单" });
    await asked.getByText(/超期退单/).waitFor();
    await asked.getByLabel("退单原因").fill("不归本单位");
    await asked.getByLabel("依据和说明").fill("小区红线内归物业。");
    await done(returning, "已申请退单，等热线裁定。");

    const ruling = await at("10-14T14:00", "dispatcher", "/desk/dispatch?queue=returns");
    await ruling.keyboard.press("Alt+R");
    await ruling.getByLabel("驳回的理由").fill("目录写明归住建。");
    await done(ruling, /已驳回退单/);

    const answers = async (time: string, words: string) => {
      const page = await at(time, "liaison", "/desk/unit?queue=handle", "housing");
      await page.keyboard.press("Alt+O");
      const form = page.getByRole("form", { name: "办结反馈" });
      await form.getByText("已解决", { exact: true }).click();
      await form.getByLabel("给当事人的答复（公开）").fill(words);
      await done(page, "已办结，等审核和回访。");
    };
    const rates = async (time: string, rating: string, solved: string) => {
      const page = await at(time, "followUp", "/desk/follow-ups");
      for (const _ of [1, 2]) await page.keyboard.press("F8");
      await page.locator("input[type=radio]:focus").waitFor({ state: "attached" });
      await page.keyboard.press(rating);
      await page.keyboard.press(solved);
      if (rating === "3") await page.getByRole("button", { name: "问题没有解决" }).click();
      await done(page, /^(回访已登记|已登记，)/);
    };
    await answers("10-17T10:00", "已安排维保单位。");
    await rates("10-20T10:00", "3", "N");

    const again = await at("10-20T11:00", "office", "/desk/follow-ups?queue=dissatisfied");
    await again.getByRole("button", { name: "重办", exact: true }).click();
    await again.getByLabel("重办的要求").fill("请修好再报。");
    await done(again, "已重办，单位会收到。");

    await answers("10-21T10:00", "电梯已修好，今天恢复运行。");
    await rates("10-25T10:00", "1", "Y");

    const orders = (await house.story.people.dispatcher!.get("/orders?limit=5")).body.rows;
    expect(orders).toHaveLength(1);
    await house.story.say("followUp", orders[0].id, "closing");
    const trail = await house.story.trail("dispatcher", orders[0].id);
    expect(trail.map(({ term }) => term)).toEqual(
      "派发 签收 申请退单 驳回退单 办结反馈 回访 重办 办结反馈 回访 归档".split(" "),
    );
    expect(trail.filter(({ late }) => late).map(({ term }) => term)).toContain("申请退单");

    const file = toFile((await computeMonth(house.hotline.db, house.hotline.platform, "2022-10")).figures);
    const month = file as never as Record<string, Record<string, unknown>>;
    expect(month.handling).toMatchObject({ accepted: 1, firstContact: 0, dispatched: 1 });
    const rows = (month.appendix1 as never as { groups: { rows: object[] }[] }).groups.flatMap((group) => group.rows);
    expect(rows).toEqual([
      expect.objectContaining({ validOrders: 1, returnsRejected: 1, followUps: 1, dissatisfied: 1, satisfied: 0 }),
    ]);
    expect(house.hotline.faults).toEqual([]);
  }, 180_000);
}, books);
