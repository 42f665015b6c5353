/** 我的设置: how the pages look and which keys one presses, the same from another machine, in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const settings = async () => (await house.story.people.housing!.get("/session/settings")).body;
  const enter = (path: string, options = {}) => house.enter("liaison", path, { unit: "housing", ...options });

  it("明暗和字的大小：选了马上变，换一台机器登录也一样", async () => {
    const page = await enter("/desk/mine");
    const looks = page.getByRole("region", { name: "样子" });
    await looks.getByText("暗色").click();
    await page.locator("html[data-scheme=dark]").waitFor();
    await looks.getByText("特大").click();
    await page.locator("html[data-text=largest]").waitFor();
    await expect.poll(settings).toMatchObject({ scheme: "dark", textSize: "largest" });
    const size = await page.evaluate("getComputedStyle(document.querySelector('main h2')).fontSize");
    expect(Number.parseFloat(String(size))).toBeCloseTo(18, 0);
    expect(await barriers(page)).toEqual([]);
    const other = await enter("/desk/unit", { colorScheme: "light" });
    await other.locator("html[data-scheme=dark][data-text=largest]").waitFor();
    expect(await barriers(other)).toEqual([]);
    expect(house.hotline.faults).toEqual([]);
  });

  it("快捷键：冲突的拒绝并说出来；改了的在各页起作用、按钮上也变；选字时不动；还原", async () => {
    const order = await house.story.dispatched("housing");
    const page = await enter("/desk/mine");
    const keys = page.getByRole("region", { name: "我的快捷键" });
    await keys.getByRole("button", { name: "改 Alt S" }).click();
    await keys.getByText("请按要改成的键；Esc 不改").waitFor();
    await page.keyboard.press("Alt+T");
    await keys.getByText("“Alt T”已经用作“申请退单、试算”。").waitFor();
    await keys.getByRole("button", { name: "改 Alt S" }).click();
    await page.keyboard.press("Alt+Q");
    await keys.getByText("“Alt S”已改成“Alt Q”。").waitFor();
    expect((await settings()).keys).toEqual({ "Alt+S": "Alt+Q" });
    expect(await barriers(page)).toEqual([]);
    const other = await enter(`/desk/unit?order=${order}`);
    await other.getByRole("button", { name: "签收", exact: true }).first().waitFor();
    await other.locator('[data-cap="Alt Q"]').first().waitFor();
    await other.keyboard.press("Alt+S");
    await other.keyboard.press("F1");
    await other.getByRole("dialog").getByRole("row", { name: "Alt Q 签收" }).waitFor();
    expect(await other.getByRole("form", { name: "签收" }).count()).toBe(0);
    await other.keyboard.press("Escape");
    await other.getByRole("dialog").waitFor({ state: "hidden" });
    await other.keyboard.press("Alt+Q");
    await other.getByRole("form", { name: "签收" }).waitFor();
    await keys.getByRole("button", { name: "全部还原" }).click();
    await keys.getByText("快捷键已全部还原。").waitFor();
    expect((await settings()).keys).toEqual({});
    expect(house.hotline.faults).toEqual([]);
  });

  it("改了的键，输入法选字时也不动", async () => {
    const order = await house.story.dispatched("housing");
    await house.story.say("housing", order, "acknowledgement");
    const chosen = { scheme: "light", textSize: "usual", keys: { "Alt+T": "F4" } };
    await house.story.people.housing!.post("/session/settings", chosen);
    const page = await enter(`/desk/unit?queue=handle&order=${order}`);
    await page.locator('[data-cap="F4"]').first().waitFor();
    await page.getByRole("button", { name: "办结反馈" }).click();
    const typed = page.getByLabel("给当事人的答复（公开）");
    await typed.focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Input.imeSetComposition", { text: "dianti", selectionStart: 6, selectionEnd: 6 });
    await page.keyboard.press("F4");
    await page.keyboard.press("Control+Enter");
    await cdp.send("Input.insertText", { text: "电梯" });
    await expect.poll(() => typed.inputValue()).toBe("电梯");
    expect(await page.getByRole("form", { name: "申请退单" }).count()).toBe(0);
  });

  it("退出以后，下一个人从自己的键和字开始；手机上没有障碍", async () => {
    const page = await enter("/desk/mine", { viewport: PHONE });
    await page.getByRole("region", { name: "样子" }).getByText("特大").click();
    await expect.poll(settings).toMatchObject({ textSize: "largest" });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.locator("html[data-text=usual]").waitFor();
  });
}, books);
