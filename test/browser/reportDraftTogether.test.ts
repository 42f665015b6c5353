/** 两人改一份底稿: neither overwrites the other, each sees where the other is; what is frozen and issued is what they wrote. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { oneDatabase } from "../world/databases.ts";
import { begin, draftDesk } from "../world/draftDesk.ts";
import { ofMatter } from "../world/matter.ts";
import { freshHouse } from "../world/workplaces.ts";

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);
  const { told, open } = draftDesk(house);

  it("两个人改同一段：后存的被告知，写的字还在；数跟着记录走；冻结、签发，四种文件都是改过的", async () => {
    await told();
    const [office, analyst] = [await open("office"), await open("analyst")];
    await Promise.all([begin(office), begin(analyst)]);
    await office.keyboard.press("End");
    await office.keyboard.type("热线办补一句。");
    await office.keyboard.press("Control+Enter");
    await office.getByText("热线办补一句。").waitFor();

    await analyst.keyboard.press("End");
    await analyst.keyboard.type("约三千件已核实。");
    await analyst.getByText("手写数字，没有出处：三千件").waitFor();
    await analyst.keyboard.press("Control+Enter");
    await analyst.getByText("这一段刚被别人改过。").waitFor();
    await analyst.getByRole("button", { name: "看最新情况，保留我填的" }).click();
    await analyst.getByText("刚改过这里").waitFor();
    await analyst.getByText("热线办补一句。").waitFor();
    await analyst.getByRole("textbox", { name: "这一段的文字" }).getByText("约三千件已核实。").waitFor();
    await analyst.getByRole("button", { name: "看过了，接着改" }).click();
    await analyst.keyboard.press("Control+Enter");
    await analyst.getByRole("textbox", { name: "这一段的文字" }).waitFor({ state: "detached" });
    await analyst.getByText("手写数字").first().waitFor();

    await told(ofMatter("路灯不亮。"));
    // the draft's figures are counted once in half a minute
    house.hotline.at(house.hotline.now() + 30_000);
    await analyst.reload();
    await analyst.getByText("现为").first().waitFor();
    await analyst.getByRole("button", { name: "数变了，话还对" }).click();
    await analyst.getByText("现为").first().waitFor({ state: "detached" });

    await analyst.getByRole("link", { name: "2，看出处" }).first().click();
    const origin = analyst.getByRole("region", { name: "这个数从哪里来" });
    await origin.getByText("受理时间在本月的诉求").waitFor();
    await origin.getByText("这个数不随口径变。").waitFor();
    await origin.getByRole("link", { name: "打开清单：受理的诉求" }).click();
    await analyst.getByRole("heading", { name: "受理的诉求" }).waitFor();
    await analyst.goBack();
    await analyst.keyboard.press("Escape");
    await origin.waitFor({ state: "detached" });

    await analyst.getByRole("checkbox", { name: "印诉求大类情况" }).click();
    await analyst.getByText("排名前五的诉求大类").waitFor({ state: "detached" });
    await office.reload();
    await office.getByRole("button", { name: "检查、定稿…" }).click();
    await office.getByText("“三千件”是手写的，没有出处。").waitFor();
    await office.keyboard.press("Control+Enter");
    await office.getByRole("button", { name: "签发…" }).click();
    await office.getByRole("button", { name: "确认签发" }).click();
    await office.getByRole("region", { name: "这一版" }).getByText("已签发").waitFor();
    const [edition] = (await house.story.people.leader!.get("/report-editions")).body.rows;
    expect(edition.state).toBe("issued");
    const html = (await house.story.people.leader!.get(`/report-editions/${edition.id}/files/html`)).raw.toString();
    expect(html.replace(/<[^>]+>/g, "")).toContain("全月受理诉求2件");
    expect(html).toContain("约三千件已核实。");
    expect(html).not.toContain("诉求大类情况");
    expect(house.hotline.faults).toEqual([]);
  }, 90_000);

  it("一个人开了一段，另一个人马上知道，倒过来也是；谁也不拦；关了编辑框、关了网页，都不再说", async () => {
    await told();
    const [office, analyst] = [await open("office"), await open("analyst")];
    await begin(office);
    await analyst.getByText(/^热线办 \S+ 正在改$/).waitFor();
    await analyst
      .getByRole("status", { name: "谁正在改" })
      .getByText(/正在改“总体情况”/)
      .waitFor();
    await begin(analyst);
    await analyst.getByText(/热线办 \S+ 从 .+ 起也在改这一段/).waitFor();
    await office.getByText(/分析员 \S+ 从 .+ 起也在改这一段/).waitFor();
    await analyst.keyboard.press("Escape");
    await office.getByText("也在改这一段").waitFor({ state: "detached" });
    await office.close();
    await analyst
      .getByText(/正在改/)
      .first()
      .waitFor({ state: "detached" });
    expect(await analyst.getByText(/正在改/).count()).toBe(0);
  }, 60_000);
}, books);
