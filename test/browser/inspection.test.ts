/** 质检: an inspector's batch by keyboard, an agent's objection, its ruling, in a real browser. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { record } from "../../src/store/record.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import type { Person } from "../world/hotline.ts";
import { ledger } from "../world/ledger.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const MINUTE = 60_000;

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  let inspector: Person;

  beforeEach(async () => {
    inspector = await house.hotline.as("inspector");
    const made = ledger();
    for (const minutes of [30, 20]) {
      const at = house.hotline.now() - minutes * MINUTE;
      made.call(at, { answeredAt: at, endedAt: at + 3 * MINUTE, agent: "demo-agent" });
    }
    await record(house.hotline.db, house.hotline.platform.platform, made, house.hotline.now());
  });

  const drawn = async (): Promise<string[]> => {
    const { rows } = (await inspector.get("/inspection-samples?state=waiting")).body;
    return rows.map(({ id }: { id: string }) => id);
  };
  const draw = async () => {
    const day = (at: number) => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(at);
    const [from, until] = [day(house.hotline.now() - 60 * MINUTE), day(house.hotline.now())];
    const { status } = await inspector.post("/inspection-draws", { of: "call", rule: "random", from, until, count: 5 });
    expect(status).toBe(200);
  };
  const levels = { opening: 1, attitude: 2, elements: 1, answer: 1, record: 1, closing: 1 };

  it("只用键盘评完两件：打开、数字键定档、Tab 下一项、提交并下一件；没评全的不收", async () => {
    await draw();
    const page = await house.enter("inspector", "/desk/inspection");
    await page.getByText("话务员 demo-agent").first().waitFor();
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "评分" });
    await form.waitFor();
    for (const [at, digit] of ["1", "2", "1", "1", "1"].entries()) {
      await page.keyboard.press(digit);
      await form.getByText(`还差 ${5 - at} 项`).waitFor();
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Control+Enter");
    await form.getByText("还没有评结束语。").waitFor();
    await page.keyboard.press("1");
    await form.getByText("95 / 100 分").waitFor();
    await page.keyboard.press("Control+Enter");
    await form.getByText("还差 6 项").waitFor();
    for (let item = 0; item < 6; item += 1) {
      await page.keyboard.press("1");
      await page.keyboard.press("Tab");
    }
    await form.getByText("100 / 100 分").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("没有待评的样本。").waitFor();
    const { rows } = (await inspector.get("/inspection-samples?state=scored")).body;
    expect(rows.map(({ result }: { result: { points: number } }) => result.points).sort()).toEqual([10_000, 9500]);
    expect(house.hotline.faults).toEqual([]);
  });

  it("话务员提异议，热线办裁定改判；结果按改判的算", async () => {
    await draw();
    const [id] = await drawn();
    await inspector.post(`/inspection-samples/${id}/score`, { levels, note: "语速偏快。" });
    const agent = await house.enter("agent", "/desk/inspection");
    await agent.getByText("话务员 demo-agent").first().click();
    await agent.getByText("语速偏快。").waitFor();
    await agent.keyboard.press("Alt+Y");
    await agent.getByLabel("哪一项评得不对，为什么").fill("来电人要求快一点。");
    await agent.keyboard.press("Control+Enter");
    await agent.getByText("已提异议，等热线办裁定。").waitFor();
    const office = await house.enter("office", `/desk/inspection?queue=objected&sample=${id}`);
    await office.getByText("来电人要求快一点。").waitFor();
    await office.keyboard.press("Control+Enter");
    await office.getByText("还没有选成立不成立。").waitFor();
    await office.getByText("成立", { exact: true }).click();
    await office.getByLabel("改判为多少分").fill("98");
    await office.getByLabel("理由").fill("情况属实。");
    await office.keyboard.press("Control+Enter");
    await office.getByText("改判 98 分").waitFor();
    await office.goto(`${house.url}/desk/inspection?queue=results`);
    await office.getByText("98.00%").waitFor();
  });

  it("抽样写明种子；没有可抽的说清楚；还没评到的话务员看到一句话", async () => {
    const page = await house.enter("inspector", "/desk/inspection?queue=draws");
    await page.getByText("还没有抽过。").waitFor();
    await page.getByText("不满意", { exact: true }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("这个时段没有合乎条件、还没抽过的。").waitFor();
    const agent = await house.enter("agent", "/desk/inspection");
    await agent.getByText("还没有评到您的。").waitFor();
  });

  it("明暗、宽窄都没有障碍", async () => {
    await draw();
    const [id] = await drawn();
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("inspector", `/desk/inspection?sample=${id}`, options);
      await page.getByRole("form", { name: "评分" }).waitFor();
      await page.getByText("没有交来录音").waitFor();
      expect(await barriers(page)).toEqual([]);
    }
    await inspector.post(`/inspection-samples/${id}/score`, { levels, note: null });
    for (const queue of ["draws", "results", `scored&sample=${id}`]) {
      const page = await house.enter("office", `/desk/inspection?queue=${queue}`);
      await page
        .getByText(/抽过的来电|得分率|95 \/ 100 分/)
        .first()
        .waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
}, books);
