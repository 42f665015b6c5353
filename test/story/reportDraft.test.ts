import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { Template } from "../../src/domain/report/template.ts";
import { readPublished } from "../../src/file/document/read.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Answer, type Hotline, openHotline } from "../world/hotline.ts";
import { matter, ofMatter, Story } from "../world/matter.ts";

const month = "2022-10";
const AT = `/report-drafts/${month}`;

interface Paragraph {
  name: string;
  version: number;
  parts: (string | { figure: string; form: string; was: string; now: string | null })[];
  edit: { changedBy: string } | null;
  rewritten: boolean;
  typed: { text: string }[];
}

/** all the words of a file as it was frozen */
const printedIn = async (file: Buffer): Promise<string> =>
  JSON.stringify((await readPublished(Readable.from([file]))).blocks);
const cellsOf = async (file: Buffer): Promise<string> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as never);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
};

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    await story.accepted();
  });

  const later = async () => {
    hotline.at(hotline.now() + 60_000);
    await story.accepted(ofMatter("路灯不亮。"));
  };
  const draft = async (who = "office"): Promise<Answer> => story.people[who]!.get(AT);
  const paragraph = ({ body }: Answer, name: string): Paragraph =>
    body.blocks.find((block: Paragraph) => block.name === name);
  const write = (who: string, name: string, text: Template, version: number): Promise<Answer> =>
    story.people[who]!.post(`${AT}/paragraphs`, { paragraph: name, text }, { "if-match": `"${version}"` });
  const reset = (name: string, version: number): Promise<Answer> =>
    story.people.office!.post(`${AT}/resets`, { paragraph: name }, { "if-match": `"${version}"` });
  const arrange = (lines: { name: string; on: boolean }[], version: number): Promise<Answer> =>
    story.people.office!.post(`${AT}/contents`, { lines }, { "if-match": `"${version}"` });
  const accepted = { figure: "requests.accepted", form: "number", was: "1" } as const;
  /** only a month that is over is frozen */
  const monthOver = async () => {
    hotline.at("2022-11-01T09:00:00+08:00");
    story = await Story(hotline);
  };
  const frozenHtml = async () => {
    await monthOver();
    const made = await story.people.office!.post("/report-editions", { month });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const html = (await story.people.leader!.get(`/report-editions/${made.body.id}/files/html`)).raw.toString();
    return { id: made.body.id, html, text: html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, "") };
  };

  it("底稿里每个数都是块；改一段，数跟着记录走，旧的新的都看得见；改回原文", async () => {
    const before = paragraph(await draft(), "calls/accepted");
    expect(before).toMatchObject({ version: 0, edit: null, typed: [] });
    expect(before.parts).toContainEqual({ ...accepted, now: "1" });
    const written = await write("analyst", "calls/accepted", ["本月受理", accepted, "件，约三千件咨询。"], 0);
    expect(written.status, JSON.stringify(written.body)).toBe(200);
    expect(paragraph(written, "calls/accepted")).toMatchObject({ version: 1, typed: [{ text: "三千件" }] });
    await later();
    const now = paragraph(await draft("leader"), "calls/accepted");
    expect(now.parts[1]).toEqual({ ...accepted, now: "2" });
    expect(now.edit?.changedBy).toMatch(/^analyst:/);
    const { body } = await draft();
    expect(body.contents.lines.find(({ name }: { name: string }) => name === "calls").marks).toBe(2);
    const again = paragraph(await write("office", "calls/accepted", now.parts as Template, 1), "calls/accepted");
    expect(again.parts[1]).toEqual({ ...accepted, was: "2", now: "2" });
    const back = paragraph(await reset("calls/accepted", 2), "calls/accepted");
    expect(back).toMatchObject({ version: 3, edit: null });
    expect(back.parts[0]).toBe("本月受理诉求");
    await monthOver();
    expect(paragraph(await draft(), "calls/accepted").parts[0]).toBe("全月受理诉求");
  });

  it("两人同时改一段：后到的被告知，先到的字都在，各段互不相干", async () => {
    const both = await Promise.all([
      write("office", "calls/accepted", ["热线办写的。"], 0),
      write("analyst", "calls/accepted", ["分析员写的。"], 0),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)!.body).toMatchObject({
      code: "versionConflict",
      title: "这一段刚被别人改过。",
    });
    const [first] = paragraph(await draft(), "calls/accepted").parts;
    expect(["热线办写的。", "分析员写的。"]).toContain(first);
    expect((await write("analyst", "calls/offered", ["另一段。"], 0)).status).toBe(200);
    expect((await write("analyst", "calls/accepted", ["看过了再改。"], 1)).status).toBe(200);
    expect((await write("office", "calls/accepted", ["没看就改。"], 1)).status).toBe(412);
    const kept = await hotline.db.query("select text from report_paragraph where paragraph = 'calls/accepted'");
    expect(kept).toHaveLength(2);
  });

  it("谁正在改：一开段就互相看得见，从何时起；不锁段；关了就没有，浏览器没了的自己过期；只有看月报的人听得到", async () => {
    const telling = (who: string, open: boolean) =>
      story.people[who]!.post(`${AT}/writers`, { paragraph: "calls/accepted", open });
    const seen = async (who: string) => (await story.people[who]!.get(`${AT}/writers`)).body.rows;
    expect((await telling("office", true)).body.rows).toEqual([]);
    const since = new Date(hotline.now()).toISOString();
    hotline.at(hotline.now() + 30_000);
    await telling("office", true);
    const told = (await telling("analyst", true)).body.rows;
    expect(told).toEqual([{ paragraph: "calls/accepted", by: expect.stringMatching(/^office:/), since }]);
    expect(await seen("office")).toMatchObject([{ by: expect.stringMatching(/^analyst:/) }]);
    expect(await seen("leader")).toHaveLength(2);
    expect((await write("analyst", "calls/accepted", ["照样能写。"], 0)).status).toBe(200);
    await telling("analyst", false);
    expect(await seen("office")).toEqual([]);
    hotline.at(hotline.now() + 89_000);
    expect(await seen("leader")).toHaveLength(1);
    hotline.at(hotline.now() + 1_000);
    expect(await seen("leader")).toEqual([]);
    await telling("analyst", true);
    const kept = await hotline.db.query<{ writer: string }>("select writer from report_writer");
    expect(kept.map(({ writer }) => writer.split(":")[0])).toEqual(["analyst"]);
    expect((await telling("leader", true)).status).toBe(403);
    expect((await story.people.agent!.get(`${AT}/writers`)).status).toBe(403);
  });

  it("目录：关掉的不印，次序照排，两人同时排的后到的被告知；定稿的四种文件都照底稿", async () => {
    await write("office", "calls/accepted", ["受理", accepted, "件，已逐件核对。"], 0);
    const empty = async () =>
      ((await draft()).body.contents.lines as { name: string; empty: boolean }[]).filter((line) => line.empty);
    expect((await empty()).map(({ name }) => name)).toContain("civilizedCity");
    // an appendix that has nothing to show is still called by its title
    const { lines: named } = (await draft()).body.contents;
    expect(named.find(({ name }: { name: string }) => name === "appendix1")).toMatchObject({
      ...{ empty: true, path: ["附件", "10月云岭市12345热线平台工单办理情况统计表"] },
    });
    await write("office", "civilizedCity/own", ["文明创建另有通报。"], 0);
    expect((await empty()).map(({ name }) => name)).not.toContain("civilizedCity");
    await write("office", "nextSteps/own", ["请各单位举一反三。"], 0);
    const { body } = await draft();
    const lines = body.contents.lines.map(({ name, on }: { name: string; on: boolean }) => ({
      name,
      on: on && name !== "categories",
    }));
    const moved = [...lines.filter(({ name }: { name: string }) => name === "nextSteps"), ...lines];
    const order = moved.filter(({ name }, at) => moved.findIndex((one) => one.name === name) === at);
    expect((await Promise.all([arrange(order, 0), arrange(lines, 0)])).map(({ status }) => status).toSorted()).toEqual([
      200, 412,
    ]);
    expect((await arrange(order, 1)).status).toBe(200);
    const { id, text } = await frozenHtml();
    expect(text).toMatch(/一、下一步工作要求[\s\S]*请各单位举一反三。[\s\S]*二、接听情况分析/);
    expect(text).toContain("受理1件，已逐件核对。");
    expect(text).toMatch(/文明创建诉求情况\s*文明创建另有通报。/);
    expect(text).not.toContain("排名前五");
    expect(text).toMatch(/1\.诉求小类情况/);
    const findings = (await story.people.leader!.get(`/report-editions/${id}/findings`)).body;
    const recomputed = (await story.people.leader!.get(`/report-editions/${id}/recomputation`)).body;
    expect([findings.total, recomputed.total]).toEqual([0, 0]);
  });

  it("标题、注、开头与段落一样改：谁改的、哪一版、原文、数字块都在，冲突也说；四种文件印改过的；目录跟着标题", async () => {
    const title = "heading/接听情况分析/总体情况";
    const remark = "appendix1/notes";
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    await story.rated(order);
    const now = paragraph(await draft(), title);
    expect(now).toMatchObject({ kind: "heading", level: 2, number: "（一）", version: 0, parts: ["总体情况"] });
    const headed = await write("office", title, ["受理", accepted, "件的情况"], 0);
    expect(headed.status, JSON.stringify(headed.body)).toBe(200);
    expect((await write("analyst", title, ["另一个标题"], 0)).body.code).toBe("versionConflict");
    expect((await write("office", title, [" "], 1)).body.code).toBe("headingEmpty");
    expect((await write("office", title, [], 1)).body.code).toBe("headingEmpty");
    expect((await write("office", "heading/没有的标题", ["字"], 0)).body.code).toBe("notFound");
    expect((await write("office", "preamble/text", ["现将", accepted, "件报告如下。"], 0)).status).toBe(200);
    const notes = paragraph(await draft(), remark);
    expect(notes.parts.join("")).toMatch(/各单位在组内按有效工单量由多到少排列；\n/);
    expect(notes.parts).toContainEqual({ figure: "appendix1.total.validOrders", form: "number", was: "1", now: "1" });
    await write("analyst", remark, ["先看总数。\n共", accepted, "件，约三千件。\n\n"], 0);
    await later();
    const seen = await draft();
    const path = seen.body.contents.lines.find(({ name }: { name: string }) => name === "calls").path;
    expect(path).toEqual(["接听情况分析", "受理3件的情况"]);
    expect(paragraph(seen, remark)).toMatchObject({ typed: [{ text: "三千件" }], edit: { changedBy: /^analyst:/ } });
    expect(seen.body.contents.lines.find(({ name }: { name: string }) => name === "appendix1").marks).toBe(2);
    const checks = (await story.people.leader!.get(`${AT}/checks`)).body.rows as { sentence: string }[];
    expect(checks.map(({ sentence }) => sentence)).toContain("开头：“2”现为“3”。");
    const { id, text } = await frozenHtml();
    expect(text).toMatch(/一、接听情况分析\s*（一）受理3件的情况/);
    expect(text).toContain("现将3件报告如下。");
    expect(text).toContain("注：先看总数。共3件，约三千件。");
    expect(text).not.toContain("由多到少排列");
    const file = async (format: string) =>
      (await story.people.leader!.get(`/report-editions/${id}/files/${format}`)).raw;
    const word = await printedIn(await file("docx"));
    for (const said of ["受理3件的情况", "现将3件报告如下。", "1. 先看总数。", "2. 共3件，约三千件。"])
      expect(word).toContain(said);
    expect(await printedIn(await file("pdf"))).toMatch(/受理3件的情况[\s\S]*现将3件|现将3件[\s\S]*受理3件的情况/);
    expect(await cellsOf(await file("xlsx"))).toContain("2. 共3件，约三千件。");
    await story.change("office", `/report-editions/${id}`, "discarding", { reason: "再看" });
    await reset(title, 1);
    await reset(remark, 1);
    await reset("preamble/text", 1);
    expect((await frozenHtml()).text).toMatch(/现对.+的运行情况分析如下。[\s\S]*（一）总体情况[\s\S]*由多到少排列/);
  });

  it("没有人动过的底稿，定出的稿与没有底稿时一字不差；空的一段不印", async () => {
    await draft();
    const before = await frozenHtml();
    await story.change("office", `/report-editions/${before.id}`, "discarding", { reason: "再看" });
    await write("office", "calls/accepted", ["改一下"], 0);
    await reset("calls/accepted", 1);
    const after = await frozenHtml();
    expect(after.text.replace(/数据冻结于\S+/, "")).toBe(before.text.replace(/数据冻结于\S+/, ""));
    await story.change("office", `/report-editions/${after.id}`, "discarding", { reason: "再看" });
    await write("office", "calls/accepted", [], 2);
    expect((await frozenHtml()).text).not.toContain("全月受理诉求");
  });

  it("对不上的段落、数字块、节，没有说改的是哪一版，谁能改：都说清楚", async () => {
    expect((await write("office", "calls/none", ["字"], 0)).body.code).toBe("notFound");
    expect((await write("office", "nowhere/own", ["字"], 0)).body.code).toBe("notFound");
    const unknown = { figure: "calls.unknown", form: "number", was: "1" } as const;
    expect((await write("office", "calls/offered", [unknown], 0)).body.code).toBe("figureUnknown");
    expect((await arrange([{ name: "wordCloud", on: true }], 0)).body.code).toBe("sectionUnknown");
    expect((await story.people.office!.post(`${AT}/paragraphs`, { paragraph: "calls/own", text: [] })).body.code).toBe(
      "versionMissing",
    );
    expect((await write("leader", "calls/offered", ["字"], 0)).status).toBe(403);
    expect((await draft("agent")).status).toBe(403);
    expect((await story.people.office!.get("/report-drafts/2021-01")).body.code).toBe("emptyMonth");
  });

  it("能认出人的话：写进案例一节的存下时隐去；写在别处的，定稿前列出来", async () => {
    const own = ["家住和平路12号3栋201，电话13800001234。"];
    const kept = await write("office", "typicalCases/own", own, 0);
    expect(paragraph(kept, "typicalCases/own")).toMatchObject({
      ...{ parts: ["家住（住址略），电话（电话略）。"], identifying: [] },
    });
    const told = await write("office", "calls/own", ["窗口在人民路12号。"], 0);
    expect(paragraph(told, "calls/own")).toMatchObject({ parts: ["窗口在人民路12号。"], identifying: ["12号"] });
    const { rows } = (await story.people.leader!.get(`${AT}/checks`)).body;
    expect(rows.filter(({ kind }: { kind: string }) => kind === "identifying")).toMatchObject([
      {
        ...{ kindName: "个人信息", must: false, paragraph: "calls/own" },
        ...{ sentence: "总体情况：“12号”能认出是谁、住在哪里。" },
      },
    ]);
  });

  it("定稿前检查列得出手写的、变了的、没有内容的，各说怎么办；落空的数字块不让定稿", async () => {
    const topic = { figure: "topSubcategories[物业管理].count", form: "number", was: "1" } as const;
    await write("office", "calls/accepted", ["受理", accepted, "件，约三千件，", topic, "件。"], 0);
    const check = async () =>
      (await story.people.leader!.get(`${AT}/checks`)).body.rows as { kind: string; sentence: string; next: string }[];
    expect((await check()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["typed", "empty"]));
    await later();
    expect((await check()).filter(({ kind }) => kind === "changed").map(({ sentence }) => sentence)).toEqual([
      "总体情况：“1”现为“2”。",
    ]);
    await hotline.db.query(
      "update report_paragraph set text = replace(text::text, '物业管理', '没有的小类')::json where paragraph = 'calls/accepted'",
    );
    expect((await check())[0]).toMatchObject({ kind: "lost", must: true });
    await monthOver();
    expect((await story.people.office!.post("/report-editions", { month })).body.code).toBe("figureLost");
    await reset("calls/accepted", 1);
    expect((await check()).filter(({ kind }) => ["lost", "typed", "changed"].includes(kind))).toEqual([]);
  });

  it("一个数打开来：口径、算式、背后的清单数得出同样多", async () => {
    const origin = (path: string) => story.people.leader!.get(`${AT}/figure?figure=${encodeURIComponent(path)}`);
    const { body } = await origin("requests.accepted");
    expect(body).toMatchObject({ name: "受理诉求", text: "1", lists: [{ list: "requests", words: "受理的诉求" }] });
    const query = new URLSearchParams(body.lists[0].filter).toString();
    expect((await story.people.leader!.get(`/requests?${query}`)).body.rows).toHaveLength(1);
    expect((await origin("topSubcategories[物业管理].count")).body.lists[0].filter.category).toBeTruthy();
    expect((await origin("requests.none")).status).toBe(404);
  });

  it("一个数分开看、换一种口径看：各行加起来就是它；别的几版口径各是多少并排列出，本期一点不变", async () => {
    const satisfaction = {
      numerator: ["satisfied", "neutral"],
      denominator: ["satisfied", "neutral", "dissatisfied"],
      words: "（满意量＋一般量）÷ 已评价量",
      authority: "热线办",
    };
    await story.people.office!.post("/rules", {
      ...{
        kind: "satisfaction",
        key: "satisfactionRate",
        from: "2022-12-01",
        value: satisfaction,
        source: "拟改的办法",
      },
    });
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    await story.say("followUp", order, "follow-up", { channel: "phone", rating: "neutral", solved: true, text: null });
    const asked = (path: string, figure: string, who = "leader") =>
      story.people[who]!.get(`${AT}/${path}?figure=${encodeURIComponent(figure)}`);
    await story.accepted({ ...matter, category: "h2" });
    const parts = (await asked("figure", "requests.accepted")).body.breakdowns;
    expect(parts.map(({ name }: { name: string }) => name)).toContain("按诉求小类");
    for (const { rows } of parts)
      expect(rows.reduce((sum: number, { numerator }: { numerator: number }) => sum + numerator, 0)).toBe(3);
    const rated = "followUp.satisfactionRate";
    const before = (await draft()).body.blocks;
    const { body } = await asked("figure-otherwise", rated);
    expect(body.now).toMatchObject({
      words: "满意量 ÷（回访总量 − 未评价量）",
      text: "0.00%",
      numerator: 0,
      denominator: 1,
    });
    expect(body.others).toEqual([
      {
        ...{ words: satisfaction.words, source: "拟改的办法", from: "2022-12-01" },
        ...{ text: "100.00%", numerator: 1, denominator: 1 },
      },
    ]);
    expect((await draft()).body.blocks).toEqual(before);
    expect((await asked("figure-otherwise", "requests.accepted")).body).toEqual({ now: null, others: [] });
    expect((await asked("figure-otherwise", "requests.none")).status).toBe(404);
    expect((await asked("figure-otherwise", rated, "agent")).status).toBe(403);
  });

  it("增选的节：没有勾的不印，勾上就有渠道、重复诉求和同比，没有上年的数就说没有", async () => {
    const { body } = await draft();
    const extra = ["channels", "yearBefore", "repeats", "hours"];
    const lines = body.contents.lines as { name: string; on: boolean }[];
    expect(lines.filter(({ name, on }) => extra.includes(name) && !on)).toHaveLength(4);
    await arrange(
      lines.map(({ name, on }) => ({ name, on: on || extra.includes(name) })),
      0,
    );
    const { text } = await frozenHtml();
    expect(text).toMatch(/来源渠道只有一个，即电话1件，占受理诉求总量的100\.00%/);
    expect(text).toContain("没有上年同期的数据，不作同比。");
    expect(text).toContain("本月没有并入原事项的重复诉求。");
  });

  it("数字表按名称找得到", async () => {
    const { body } = await story.people.office!.get(`${AT}/figures?q=${encodeURIComponent("受理诉求")}`);
    expect(body.rows).toContainEqual({
      figure: "requests.accepted",
      form: "number",
      name: "受理诉求",
      of: null,
      text: "1",
    });
  });
}, books);
