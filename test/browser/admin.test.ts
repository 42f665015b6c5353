/** 系统管理: an administrator's day, in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { addDays, dateWords } from "../../src/domain/calendar/civil.ts";
import { civilDateOf } from "../../src/domain/calendar/zone.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  const today = () => civilDateOf(house.hotline.now(), "Asia/Shanghai");

  it("新增一个人、给初始口令、停用，只用键盘填；太弱的口令说清怎么改", async () => {
    const page = await house.enter("administrator", "/desk/admin");
    await page.getByText("demo-administrator").first().waitFor();
    await page.keyboard.press("Alt+A");
    const form = page.getByRole("form", { name: "新增账号" });
    await form.waitFor();
    await page.keyboard.press("Control+Enter");
    await form.getByText("还差姓名。").waitFor();
    await form.getByLabel("工号").fill("0017");
    await form.getByLabel("姓名").fill("李测试");
    await form.getByLabel("角色").focus();
    await page.keyboard.type("派单");
    await page.getByTitle("派单员").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "李测试" }).waitFor();
    await page.keyboard.press("Alt+K");
    await page.getByRole("textbox", { name: "初始口令" }).fill("太短");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("口令太短。").waitFor();
    await page.getByRole("button", { name: "生成一个" }).click();
    await page.getByRole("button", { name: "给这个口令" }).click();
    await page.getByText("初始口令已经给了，本人登录后要改。").waitFor();
    await page.getByRole("button", { name: "停用", exact: true }).click();
    await page.getByText("已停用，立即退出登录。").waitFor();
    const { rows } = (await house.story.people.administrator!.get("/accounts?q=0017")).body;
    expect(rows).toMatchObject([{ number: "0017", role: "dispatcher", passwordTemporary: true }]);
    expect(rows[0].disabledAt).not.toBe(null);
    expect(house.hotline.faults).toEqual([]);
  });

  it("新增以前先试算：期限各到哪天，待派的会改派给谁；改了字就要重算；用在哪看得见", async () => {
    await house.story.accepted();
    const page = await house.enter("administrator", "/desk/admin?part=rules&kind=limit");
    await page.getByRole("row", { name: /办结/ }).first().click();
    const uses = page.getByRole("region", { name: "这条规则用在哪" });
    await uses.getByText("按时办结率").waitFor();
    await page.keyboard.press("Alt+A");
    await page.getByText("填了自哪天起才能试算。").waitFor();
    await page.getByLabel("自哪天起").fill(today());
    await page.keyboard.press("Alt+T");
    const found = page.getByRole("status", { name: "试算的结果" });
    await found.getByText(/起算的，现行 .*；新的 .*，期限不变。$/).waitFor();
    await found.getByText("只是试算，什么也没有写。").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel("自哪天起").fill(addDays(today(), 7));
    await found.waitFor({ state: "hidden" });
    expect(house.hotline.faults).toEqual([]);
  });

  it("规则只能新增一版：过去的日期说清为什么不行；新的一版有出处，旧的还在来历里", async () => {
    const page = await house.enter("administrator", "/desk/admin?part=rules&kind=limit&key=resolve");
    await page.getByRole("heading", { name: "签收后5个工作日内办结反馈" }).waitFor();
    await page.keyboard.press("Alt+A");
    const form = page.getByRole("form", { name: "新增一版" });
    await form.getByLabel("多少").fill("4");
    await form.getByLabel("怎么说").fill("签收后4个工作日内办结反馈");
    await form.getByLabel("自哪天起").fill("2022-01-01");
    await page.keyboard.press("Control+Enter");
    await form.getByText("还差出处。").waitFor();
    await form.getByLabel("出处").fill("云热办〔2026〕3 号");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("以前的数字会因此改变").waitFor();
    await form.getByLabel("自哪天起").fill(today());
    await page.keyboard.press("Control+Enter");
    await page.getByText(`已新增一版，自${dateWords(today())}起。`).waitFor();
    await page.getByRole("heading", { name: "签收后4个工作日内办结反馈" }).waitFor();
    const history = page.getByRole("region", { name: "来历" });
    await history.getByText("云热办〔2026〕3 号").waitFor();
    expect(await history.getByRole("listitem").count()).toBe(2);
    expect(await page.getByRole("button", { name: /删除|修改/ }).count()).toBe(0);
  });

  it("派单目录、日历、访问日志都看得到；热线办看不到账号；没有扣住的短信", async () => {
    const directory = { kind: "directory", key: "h1", from: "2022-01-01", source: "会议备忘录", correction: true };
    const value = { unit: "housing", basis: "三定方案" };
    await house.story.people.administrator!.post("/rules", { ...directory, value });
    const page = await house.enter("office", "/desk/admin?part=directory&q=h1&key=h1");
    await page.getByRole("heading", { name: "物业管理" }).waitFor();
    await page.getByText("市住建局").waitFor();
    expect(await page.getByRole("button", { name: "人员账号" }).count()).toBe(0);
    await page.getByRole("button", { name: "工作日历" }).click();
    await page.getByText("2022 年").click();
    await page.getByText("10月8日").first().waitFor();
    await page.getByRole("button", { name: "访问日志" }).click();
    await page.getByText("新增规则").first().click();
    await page.getByText("派单目录 h1").first().waitFor();
    const administrator = await house.enter("administrator", "/desk/admin?part=messages");
    await administrator.getByText("没有扣住的短信。只有恢复备份以后才会有。").waitFor();
  });

  it("访问日志里，查来电人和给单位的通知说的是什么都写对；说清什么时候删", async () => {
    const { people } = house.story;
    await house.story.accepted();
    expect((await people.agent!.get("/callers?phone=13800001234")).status).toBe(200);
    await people.office!.post("/announcements", { units: null, text: "下周一开会。" });
    const page = await house.enter("office", "/desk/admin?part=log");
    const log = page.getByRole("region", { name: "访问日志" });
    await log.getByRole("row", { name: /查来电人.*联系人$/ }).waitFor();
    await page.getByText("满了保存期限由系统删去").waitFor();
    await log.getByRole("row", { name: /通知单位.*热线办通知$/ }).click();
    const facts = page.getByRole("region", { name: "这一条" });
    await facts.getByText("热线办通知").waitFor();
    expect(await facts.getByText("规则").count()).toBe(0);
  });

  it("保留一件诉求，按印出的编号；没有这件说清楚；再解除", async () => {
    await house.story.accepted();
    const { number } = (await house.story.people.agent!.get("/requests")).body.rows[0];
    const page = await house.enter("administrator", "/desk/admin?part=holds");
    await page.getByText("没有保留着的诉求。").waitFor();
    await page.keyboard.press("Alt+A");
    await page.getByLabel("诉求编号").fill("1");
    await page.getByLabel("理由").fill("行政诉讼需要");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("没有这件诉求").waitFor();
    await page.getByLabel("诉求编号").fill(number);
    await page.keyboard.press("Control+Enter");
    await page.getByText("已保留。").waitFor();
    await page.getByText("行政诉讼需要").first().click();
    await page.getByLabel("解除的理由").fill("诉讼已经结束");
    await page.keyboard.press("Control+Enter");
    await page.getByText("已解除保留。").waitFor();
    await page.getByText("没有保留着的诉求。").waitFor();
  });

  it("明暗、宽窄都没有障碍", async () => {
    const places = ["part=people&person=new", "part=rules&kind=scorecard&key=countyComposite&write=yes", "part=log"];
    const options = [{}, { colorScheme: "dark" as const }, { viewport: PHONE }];
    for (const [at, place] of places.entries()) {
      const page = await house.enter("administrator", `/desk/admin?${place}`, options[at]!);
      await page.getByRole("table").first().waitFor();
      expect(await barriers(page), place).toEqual([]);
    }
  });
}, books);
