/** 坏网络: what is done while the answer is lost, or nothing arrives at all, in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, deaf, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  it("登记收到了而答复丢了：改了字再交，不登两件，说登上的是先前那一版；再交一次就结束", async () => {
    const page = await house.enter("agent", "/desk/calls?call=none");
    await page.getByLabel("诉求内容").fill("楼道灯坏了三天。");
    await page.getByRole("radio", { name: "投诉" }).press("3");
    for (const [field, initials] of Object.entries({ 分类: "wygl", 地点: "dhq" })) {
      await page.getByRole("combobox", { name: field }).fill(initials);
      await page.keyboard.press("Enter");
    }
    await page.getByText("可以提交了。").waitFor();
    const network = await deaf(page, "**/api/v1/requests");
    await page.keyboard.press("Control+Enter");
    await network.arrived;
    await page.reload();
    await network.mend();
    await page.getByLabel("诉求内容").fill("楼道灯坏了五天。");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("登上的是先前送出的那一版").waitFor();
    expect(await page.getByLabel("诉求内容").inputValue()).toContain("五天");
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await page.getByText("已登记，交派单台：").waitFor();
    const { rows, total } = (await house.story.people.agent!.get("/requests")).body;
    expect(total).toBe("1");
    expect(rows[0].text).toContain("三天");
    expect(house.hotline.faults).toEqual([]);
  });

  it("退出时没有连上：说还没有退出，刷新也不放人进去；连上了才算退出", async () => {
    const page = await house.enter("liaison", "/desk/mine", { unit: "housing" });
    const session = async () => (await page.context().request.get(`${house.url}/api/v1/session`)).status();
    await page.route("**/api/v1/session", (route) =>
      route.request().method() === "DELETE" ? route.abort("internetdisconnected") : route.continue(),
    );
    await page.getByRole("button", { name: "退出登录" }).click();
    const said = page.getByRole("alert").getByRole("heading", { name: "还没有退出" });
    await said.waitFor();
    expect(await session()).toBe(200);
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await said.waitFor();
    expect(await page.getByText("市住建局").count()).toBe(0);
    await page.unroute("**/api/v1/session");
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.getByRole("heading", { name: "热线工作台" }).waitFor();
    expect(await session()).toBe(401);
    await page.reload();
    await page.getByRole("heading", { name: "热线工作台" }).waitFor();
    expect(house.hotline.faults).toEqual([]);
  });

  it("收实时的那个窗口关了：接着收的窗口把这之间的也补上", async () => {
    const first = await house.enter("liaison", "/desk/notices", { unit: "housing" });
    await first.getByText("没有通知。").waitFor();
    const live = "**/api/v1/live";
    const second = await first.context().newPage();
    let go = () => {};
    const isTime = new Promise<void>((resolve) => {
      go = resolve;
    });
    await second.route(live, async (route) => {
      await isTime;
      await route.continue();
    });
    await second.goto(`${house.url}/desk/notices`);
    await second.getByText("没有通知。").waitFor();
    // what the first hears the second hears too
    await house.story.people.office!.post("/announcements", { units: ["housing"], text: "下周一开会。" });
    await second.getByText("下周一开会。").first().waitFor();
    const asked = second.waitForRequest(live);
    await first.close();
    await asked;
    await house.story.people.office!.post("/announcements", { units: ["housing"], text: "今晚停水，请值守。" });
    go();
    await second.getByText("今晚停水，请值守。").first().waitFor();
    expect(house.hotline.faults).toEqual([]);
  });
}, books);
