/** 案例: taken from the ledger, written anew by two people at once, chosen for the month; in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { civilDateOf } from "../../src/domain/calendar/zone.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const month = () => civilDateOf(house.hotline.now(), house.hotline.platform.zone).slice(0, 7);
  const praised = async () => {
    const { story } = house;
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    const rating = { channel: "phone", rating: "satisfied", solved: true, text: "很快，谢谢。" };
    await story.say("followUp", order, "follow-up", rating);
    return order;
  };
  const taken = async (): Promise<string> => {
    const order = await praised();
    const answer = await house.story.people.office!.post("/report-cases", { month: month(), kind: "typical", order });
    return answer.body.id;
  };

  it("从账本里挑一件写成案例，改写，选入月报；各稿都在", async () => {
    await praised();
    const page = await house.enter("analyst", `/desk/cases?month=${month()}`);
    await page.getByText("满意并有表扬的话").waitFor();
    await page.getByRole("button", { name: "写成典型案例" }).click();
    const pane = page.getByRole("region", { name: "这个案例" });
    await pane.getByRole("button", { name: "改写" }).click();
    await pane.getByLabel("标题").fill("当日修好电梯");
    await pane.getByLabel("正文").fill("市民住和平路12号3栋201，来电13800001234反映电梯停运。\n当日修复。");
    const told = pane.getByText("能认出人的话，存下时隐去");
    await told.getByText("“住和平路12号3栋201”写成“住（住址略）”").waitFor();
    await told.getByText("“13800001234”写成“（电话略）”").waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/case-hidden.png`, fullPage: true });
    await page.keyboard.press("Control+Enter");
    await pane.getByText("市民住（住址略），来电（电话略）反映电梯停运。").waitFor();
    await pane.getByRole("button", { name: "选入月报" }).click();
    await pane.getByText("已选入").waitFor();
    await page
      .getByRole("region", { name: "各稿" })
      .getByText(/^第 1 稿/)
      .waitFor();
    await page.getByText("已经写成案例。").waitFor();
    expect(house.hotline.faults).toEqual([]);
  }, 60_000);

  it("两个人同时改：后存的看得到别人那一稿，自己写的还在，看过再存，谁的也没有丢", async () => {
    const id = await taken();
    const address = `/desk/cases?month=${month()}&case=${id}`;
    const [one, other] = [await house.enter("office", address), await house.enter("analyst", address)];
    for (const [page, text] of [
      [one, "甲写的经过。"],
      [other, "乙写的经过。"],
    ] as const) {
      await page.getByRole("button", { name: "改写" }).click();
      await page.getByLabel("正文").fill(text);
    }
    await one.keyboard.press("Control+Enter");
    await one.getByRole("region", { name: "这个案例" }).getByText("甲写的经过。").waitFor();
    await other.getByRole("button", { name: "存为新的一稿" }).click();
    await other.getByText("这个案例刚被别人改过。").waitFor();
    await other.getByRole("button", { name: "看最新情况，保留我填的" }).click();
    await other.getByRole("region", { name: "别人刚改的" }).getByText("甲写的经过。").waitFor();
    expect(await other.getByLabel("正文").inputValue()).toBe("乙写的经过。");
    await other.getByRole("button", { name: "看过了，在这一稿之后保存我写的" }).click();
    await other.keyboard.press("Control+Enter");
    await other.getByText(/^第 3 稿/).waitFor();
    await other.getByText(/^第 2 稿/).click();
    await other.getByRole("region", { name: "各稿" }).getByText("甲写的经过。").waitFor();
  }, 60_000);

  it("手机上写成一个案例，翻到写的地方", async () => {
    // as many to choose from as fill the screen
    for (let time = 0; time < 5; time += 1) await praised();
    await taken();
    const page = await house.enter("office", `/desk/cases?month=${month()}`, { viewport: PHONE });
    await page.getByRole("region", { name: "写了的" }).getByRole("listitem").getByRole("link").click();
    const pane = page.getByRole("region", { name: "这个案例" });
    await pane.getByRole("button", { name: "改写" }).waitFor();
    const { y } = (await pane.boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(PHONE.height - 80);
  }, 60_000);

  it("明暗、宽窄都没有障碍", async () => {
    const id = await taken();
    for (const [no, options] of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }].entries()) {
      const page = await house.enter("office", `/desk/cases?month=${month()}&case=${id}`, options);
      await page.getByRole("button", { name: "改写" }).click();
      await page.getByText("账本里可以写的").waitFor();
      expect(await barriers(page)).toEqual([]);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/case-${no}.png`, fullPage: true });
      await page.context().close();
    }
  }, 60_000);
}, books);
