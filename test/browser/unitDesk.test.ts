/** 承办单位台: a liaison's day, in a real browser. */
import sharp from "sharp";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  let order: string;

  beforeEach(async () => {
    order = await house.story.dispatched("housing");
  });

  const terms = async (id = order) => (await house.story.trail("dispatcher", id)).map(({ term }) => term);

  it("签收、登记联系、办结，只用键盘；经过里都有", async () => {
    const page = await house.enter("liaison", "/desk/", { unit: "housing" });
    await page.getByText("三号楼电梯停运三天").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "签收", exact: true }).waitFor();
    await page.keyboard.press("Alt+S");
    await page.getByRole("form", { name: "签收" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("已签收，办理期限从现在算起。").waitFor();
    await page.getByRole("list", { name: "期限的日子" }).getByText("到期").waitFor();
    await page.keyboard.press("Alt+O");
    const form = page.getByRole("form", { name: "办结反馈" });
    await form.waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差给当事人的答复（公开）。").waitFor();
    await form.getByText("已解决", { exact: true }).click();
    await form.getByLabel("给当事人的答复（公开）").fill("电梯已修好，今天恢复运行。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("已办结，等审核和回访。").waitFor();
    expect(await terms()).toEqual(["派发", "签收", "办结反馈"]);
    expect(house.hotline.faults).toEqual([]);
  });

  it("延期按工单的期限计：紧急的问几小时，写几就延几小时，派单员看到的也是小时", async () => {
    const urgent = await house.story.dispatched("housing", {}, { urgent: true });
    await house.story.say("housing", urgent, "acknowledgement");
    const page = await house.enter("liaison", `/desk/unit?queue=handle&order=${urgent}`, { unit: "housing" });
    await page.getByRole("button", { name: "申请延期" }).click();
    const form = page.getByRole("form", { name: "申请延期" });
    await form.getByLabel("延长几小时").fill("25");
    await form.getByText("最多").waitFor();
    await form.getByLabel("延长几小时").fill("3");
    await form.getByLabel("理由").fill("要等配件。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("已申请延期，等热线批复。").waitFor();
    const desk = await house.enter("dispatcher", `/desk/dispatch?queue=extensions&open=${urgent}`);
    await desk.getByRole("region", { name: "延期申请" }).getByText("3 小时").waitFor();
    const before = (await house.story.read("dispatcher", urgent)).body.assignments[0].dueAt;
    const { assignments } = (await house.story.say("dispatcher", urgent, "extension-grant")).body;
    expect(Date.parse(assignments[0].dueAt) - Date.parse(before)).toBe(3 * 3_600_000);
    expect(house.hotline.faults).toEqual([]);
  });

  it("选几件一起签收：先说将做什么，别人先动了的跳过并说明；空的队列说没有", async () => {
    const [second, third] = [await house.story.dispatched("housing"), await house.story.dispatched("housing")];
    const page = await house.enter("liaison", "/desk/unit", { unit: "housing" });
    await page.getByRole("row").nth(3).waitFor();
    for (const _ of [order, second, third]) {
      await page.keyboard.press("X");
      await page.keyboard.press("J");
    }
    await page.getByRole("heading", { name: "选中 3 件" }).waitFor();
    await page.keyboard.press("Alt+S");
    await page.getByText("将签收 3 件").waitFor();
    await house.story.say("supervisor", third, "reminder", { text: "请尽快。" });
    await page.keyboard.press("Control+Enter");
    await page.getByText("有 1 件没有签收").waitFor();
    expect(await terms(order)).toContain("签收");
    expect(await terms(second)).toContain("签收");
    expect(await terms(third)).toEqual(["派发", "催办"]);
    await page.getByText("将签收 1 件").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("已签收 1 件，办理期限从现在算起。").waitFor();
    expect(await terms(third)).toContain("签收");
    await page.getByRole("button", { name: /^被驳回/ }).click();
    await page.getByText("没有退单被驳回、要接着办的工单。").waitFor();
  });

  it("批量退单是一次申请，有一件不能退就一件都不退，说明是哪一件", async () => {
    const second = await house.story.dispatched("housing");
    for (const id of [order, second]) await house.story.say("housing", id, "acknowledgement");
    const page = await house.enter("liaison", "/desk/unit?queue=handle", { unit: "housing" });
    await page.getByRole("row").nth(2).waitFor();
    await page.keyboard.press("X");
    await page.keyboard.press("J");
    await page.keyboard.press("X");
    await page.keyboard.press("Alt+T");
    await page.getByLabel("退单原因").fill("不归本单位");
    await page.getByLabel("依据和说明").fill("目录写明归物业主管部门。");
    await house.story.say("housing", second, "return-request", { reason: "不归本单位", text: "单独退的。" });
    await page.keyboard.press("Control+Enter");
    const { number } = (await house.story.read("housing", second)).body;
    await page.getByText(`工单 ${number}：`).waitFor();
    expect(await terms(order)).toEqual(["派发", "签收"]);
    await house.story.say("dispatcher", second, "return-rejection", { text: "请一起退。" });
    await page.keyboard.press("Control+Enter");
    await page.getByText("已申请退回 2 件，等热线裁定。").waitFor();
    expect(await terms(order)).toEqual(["派发", "签收", "申请退单"]);
    expect((await terms(second)).slice(-2)).toEqual(["驳回退单", "申请退单"]);
  });

  it("传照片：缩小后传上去，清单里看得到", async () => {
    await house.story.say("housing", order, "acknowledgement");
    const page = await house.enter("liaison", `/desk/unit?queue=handle&order=${order}`, { unit: "housing" });
    await page.getByText("还没有照片和附件。").waitFor();
    const noise = {
      create: {
        width: 3000,
        height: 2000,
        channels: 3 as const,
        noise: { type: "gaussian" as const, mean: 128, sigma: 40 },
        background: "#888",
      },
    };
    const buffer = await sharp(noise).jpeg({ quality: 95 }).toBuffer();
    await page
      .getByLabel("选照片或文件", { exact: true })
      .last()
      .setInputFiles({ name: "修复后.jpeg", mimeType: "image/jpeg", buffer });
    await page.getByRole("link", { name: "修复后.jpg" }).waitFor();
    const [kept] = (await house.story.people.housing!.get(`/orders/${order}/attachments`)).body;
    expect(kept).toMatchObject({ name: "修复后.jpg", type: "image/jpeg" });
    expect(kept.size).toBeLessThan(buffer.length);
    const { width } = await sharp((await house.story.people.housing!.get(`/attachments/${kept.id}`)).raw).metadata();
    expect(width).toBe(2048);
  });

  it("填到一半刷新，填的还在；别人先动了，说清楚，看了最新情况填的还在", async () => {
    await house.story.say("housing", order, "acknowledgement");
    const page = await house.enter("liaison", `/desk/unit?queue=handle&order=${order}`, { unit: "housing" });
    await page.getByRole("button", { name: "办结反馈" }).click();
    await page.getByLabel("给当事人的答复（公开）").fill("写到一半");
    await page.reload();
    await page.getByRole("button", { name: "办结反馈" }).click();
    const typed = page.getByLabel("给当事人的答复（公开）");
    await expect.poll(() => typed.inputValue()).toBe("写到一半");
    await page.getByText("未解决", { exact: true }).click();
    await house.story.say("supervisor", order, "reminder", { text: "当事人又来电。" });
    await page.keyboard.press("Control+Enter");
    const newest = page.getByRole("button", { name: "看最新情况，保留我填的" });
    // the page hears of the reminder by itself too: whichever is first
    await newest.or(page.getByText("已办结，等审核和回访。")).first().waitFor();
    if (await newest.isVisible()) {
      await newest.click();
      await newest.waitFor({ state: "hidden" });
      expect(await typed.inputValue()).toBe("写到一半");
      await page.keyboard.press("Control+Enter");
      await page.getByText("已办结，等审核和回访。").waitFor();
    }
  });

  it("手机上：一件三行，点开只看这件，底栏办下一步；打印的交办单一页", async () => {
    const page = await house.enter("liaison", "/desk/unit", { unit: "housing", viewport: PHONE });
    await page.getByText("三号楼电梯停运三天").first().click();
    const bar = page.getByRole("toolbar", { name: "主要的动作" });
    await bar.getByRole("button", { name: "签收" }).click();
    await page.getByRole("form", { name: "签收" }).getByRole("button", { name: "签收" }).click();
    await page.getByText("已签收，办理期限从现在算起。").waitFor();
    expect((await bar.getByRole("button").first().boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await page.getByRole("button", { name: "回清单" }).click();
    await page.getByText("没有待签收的工单。").waitFor();
    await page.goto(`${house.url}/desk/print/${order}`);
    await page.getByRole("heading", { name: /交办单/ }).waitFor();
    await page.getByText("办结反馈：").first().waitFor();
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(1);
  });

  it("明暗、宽窄都没有障碍", async () => {
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("liaison", `/desk/unit?order=${order}`, { unit: "housing", ...options });
      await page.getByRole("button", { name: "签收", exact: true }).first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.goto(`${house.url}/desk/print/${order}?sheet=trail`);
      await page.getByRole("heading", { name: "工单办理经过" }).waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
}, books);
