/** 派单台: a dispatcher's day, in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { matter } from "../world/matter.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  /** one after the other: the list has the latest first */
  const accepted = (text: string) => {
    house.hotline.at(house.hotline.now() + 1_000);
    return house.story.accepted({ ...matter, text });
  };
  const returned = async (unit: string) => {
    const order = await house.story.dispatched(unit);
    await house.story.say(unit, order, "acknowledgement");
    await house.story.say(unit, order, "return-request", { reason: "不归本单位", text: "道路归城管，不归住建。" });
    return order;
  };
  const orderOf = async (request: string) => (await house.story.people.dispatcher!.get(`/requests/${request}`)).body;

  it("派发只用键盘：建议和期限都写明，派了下一件自己打开；另选单位写依据", async () => {
    const first = await accepted("一号楼水管爆裂。");
    const second = await accepted("二号楼路灯不亮。");
    const page = await house.enter("dispatcher", "/desk/");
    await page.getByText("二号楼路灯不亮").first().waitFor();
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "派发" });
    await form.getByText("派单目录没有这一类。没有先例，按属地。").waitFor();
    await form.getByText(/^5 个工作日（最迟至 .*周.* 24:00）$/).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText(/已派给东河区，工单 .*下一件已打开。/).waitFor();
    await page.getByRole("heading", { name: "一号楼水管爆裂" }).waitFor();
    await form.getByText("建议").waitFor();
    await page.keyboard.press("Alt+P");
    await page.keyboard.type("住建");
    await page.keyboard.press("Enter");
    await form.getByLabel("依据（不按建议派的，写一句为什么）").fill("小区红线内归住建");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/已派给市住建局/).waitFor();
    await page.getByText("没有待派的诉求。新登记的会自动出现在这里。").waitFor();
    const bases = [];
    for (const request of [second, first]) {
      const { order } = await orderOf(request);
      const [{ unit, basis }] = (await house.story.read("dispatcher", order)).body.assignments;
      bases.push([unit, basis]);
    }
    expect(bases).toEqual([
      ["east", "属地"],
      ["housing", "小区红线内归住建"],
    ]);
    expect(house.hotline.faults).toEqual([]);
  });

  it("演示里没有待派的：点一下来十件", async () => {
    const page = await house.enter("dispatcher", "/desk/");
    await page.getByText("没有待派的诉求。新登记的会自动出现在这里。").waitFor();
    await page.keyboard.press("Alt+M");
    await page.getByText("来了十件，在清单里等着派。").waitFor();
    await expect.poll(() => page.getByRole("row").count()).toBe(11);
  });

  it("退单：两边的话和目录在一起；驳回只用键盘；别人先裁定了，说清楚", async () => {
    const order = await returned("housing");
    const page = await house.enter("dispatcher", "/desk/dispatch?queue=returns");
    await page.getByText("三号楼电梯停运三天").first().waitFor();
    await page.keyboard.press("Enter");
    const units = page.getByRole("region", { name: "单位说" });
    await units.getByText("道路归城管，不归住建。").waitFor();
    await page.getByRole("region", { name: "热线说" }).getByText("派发").waitFor();
    await page.getByText("第一次退单由派单员裁定，不会商。").waitFor();
    await page.keyboard.press("Alt+R");
    const form = page.getByRole("form", { name: "驳回退单" });
    await form.getByRole("button", { name: "职能在贵单位，没有变化，请继续办理。" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("已驳回退单。").waitFor();
    await page.getByText("没有等裁定的退单。").waitFor();
    const terms = (await house.story.trail("dispatcher", order)).map(({ term }) => term);
    expect(terms).toEqual(["派发", "签收", "申请退单", "驳回退单"]);
  });

  it("不派的：并入疑似重复、告知去处不予受理，只用键盘；来电人以前的诉求在旁边，也可以并入", async () => {
    const open = await accepted("三号楼电梯停运三天，老人下不了楼。");
    const repeat = await accepted("电梯停运三天了，三号楼的。");
    const page = await house.enter("dispatcher", `/desk/dispatch?open=${repeat}`);
    await page.getByText("疑似重复 1 件").first().waitFor();
    const caller = page.getByRole("region", { name: "来电人与此地" });
    await caller.getByText("以前反映过 1 件，还有 1 件没有办完。").waitFor();
    await caller.getByRole("button", { name: "并入这件" }).waitFor();
    await page.keyboard.press("F8");
    await page.getByRole("form", { name: "并单" }).getByText("三号楼电梯停运三天").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("form", { name: "派发" }).waitFor();
    await page.keyboard.press("F8");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^已并单：.* → .*。下一件已打开。$/).waitFor();
    expect(await orderOf(repeat)).toMatchObject({ outcome: "merged", mergedInto: open });
    // what others were merged into has to be handled
    await page.getByText("有别的诉求并入了这件。").first().waitFor();
    const lost = await accepted("请问外地的社保怎么转。");
    await page.goto(`${house.url}/desk/dispatch?open=${lost}`);
    await page.getByRole("button", { name: "不予受理" }).waitFor();
    await page.keyboard.press("Alt+N");
    const form = page.getByRole("form", { name: "不予受理" });
    await form.getByText("还差去处。").waitFor();
    expect(await barriers(page)).toEqual([]);
    await form.getByText("不在本市").click();
    await form.getByText("告知：这件事不在本市，请拨打当地区号加 12345。").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^已登记为不予受理：/).waitFor();
    expect(await orderOf(lost)).toMatchObject({ outcome: "refused", refusal: { route: "outsideCity" } });
    expect(house.hotline.faults).toEqual([]);
  });

  it("不满意待定：回访不满意的，派单员决定重办", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.handled("housing", order);
    await house.story.say("dispatcher", order, "review-pass");
    const said = { channel: "phone", rating: "dissatisfied", solved: false, text: "没有修好。" };
    await house.story.say("followUp", order, "follow-up", said);
    const page = await house.enter("dispatcher", "/desk/dispatch?queue=dissatisfied");
    await page.getByText("三号楼电梯停运三天").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "重办" }).click();
    await page.getByRole("form", { name: "重办" }).getByLabel("重办的要求").fill("请重新修好并回复。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("没有不满意、等着决定重办或归档的工单。").waitFor();
    expect((await house.story.read("dispatcher", order)).body.stage).toBe("handling");
  });

  it("批量：先预览，已由别人处理的跳过；派了每一件说结果", async () => {
    const texts = ["第一件事。", "第二件事。", "第三件事。"];
    const [taken] = [await accepted(texts[0]!), await accepted(texts[1]!), await accepted(texts[2]!)];
    const page = await house.enter("dispatcher", "/desk/dispatch");
    await page.getByText("第一件事").first().waitFor();
    for (const press of ["x", "j", "x", "j", "x"]) await page.keyboard.press(press);
    await page.getByText("选中 3 件").waitFor();
    await house.story.change("dispatcher", `/requests/${taken}`, "dispatch", { unit: "west" });
    await page.keyboard.press("Alt+K");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("将派发 3 件；其中 1 件现在不能派发，跳过。").waitFor();
    await page.keyboard.press("Control+Enter");
    await dialog.getByText("已派发 2 件。").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("没有待派的诉求。新登记的会自动出现在这里。").waitFor();
  });

  const looks = [{}, { colorScheme: "dark" as const }, { viewport: PHONE }];

  it("明暗、宽窄都没有障碍：待派的、批量预览", async () => {
    const request = await accepted("一号楼水管爆裂。");
    for (const options of looks) {
      const page = await house.enter("dispatcher", `/desk/dispatch?open=${request}`, options);
      await page.getByRole("form", { name: "派发" }).getByText("签收后").waitFor();
      await page.getByText("第一次来电反映。").waitFor();
      expect(await barriers(page)).toEqual([]);
    }
    const page = await house.enter("dispatcher", "/desk/dispatch");
    await page.getByRole("checkbox", { name: "选中这一行" }).first().check();
    await page.getByRole("button", { name: "预览批量派发" }).click();
    await page.getByRole("dialog").getByText("将派发 1 件。").waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it("明暗、宽窄都没有障碍：退单的", async () => {
    const order = await returned("housing");
    for (const options of looks) {
      const page = await house.enter("dispatcher", `/desk/dispatch?queue=returns&open=${order}`, options);
      await page.getByRole("region", { name: "单位说" }).getByText("道路归城管").waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
}, books);
