/** 领导接听日: planned, begun, heard live, an order of it pushed; the numbers open their list; in a real browser. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { dateWords, dayWords } from "../../src/domain/calendar/civil.ts";
import { civilDateOf } from "../../src/domain/calendar/zone.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const today = () => civilDateOf(house.hotline.now(), house.hotline.platform.zone);
  const planned = async () =>
    (
      await house.story.people.office!.post("/leader-days", {
        ...{ date: today(), unit: "housing", post: "局长", seat: "demo-agent" },
      })
    ).body.id as string;
  /** one settled on the spot, one sent out */
  const heard = async (): Promise<string> => {
    const { story } = house;
    const id = await planned();
    await story.change("agent", `/leader-days/${id}`, "start");
    const settled = await story.accepted();
    await story.change("agent", `/requests/${settled}`, "resolution", { text: "按合同约定，请看公示。" });
    await story.dispatched("housing");
    return id;
  };

  it("安排、开始接听，席位登记的诉求自己出现；数点开是那几行；交办的工单打开督办", async () => {
    const page = await house.enter("office", "/desk/leader-days?write=new");
    await page.getByLabel("哪一天").fill(today());
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差职务。").waitFor();
    await page.getByLabel("席位", { exact: true }).fill("demo-agent");
    await page.getByLabel("职务").fill("局长");
    await page.getByLabel("单位").fill("市住建局");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Enter");
    await page.getByText(`已安排${dateWords(today())}，市住建局局长。`).waitFor();
    await page.getByRole("button", { name: "开始接听" }).click();
    await page.getByText("还没有来电。").waitFor();
    const settled = await house.story.accepted();
    await house.story.change("agent", `/requests/${settled}`, "resolution", { text: "按合同约定，请看公示。" });
    await house.story.dispatched("housing");
    const list = page.getByRole("region", { name: "当天的来电" });
    await list.getByText("按合同约定，请看公示。").waitFor();
    await expect.poll(() => list.locator("tbody tr").count()).toBe(2);
    await page.getByRole("link", { name: `${dayWords(today())} 交办 1` }).click();
    await expect.poll(() => list.locator("tbody tr").count()).toBe(1);
    await page.getByRole("region", { name: "月报这一节" }).getByText("当场答复解决1个，现场交办1个").waitFor();
    await list.getByRole("link", { name: /的工单$/ }).click();
    await page.getByRole("button", { name: /^督办/ }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "结束接听" }).click();
    await page.getByRole("region", { name: "这一天" }).getByText("已接听").waitFor();
    expect(house.hotline.faults).toEqual([]);
  }, 60_000);

  it("点一天的任何一处，就打开那一天；行里的数还是开它自己的清单", async () => {
    await heard();
    const page = await house.enter("leader", "/desk/leader-days");
    await page.getByText("点一天，在这里看").waitFor();
    await page.getByRole("cell", { name: /局长/ }).click();
    await expect.poll(() => page.getByRole("region", { name: "当天的来电" }).locator("tbody tr").count()).toBe(2);
    await page.getByRole("link", { name: `${dayWords(today())} 交办 1` }).click();
    await expect.poll(() => page.getByRole("region", { name: "当天的来电" }).locator("tbody tr").count()).toBe(1);
  });

  it("月报底稿里接听日的数点得开：就是当天的那几行", async () => {
    await heard();
    const page = await house.enter("leader", `/desk/reports?draft=${today().slice(0, 7)}`);
    const sentence = page.getByText(/负责同志到热线接听群众来电/).locator("..");
    await sentence.getByRole("link", { name: "1，看出处" }).last().click();
    await page.getByRole("link", { name: "打开清单：现场交办的" }).click();
    await page.getByRole("heading", { name: `${dateWords(today())}　市住建局` }).waitFor();
    await expect.poll(() => page.getByRole("region", { name: "当天的来电" }).locator("tbody tr").count()).toBe(1);
  }, 60_000);

  it("改期、取消写明为什么；领导看得到，不能安排", async () => {
    const id = await planned();
    const page = await house.enter("office", `/desk/leader-days?day=${id}`);
    await page.getByRole("button", { name: "取消这一天" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("还差原因。").waitFor();
    await page.getByLabel("为什么取消").fill("外出开会");
    await page.keyboard.press("Control+Enter");
    await page.getByText("取消的原因：外出开会").waitFor();
    const leader = await house.enter("leader", `/desk/leader-days?day=${id}`);
    await leader.getByText("取消的原因：外出开会").waitFor();
    expect(await leader.getByRole("button", { name: "安排一天" }).count()).toBe(0);
  }, 60_000);

  it("明暗、宽窄都没有障碍", async () => {
    const id = await heard();
    for (const [no, options] of [{}, { colorScheme: "dark" as const }, { viewport: PHONE }].entries()) {
      const page = await house.enter("office", `/desk/leader-days?day=${id}&write=new`, options);
      await page.getByRole("region", { name: "当天的来电" }).getByText("当场答复").first().waitFor();
      expect(await barriers(page)).toEqual([]);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/leader-${no}.png`, fullPage: true });
      await page.context().close();
    }
  }, 60_000);
}, books);
