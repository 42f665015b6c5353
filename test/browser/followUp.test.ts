/** 回访台: a follow-up agent's day, in a real browser. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { Story } from "../world/matter.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const DAY = 86_400_000;

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const orders: string[] = [];

  beforeEach(async () => {
    orders.length = 0;
    const now = house.hotline.now();
    house.hotline.at(now - 7 * DAY);
    house.story = await Story(house.hotline);
    for (const text of ["三号楼电梯停运三天。", "东门路灯不亮半个月。"]) {
      const order = await house.story.dispatched("housing", {}, { text });
      await house.story.handled("housing", order);
      orders.push(order);
      house.hotline.at(house.hotline.now() + 60_000);
    }
    house.hotline.at(now);
    house.story = await Story(house.hotline);
  });

  it("多久内回访、多久内先行联系，照现行的规则说；改了规则，页面跟着改", async () => {
    const [order] = orders;
    for (const id of orders) await house.story.rated(id);
    const said = async (role: Role, path: string, words: string, unit?: string) => {
      const page = await house.enter(role, path, unit ? { unit } : {});
      await page.getByText(words).waitFor();
      return page;
    };
    await said("followUp", "/desk/", "没有今天该回访的。办结反馈后1个工作日内回访，到时会出现在这里。");
    const unit = `/desk/unit?queue=answered&order=${order}`;
    await said("liaison", unit, "还没有联系过。签收后1个工作日内先行联系，办结前把结果告诉当事人。", "housing");
    for (const [key, words] of [
      ["followUp", "办结反馈后3天内回访。"],
      ["earlyContact", "签收后8小时内先行联系"],
    ]) {
      const value = { amount: 8, in: "hours", words };
      const from = new Date(house.hotline.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const given = { kind: "limit", key, from, value, source: "热线办会议纪要" };
      expect((await house.story.people.office!.post("/rules", given)).status).toBe(200);
    }
    await said("followUp", "/desk/", "没有今天该回访的。办结反馈后3天内回访，到时会出现在这里。");
    await said("liaison", unit, "还没有联系过。签收后8小时内先行联系，办结前把结果告诉当事人。", "housing");
    expect(house.hotline.faults).toEqual([]);
  });

  it("不满意待定只数不满意的，满意的等着归档，不在里面", async () => {
    const rate = (order: string, rating: string) =>
      house.story.say("followUp", order, "follow-up", { channel: "phone", rating, solved: null, text: null });
    await rate(orders[0]!, "satisfied");
    await rate(orders[1]!, "dissatisfied");
    for (const [role, path] of [
      ["followUp", "/desk/follow-ups"],
      ["dispatcher", "/desk/dispatch"],
    ] as const) {
      const page = await house.enter(role, `${path}?queue=dissatisfied`);
      await page.getByText("东门路灯不亮半个月").first().waitFor();
      await page.getByRole("button", { name: /^不满意待定 ?1/ }).waitFor();
      expect(await page.getByText("三号楼电梯停运三天").count()).toBe(0);
    }
  });

  it("拨打、一句一句读、评价、解决否，保存并下一件，只用键盘；没读答复不能评价", async () => {
    const page = await house.enter("followUp", "/desk/");
    await page.getByText("三号楼电梯停运三天").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("先把公开答复读给当事人，再请他评价").first().waitFor();
    await page.keyboard.press("F2");
    await page.getByText("13800001234").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差评价。").waitFor();
    await page.keyboard.press("F8");
    await page.getByText("承办单位的答复是：电梯已修复。").waitFor();
    await page.keyboard.press("F8");
    await page.getByText("请问您反映的问题解决了吗？").waitFor();
    await page.locator("input[type=radio]:focus").waitFor({ state: "attached" });
    await page.keyboard.press("1");
    await expect.poll(() => page.getByRole("radio", { name: /^满意/ }).isChecked()).toBe(true);
    await page.keyboard.press("Y");
    await expect.poll(() => page.getByRole("radio", { name: /^是/ }).isChecked()).toBe(true);
    await page.keyboard.press("Control+Enter");
    await page.getByText("回访已登记。").waitFor();
    // the next one has opened by itself
    await page.getByRole("heading", { name: "东门路灯不亮半个月" }).waitFor();
    await page.keyboard.press("Alt+N");
    await page.getByText("已登记未接通。").waitFor();
    expect((await house.story.trail("dispatcher", orders[0]!)).at(-1)!.term).toBe("回访");
    expect((await house.story.trail("dispatcher", orders[1]!)).at(-1)!.term).toBe("回访未果");
    expect((await house.story.read("dispatcher", orders[0]!)).body).toMatchObject({ rating: "satisfied" });
    await page.getByText("参评率").first().waitFor();
    expect(house.hotline.faults).toEqual([]);
  });

  it("不满意要说原因；建议重办写进经过，在“不满意待定”里等派单员重办", async () => {
    const page = await house.enter("followUp", `/desk/follow-ups?order=${orders[0]}`);
    await page.getByRole("button", { name: "读完了，下一句" }).click();
    await page.getByRole("button", { name: "读完了，下一句" }).click();
    await page.keyboard.press("3");
    await page.keyboard.press("N");
    await page.keyboard.press("Alt+R");
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差不满意的原因。").waitFor();
    await page.getByRole("button", { name: "问题没有解决" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("已登记，建议重办已交派单员。").waitFor();
    const said = (await house.story.trail("dispatcher", orders[0]!)).at(-1)!.texts;
    expect(said).toEqual([{ of: "text", text: "建议重办：问题没有解决。" }]);
    await page.getByRole("button", { name: /^不满意待定/ }).click();
    await page.getByText("三号楼电梯停运三天").first().waitFor();
    await house.story.say("dispatcher", orders[0]!, "reopening", { text: "请重新办理。" });
    await page.getByText("没有不满意、等着决定重办或归档的工单。").waitFor();
  });

  it("明暗、宽窄都没有障碍", async () => {
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("followUp", `/desk/follow-ups?order=${orders[0]}`, options);
      await page.getByRole("button", { name: "读完了，下一句" }).waitFor();
      await page.getByText("本月到现在").waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
}, books);
