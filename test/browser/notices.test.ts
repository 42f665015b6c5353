/** 通知: what a unit and a role are told, read where they work, in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const unreadOf = async (who: string) => (await house.story.people[who]!.get("/notices?limit=1")).body.unread;

  it("联络员读通知：顶栏有未读数，只用键盘打开，打开的标为已读，接着在旁边办；热线的通知也在这里", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.say("supervisor", order, "reminder", { text: "请尽快。" });
    await house.story.people.office!.post("/announcements", { units: ["housing"], text: "下周一开会。" });
    const page = await house.enter("liaison", "/desk/unit", { unit: "housing" });
    await page.getByRole("link", { name: "通知 3 条未读" }).click();
    const list = page.getByRole("region", { name: "通知清单" });
    await list.getByText(/^未读 催办：工单 \S+。$/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await list.getByRole("row", { name: /催办/ }).click();
    await page.getByText(/先读。$/).waitFor();
    await page.getByRole("link", { name: "通知 2 条未读" }).waitFor();
    await page.getByRole("button", { name: "签收", exact: true }).waitFor();
    await page.keyboard.press("Alt+S");
    await page.getByRole("form", { name: "签收" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("已签收，办理期限从现在算起。").waitFor();
    await list.getByText(/下周一开会。/).click();
    await page.getByRole("heading", { name: "热线办通知" }).waitFor();
    await expect.poll(() => unreadOf("housing")).toBe("1");
    // somebody's reading stays where he was
    await page.reload();
    await page.getByRole("heading", { name: "热线办通知" }).waitFor();
    expect(house.hotline.faults).toEqual([]);
  });

  it("新的通知不用刷新就看得到；派单员的通知打开就能裁定", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.say("housing", order, "acknowledgement");
    const page = await house.enter("dispatcher", "/desk/notices");
    await page.getByText("没有通知。").waitFor();
    await house.story.say("housing", order, "return-request", { reason: "不归本单位", text: "职能在别处。" });
    await page.getByText(/申请退单，请裁定。$/).click();
    await page.getByRole("button", { name: "驳回退单" }).waitFor();
  });

  it("没有人通知的角色，顶栏没有这一项", async () => {
    const page = await house.enter("inspector", "/desk/inspection");
    await page.getByRole("link", { name: "质检" }).waitFor();
    expect(await page.getByRole("link", { name: /^通知/ }).count()).toBe(0);
  });

  it("手机：底栏在待办、超期、通知、我的之间走；开着工单时让位给它的动作；没有障碍", async () => {
    await house.story.dispatched("housing");
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await house.enter("liaison", "/desk/unit", { unit: "housing", viewport: PHONE, colorScheme });
      const bottom = page.getByRole("navigation", { name: "手机底栏" });
      await bottom.getByRole("link", { name: "超期" }).click();
      await page.getByText("没有超期的工单。").waitFor();
      await bottom.getByRole("link", { name: "我的" }).click();
      await page.getByText("本月（按回访时间计）").waitFor();
      expect(await barriers(page)).toEqual([]);
      expect((await bottom.getByRole("link").first().boundingBox())!.height).toBeGreaterThanOrEqual(44);
      await bottom.getByRole("link", { name: /^通知/ }).click();
      const told = page.getByText(/请签收。$/).first();
      await told.waitFor();
      expect(await barriers(page)).toEqual([]);
      await told.click();
      await page.getByRole("toolbar", { name: "主要的动作" }).getByRole("button", { name: "签收" }).waitFor();
      await bottom.waitFor({ state: "hidden" });
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: "回清单" }).click();
      await bottom.getByRole("link", { name: "待办" }).click();
      await page.getByText("三号楼电梯停运三天").first().waitFor();
    }
    expect(house.hotline.faults).toEqual([]);
  });
}, books);
