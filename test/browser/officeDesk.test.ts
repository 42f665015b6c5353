/** 热线办: rulings that are convened, memoranda, summons and what units are told, in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  /** 两次退单，提请会商 */
  async function convened() {
    const { story } = house;
    const order = await story.dispatched("housing");
    const refuses = async (unit: string, text: string) => {
      await story.say(unit, order, "acknowledgement");
      await story.say(unit, order, "return-request", { reason: "不归本单位", text });
    };
    await refuses("housing", "归城管。");
    await story.say("dispatcher", order, "return-acceptance", { to: { unit: "streets" }, text: "改派城管。" });
    await refuses("streets", "归住建。");
    await story.say("dispatcher", order, "arbitration", { text: "两家互相退。" });
    return order;
  }

  it("会商结论、备忘录、派单目录一次写成，只用键盘；以后按新目录派", async () => {
    const order = await convened();
    const page = await house.enter("office", "/desk/");
    await page.getByText("三号楼电梯停运三天").first().waitFor();
    await page.keyboard.press("Enter");
    const units = page.getByRole("region", { name: "单位说" });
    await units.getByText("归住建。").waitFor();
    await units.getByText("归城管。").waitFor();
    await page.keyboard.press("Alt+M");
    const form = page.getByRole("form", { name: "会商结论" });
    await form.getByLabel("主办单位定为").focus();
    await page.keyboard.type("住建");
    await page.keyboard.press("Enter");
    await form.getByRole("textbox", { name: "会议备忘录" }).fill("电梯归住建牵头，城管配合。");
    await form.getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await form.getByLabel("自哪天起").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("会商结论已记下。").waitFor();
    await page.getByText("没有等会商结论的工单。派单员提请会商的会出现在这里。").waitFor();
    expect((await house.story.read("office", order)).body.lead).toBe("housing");
    const rows = (await house.story.people.office!.get("/rules?kind=directory&q=h1")).body.rows;
    expect(rows).toMatchObject([{ key: "h1", value: { unit: "housing", basis: "会议备忘录" } }]);
    expect(house.hotline.faults).toEqual([]);
  });

  it("通知单位：没选单位不发，说还差什么；发了看得见谁没读", async () => {
    const page = await house.enter("office", "/desk/office?queue=told");
    await page.getByText("还没有发过通知。在右边写一条。").waitFor();
    await page.getByLabel("内容").fill("请于周三前核对联络员。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差发给哪些单位。").waitFor();
    await page.getByText("全部单位", { exact: true }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("已通知 6 个单位。").waitFor();
    await page.getByText("6 个单位，6 个没有读").waitFor();
    const [notice] = (await house.story.people.housing!.get("/notices")).body.rows;
    expect(notice.sentence).toBe("热线办通知：请于周三前核对联络员。");
  });

  it("会商：明暗、宽窄都没有障碍", async () => {
    const order = await convened();
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("office", `/desk/office?open=${order}`, options);
      await page.getByRole("button", { name: "会商结论", exact: true }).click();
      await page.getByRole("form", { name: "会商结论" }).getByRole("checkbox").check();
      await page.getByLabel("自哪天起").waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });

  it("通知：明暗、宽窄都没有障碍", async () => {
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("office", "/desk/office?queue=told", options);
      await page.getByText("还没有发过通知。在右边写一条。").waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
}, books);
