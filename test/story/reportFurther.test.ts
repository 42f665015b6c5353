import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed, since } from "../../rulebook/row.ts";
import { computeReport } from "../../src/api/report/compute.ts";
import { reportDraft } from "../../src/store/report/drafts.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

const AT = "/report-drafts/2022-11";
const SECTIONS = ["business", "earlyWarnings", "solved", "difficultBefore"];
const elevator = { category: "h3" };
const SOURCE = "测试用虚构城市";

/** 增选的节: read from the ledger of two months. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    const rows = [
      assumed("threshold", "warningLeast", { value: 4, words: "本期不少于4件" }, SOURCE),
      assumed("category", "h3", { name: "电梯维保", parent: "h", order: 3 }, SOURCE),
      assumed("business", "h2", { group: "建设许可", order: 1 }, SOURCE),
      assumed("unitGroup", "department", { name: "市直部门", order: 1, rankedApart: true }, SOURCE),
    ];
    await addRules(hotline.db, ownBook(hotline.platform.platform), rows, "operator", migratedAt);
    story = await Story(hotline);
  });

  /** October: sent round twice; November: handed to another, who has it still; four are told of one thing, three are asked */
  const twoMonths = async () => {
    const returned = await story.dispatched("west", {}, elevator);
    await story.say("west", returned, "acknowledgement");
    await story.say("west", returned, "return-request", { reason: "不属本区", text: "地点在东河区。" });
    for (const category of ["h1", "h1"]) await story.accepted({ ...matter, category });
    hotline.at("2022-11-02T09:00:00+08:00");
    await story.say("dispatcher", returned, "return-acceptance", { to: { unit: "east" }, text: "由东河区办理。" });
    await story.say("east", returned, "acknowledgement");
    const answers = [
      { channel: "phone", rating: "satisfied", solved: true, text: null },
      { channel: "phone", rating: "dissatisfied", solved: false, text: "还在停运。" },
      { channel: "phone", rating: "noResponse", solved: null, text: null },
    ];
    for (const answer of answers) {
      const order = await story.dispatched("housing", {}, elevator);
      await story.handled("housing", order);
      await story.say("followUp", order, "follow-up", answer);
    }
    await story.accepted({ ...matter, ...elevator });
    await story.accepted({ ...matter, category: "h2" });
  };

  const turnOn = async () => {
    const { body } = await story.people.office!.get(AT);
    const lines = body.contents.lines.map(({ name, on }: { name: string; on: boolean }) => ({
      name,
      on: on || SECTIONS.includes(name),
    }));
    const off = body.contents.lines.filter(
      ({ name, on }: { name: string; on: boolean }) => SECTIONS.includes(name) && !on,
    );
    expect(off).toHaveLength(SECTIONS.length);
    const answer = await story.people.office!.post(`${AT}/contents`, { lines }, { "if-match": '"0"' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  const printed = async () => {
    const made = await story.people.office!.post("/report-editions", { month: "2022-11" });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const html = (await story.people.leader!.get(`/report-editions/${made.body.id}/files/html`)).raw.toString();
    const findings = (await story.people.leader!.get(`/report-editions/${made.body.id}/findings`)).body;
    expect(findings.rows).toEqual([]);
    return html.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<[^>]+>/g, "");
  };
  const drafted = async (): Promise<string> => {
    type Part = string | { now: string };
    const { blocks } = (await story.people.leader!.get(AT)).body;
    const words = ({ parts = [] }: { parts?: Part[] }) =>
      parts.map((part) => (typeof part === "string" ? part : part.now));
    return blocks.flatMap((block: { parts?: Part[] }) => [...words(block), "\n"]).join("");
  };
  /** how many the figure says, and how many stand in each list behind it */
  const opened = async (path: string) => {
    const { body } = await story.people.leader!.get(`${AT}/figure?figure=${encodeURIComponent(path)}`);
    const counted = [];
    for (const { list, filter } of body.lists) {
      const query = new URLSearchParams(filter).toString();
      counted.push((await story.people.leader!.get(`/${list}?${query}`)).body.rows.length);
    }
    return [body.text, ...counted];
  };

  it("解决率、涉企、预警、上月疑难事项都从账本来，话说得出数，每个数背后的清单一样多", async () => {
    await twoMonths();
    hotline.at("2022-12-02T09:00:00+08:00");
    await turnOn();
    const text = await printed();
    expect(text).toContain(
      "11月回访转办诉求3件，当事人对是否解决作了回答的2件，其中已解决1件、未解决1件。解决率50.00%（回答率66.67%，样本不足，仅供参考）；同期回访满意率50.00%（参评率66.67%，样本不足，仅供参考）。",
    );
    expect(text).toContain(
      "11月受理涉企诉求1件，占受理诉求总量的20.00%，无可比数据，不作环比；其中由热线办结0件、派发承办单位0件。按事项分，建设许可1件，占涉企诉求的100.00%。",
    );
    expect(text).toContain("11月有一项诉求明显增多：电梯维保4件，较上月增长300.00%，占受理诉求总量的80.00%。");
    expect(text).toContain("预警条件：本期不少于4件，比此前各期平均增长100%及以上");
    expect(text).toMatch(/上月疑难事项跟踪\s*上月报告所列疑难事项共一件，截至11月30日24时，一件尚未了结。/);
    expect(text).toMatch(
      /西山区.{0,4}退单，电梯维保诉求办理迟缓\s*11月2日，热线办同意退单，意见是“由东河区办理”；派发至东河区。截至11月30日24时，东河区仍在办理，已超过办理期限。/,
    );
    const grown = "further.earlyWarnings.grown[电梯维保]";
    for (const [path, ...counts] of [
      ["further.solved.whole.followUps", "3", 3],
      ["further.solved.whole.answered", "2", 2],
      ["further.solved.whole.solved", "1", 1],
      ["further.solved.whole.unsolved", "1", 1],
      ["further.solved.whole.rate", "50.00%", 1, 2],
      ["further.solved.whole.answerShare", "66.67%", 2, 3],
      ["further.solved.groups[市直部门].units[市住建局].solved", "1", 1],
      ["further.business.count", "1", 1],
      ["further.business.groups[建设许可].count", "1", 1],
      [`${grown}.count`, "4", 4],
      [`${grown}.earlier[2022-10].count`, "1", 1],
    ] as const)
      expect([path, ...(await opened(path))]).toEqual([path, ...counts]);
    // under another threshold the matter isn't told at all
    const stricter = { value: 1000, words: "比此前各期平均增长1000%及以上" };
    const row = since(assumed("threshold", "warningGrowth", stricter, SOURCE), "2023-01-01");
    await addRules(hotline.db, ownBook(hotline.platform.platform), [row], "operator", hotline.now());
    const asked = await story.people.leader!.get(
      `${AT}/figure-otherwise?figure=${encodeURIComponent(`${grown}.count`)}`,
    );
    expect(asked.body.now.text).toBe("4");
    expect(asked.body.others).toMatchObject([{ from: "2023-01-01", text: "没有这个数" }]);
    expect(hotline.faults).toEqual([]);
  }, 120_000);

  it("没有回访、没有涉企的、没有此前的记录、上月没有疑难事项：说得出来或者不印，没有一个零的率", async () => {
    hotline.at("2022-11-02T09:00:00+08:00");
    await story.accepted();
    hotline.at("2022-12-02T09:00:00+08:00");
    story = await Story(hotline);
    await turnOn();
    const text = await printed();
    expect(text).toMatch(/解决率\s*本月没有结束的回访。/);
    expect(text).toContain("本月没有涉企诉求。");
    expect(text).not.toMatch(/诉求预警|疑难事项跟踪|解决率0/);
  }, 60_000);

  it("不印增选的节，就不数增选的；数字表里照样找得到，写进别段的跟着记录走", async () => {
    await twoMonths();
    hotline.at("2022-12-02T09:00:00+08:00");
    const { db, platform } = hotline;
    const counted = async () => {
      const draft = await reportDraft(db, platform.platform, "2022-11");
      const { further, difficultBefore } = await computeReport(db, platform, "2022-11", hotline.now(), draft);
      return [further?.solved.whole.solved.value ?? null, difficultBefore.length];
    };
    expect(await counted()).toEqual([null, 0]);
    const { office, leader } = story.people;
    const listed = await office!.get(`${AT}/figures?q=${encodeURIComponent("已解决")}`);
    const figure = "further.solved.whole.solved";
    expect(listed.body.rows.map((row: { figure: string }) => row.figure)).toContain(figure);
    const text = ["其中已解决", { figure, form: "number", was: "1" }, "件。"];
    const saved = await office!.post(`${AT}/paragraphs`, { paragraph: "calls/own", text }, { "if-match": '"0"' });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(await counted()).toEqual([1, 1]);
    const own = async () =>
      (await leader!.get(AT)).body.blocks.find(({ name }: { name?: string }) => name === "calls/own").parts[1];
    expect(await own()).toMatchObject({ figure, was: "1", now: "1" });
    expect(await printed()).toContain("其中已解决1件。");
  }, 120_000);

  it("刚选定的案例，刚看过的底稿里马上就有", async () => {
    await twoMonths();
    expect(await drafted()).not.toContain("选定的这一件");
    const [order] = (await story.people.office!.get("/orders?unit=east")).body.rows;
    const { body } = await story.people.analyst!.post("/report-cases", {
      ...{ month: "2022-11", kind: "difficult", order: order.id },
    });
    await story.change("analyst", `/report-cases/${body.id}`, "revision", { title: "选定的这一件", text: "经过。" });
    await story.change("analyst", `/report-cases/${body.id}`, "choice", { chosen: true });
    expect(await drafted()).toContain("选定的这一件");
  }, 60_000);

  it("办结以后再看：上月的疑难事项写明结果；上月选定了案例的，跟踪选定的那一件", async () => {
    await twoMonths();
    const [order] = (await story.people.office!.get("/orders?unit=east")).body.rows;
    const taken = { month: "2022-10", kind: "difficult", order: order.id };
    const { body } = await story.people.analyst!.post("/report-cases", taken);
    await story.change("analyst", `/report-cases/${body.id}`, "revision", { title: "电梯停运三天", text: "经过。" });
    await story.change("analyst", `/report-cases/${body.id}`, "choice", { chosen: true });
    hotline.at("2022-11-09T09:00:00+08:00");
    await story.say("east", order.id, "resolution", { solved: true, internalText: null, publicText: "已修复。" });
    await story.rated(order.id);
    await turnOn();
    const text = await drafted();
    // the month goes on: what its end will be isn't known
    expect(text).toContain("截至11月9日9时，一件已经了结。");
    expect(text).toMatch(/电梯停运三天\s*11月2日，热线办同意退单/);
    expect(text).toContain("截至11月9日9时，东河区已办结，回访结果为满意。");
  }, 120_000);
}, books);
