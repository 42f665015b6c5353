import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { readPublished } from "../../src/file/document/read.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import type { Story } from "../world/matter.ts";
import {
  AT,
  accepted,
  anotherCame,
  drafting,
  frozen,
  monthOver as over,
  paragraph,
  toldOnce,
} from "../world/reportDraft.ts";

/** all the words of a file as it was frozen */
const printedIn = async (file: Buffer): Promise<string> =>
  JSON.stringify((await readPublished(Readable.from([file]))).blocks);
const cellsOf = async (file: Buffer): Promise<string> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as never);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
};

/** 照底稿定稿: contents, headings and words print as they were left, in every format. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await toldOnce(hotline);
  });

  const { draft, write, reset, arrange } = drafting(() => story);
  const later = () => anotherCame(hotline, story);
  const monthOver = async () => {
    story = await over(hotline);
  };
  const frozenHtml = async () => {
    await monthOver();
    return frozen(story);
  };

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
}, books);
