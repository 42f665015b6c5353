/** 驾驶舱和大屏: what a leader sees at a glance, each number with its list. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { districtMap } from "../world/districtMap.ts";
import { barriers, freshHouse } from "../world/workplaces.ts";

const DAY = 86_400_000;

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  /** 一件当场办结，一件今天派出，两件早该办结 */
  async function busy() {
    const { hotline, story } = house;
    const now = hotline.now();
    hotline.at(now - 30 * DAY);
    for (let n = 0; n < 2; n += 1)
      await story.say(
        "bus",
        await story.dispatched("bus", {}, { text: `第 ${n + 1} 件，路灯不亮。` }),
        "acknowledgement",
      );
    hotline.at(now);
    const once = await story.accepted();
    await story.change("agent", `/requests/${once}`, "resolution", { text: "已当场答复。" });
    await story.dispatched("housing");
  }

  it("点一个数，看它的清单，再回来；请您过目的，两下就发督办", async () => {
    await busy();
    const page = await house.enter("leader", "/desk/");
    await page.getByRole("region", { name: "今天受理" }).getByRole("link", { name: "受理 2 件，看清单" }).click();
    const list = page.getByRole("region", { name: "今天受理的" });
    await list.getByText("在线办结").waitFor();
    expect(await list.getByRole("row").count()).toBe(3);
    await page.keyboard.press("Escape");
    const decide = page.getByRole("region", { name: "请您过目" });
    await decide.getByText("云岭公交 2 件到了约谈").waitFor();
    await decide.getByRole("link", { name: "看清单、发督办" }).first().click();
    await page.getByRole("button", { name: "全部督办…" }).click();
    await page.getByRole("dialog").getByText("第 2 件，路灯不亮").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("dialog").getByText("已督办 2 件。").waitFor();
    expect(house.hotline.faults).toEqual([]);
  });

  it("别处办了一件，数自己跟着变", async () => {
    await busy();
    const page = await house.enter("leader", "/desk/cockpit");
    const today = page.getByRole("region", { name: "今天受理" });
    await today.getByRole("link", { name: "受理 2 件，看清单" }).waitFor();
    house.hotline.at(house.hotline.now() + 5_000);
    await house.story.accepted();
    await today.getByRole("link", { name: "受理 3 件，看清单" }).waitFor();
    await page.getByRole("region", { name: "今天来电，每小时" }).getByText("看数据表").click();
    await page.getByRole("cell", { name: "23时" }).waitFor();
  });

  it("登记了有审图号的地图，各地按它画，审图号印在旁边；撤下又是示意图", async () => {
    await busy();
    const folder = mkdtempSync(join(tmpdir(), "rexian-map-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "map.geojson"), JSON.stringify(districtMap()));
    writeFileSync(join(folder, "broken.geojson"), "{");
    const office = await house.enter("office", "/desk/admin?part=map");
    await office.getByText("没有登记过。").waitFor();
    await office.keyboard.press("Alt+A");
    const form = office.getByRole("form", { name: "登记标准地图" });
    await form.getByLabel("地图文件").setInputFiles(join(folder, "broken.geojson"));
    await form.getByText("文件读不懂，不是 GeoJSON。").waitFor();
    await form.getByLabel("地图文件").setInputFiles(join(folder, "map.geojson"));
    await form.getByLabel("审图号").fill("内部");
    await form.getByLabel("来源").fill("测试用，虚构");
    await office.keyboard.press("Control+Enter");
    await form.getByText("这不像审图号。").waitFor();
    await form.getByLabel("审图号").fill("测S(2022)001号");
    await office.keyboard.press("Control+Enter");
    await office.getByText("已登记，驾驶舱从现在起按它画。").waitFor();
    const page = await house.enter("leader", "/desk/cockpit");
    const places = page.getByRole("region", { name: "各地诉求" });
    await places.getByText("审图号：测S(2022)001号　测试用，虚构").waitFor();
    expect(await places.getByRole("img", { name: "各地诉求的地图" }).locator("path.area").count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await office.getByText("测S(2022)001号").first().click();
    await office.getByRole("button", { name: "撤下这幅地图" }).click();
    await office.getByText("已撤下。").waitFor();
    await page.reload();
    await places.getByText("位置示意，不是地图。").waitFor();
    expect(house.hotline.faults).toEqual([]);
  });

  it("没有记录的热线：说没有，不出错", async () => {
    const empty = await house.enter("leader", "/desk/cockpit");
    await empty.getByText("这个月还没有受理的诉求。").waitFor();
    await empty.getByText("没有要您定的：没有约谈，没有会商，没有成堆无人动过的。").waitFor();
    expect(await barriers(empty)).toEqual([]);
  });

  it("明暗、宽窄都没有障碍", async () => {
    await busy();
    for (const options of [{ colorScheme: "dark" as const }, { viewport: PHONE }]) {
      const page = await house.enter("office", "/desk/cockpit", options);
      await page.getByRole("region", { name: "请您过目" }).waitFor();
      await page.getByRole("region", { name: "今天受理" }).waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });

  it("大屏：没有市民的话；数据停了一分钟以上，变灰并说停在何时；再连上就恢复", async () => {
    await busy();
    house.hotline.at(Date.now());
    const page = await house.enter("leader", "/desk/wall", { viewport: { width: 1600, height: 900 } });
    await page.getByRole("region", { name: "今天接通率" }).waitFor();
    await page.getByRole("region", { name: "办理和评价" }).getByText("件超 5 个工作日以上，约谈").waitFor();
    expect(await page.getByText("路灯不亮").count()).toBe(0);
    expect(await page.getByText("电梯停运").count()).toBe(0);
    expect(await page.getByText(/数据停在/).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.clock.install();
    await page.context().setOffline(true);
    await page.clock.fastForward("02:00");
    await page.getByText(/^数据停在 \d\d:\d\d，正在重连$/).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole("region", { name: "今天接通率" }).waitFor();
    await page.getByText(/数据停在/).waitFor({ state: "hidden" });
  });
}, books);
