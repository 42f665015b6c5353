/** 知识库: an agent finds and answers, the office and a unit write, in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const lift = {
  title: "电梯困人和停运怎么报修",
  answer: "先打维保单位的电话；停运超过二十四小时，由住建部门督促。",
  text: "电梯困人请立即拨打轿厢内的应急电话。物业应当在三十分钟内到场。",
  materials: "房号\n电梯编号",
  unit: "housing",
  source: "云住建〔2022〕8号",
  from: "2022-01-01",
  until: null as string | null,
};

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  const written = async (given: object = {}): Promise<string> =>
    (await house.story.people.office!.post("/articles", { ...lift, ...given })).body.id;

  it("话务员只用键盘：检索两个字，打开，采用，报错；没找到的记下来", async () => {
    await written();
    const page = await house.enter("agent", "/desk/knowledge");
    await page.getByText("电梯困人和停运怎么报修").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("维保");
    await page.locator(".found mark").getByText("维保").first().waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "采用", exact: true }).waitFor();
    await page.keyboard.press("F9");
    await page.getByText("已采用，本月又记一次。").waitFor();
    await page.getByText("1 次").waitFor();
    await page.keyboard.press("Alt+U");
    await page.getByRole("form", { name: "报错" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差一句话。").waitFor();
    await page.getByLabel("哪里不对，一句话").fill("电话停用了");
    await page.keyboard.press("Control+Enter");
    await page.getByText("已报错，热线办和市住建局会收到。").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("加装补贴");
    await page.getByText(/没有找到“维保加装补贴”/).waitFor();
    await page.keyboard.press("Alt+W");
    await page.getByLabel("问的是什么，没有找到").fill("加装电梯补多少");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("form", { name: "记下没找到的" }).waitFor({ state: "hidden" });
    expect((await house.story.people.office!.get("/open-questions")).body.rows[0].text).toBe("加装电梯补多少");
    expect(house.hotline.faults).toEqual([]);
  });

  it("过期的划去，不能采用，说清由谁续期；责任单位续期以后就能采用", async () => {
    const id = await written({ until: "2022-09-30" });
    const page = await house.enter("agent", `/desk/knowledge?article=${id}`);
    const adopt = page.getByRole("button", { name: "采用", exact: true });
    await adopt.waitFor();
    expect(await adopt.getAttribute("aria-disabled")).toBe("true");
    await page.getByText("请市住建局续期；急用请先问市住建局。").waitFor();
    await page.keyboard.press("F9");
    expect((await house.story.people.agent!.get(`/articles/${id}`)).body.usedThisMonth).toBe(0);
    const own = await house.enter("liaison", `/desk/knowledge?article=${id}`, { unit: "housing" });
    await own.getByRole("button", { name: "续期", exact: true }).waitFor();
    await own.keyboard.press("Alt+Y");
    await own.getByLabel("依据").fill("云住建函〔2026〕3号");
    await own.keyboard.press("Control+Enter");
    await own.getByText("已续期，马上可以采用。").waitFor();
    await own.getByText("长期有效").first().waitFor();
  });

  it("单位提议，热线办审定；写到一半刷新，写的还在", async () => {
    const page = await house.enter("liaison", "/desk/knowledge", { unit: "housing" });
    await page.getByText("知识库还是空的。").waitFor();
    await page.keyboard.press("Alt+N");
    await page.getByLabel("标题").fill("物业维修资金怎么用");
    await page.reload();
    await page.getByLabel("标题").waitFor();
    await expect.poll(() => page.getByLabel("标题").inputValue()).toBe("物业维修资金怎么用");
    await page.getByLabel("答复要点（读给来电人听）").fill("由业委会申请。");
    await page.getByLabel("全文").fill("维修资金的使用由相关业主表决。");
    await page.getByLabel("来源（文件、通知、答复）").fill("云住建〔2022〕9号");
    await page.keyboard.press("Control+Enter");
    await page.getByText("提议，还没有审定").waitFor();
    const office = await house.enter("office", "/desk/knowledge?queue=proposed");
    await office.getByText("物业维修资金怎么用").first().click();
    await office.getByRole("button", { name: "审提议" }).waitFor();
    await office.keyboard.press("Alt+A");
    await office.getByText("由业委会申请。").last().waitFor();
    await office.getByText("同意", { exact: true }).click();
    await office.keyboard.press("Control+Enter");
    await office.getByText("已同意，现在就是现行的一版。").waitFor();
    expect((await house.story.people.agent!.get("/articles?q=维修资金")).body.total).toBe("1");
  });

  it("明暗、宽窄都没有障碍", async () => {
    const id = await written();
    await written({ title: "老规定", until: "2022-09-30" });
    for (const options of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("office", `/desk/knowledge?article=${id}`, options);
      await page.getByRole("button", { name: "采用", exact: true }).waitFor();
      expect(await barriers(page)).toEqual([]);
    }
    const page = await house.enter("office", "/desk/knowledge?write=new");
    await page.getByLabel("标题").waitFor();
    expect(await barriers(page)).toEqual([]);
  });
}, books);
