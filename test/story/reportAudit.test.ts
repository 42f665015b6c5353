import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { EMBEDDED, eachDatabase } from "../world/databases.ts";
import { archiveOf, wordFile } from "../world/documentFiles.ts";
import { type Answer, type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

/** 审核: a file of any city comes in, what it contradicts itself in goes out, and nothing is left of it. */
const TEXT = "一、总体情况\n派发工单594件，按时办结591件，按时办结率99.60%。\n";
const FILE = { "content-type": "application/octet-stream" };
const LARGE = 20 * 2 ** 20 + 1;

eachDatabase((name, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const audit = (content: string | Buffer, who = "analyst", noun = ""): Promise<Answer> =>
    story.people[who]!.post(`/report-audits${noun}`, Buffer.from(content), FILE);
  const refusal = async (content: string | Buffer) => {
    const { status, body } = await audit(content);
    return `${status} ${body.title}${body.detail}`;
  };

  it("文本：文字一行行在，矛盾说在哪一行、怎么算；库里一行也没有多", async () => {
    const rows = async () => (await hotline.db.query("select count(*) from access_log"))[0];
    const before = await rows();
    const { status, body } = await audit(TEXT);
    expect(status).toBe(200);
    expect(body.lines).toEqual([
      { page: null, line: 1, cells: ["一、总体情况"] },
      { page: null, line: 2, cells: ["派发工单594件，按时办结591件，按时办结率99.60%。"] },
    ]);
    expect(body.total).toBe(1);
    expect(body.rows[0]).toMatchObject({
      ...{ kind: "rateOfCounts", severityName: "必须核对", values: ["99.60%", "591件", "594件"] },
      arithmetic: "591件 ÷ 594件 = 99.49% ≠ 99.60%",
    });
    expect(body.rows[0].places[0]).toMatchObject({ page: null, line: 2, words: "第2行" });
    expect(await rows()).toEqual(before);
    expect((await audit(TEXT, "agent")).status).toBe(403);
    expect((await audit(TEXT, "leader")).status).toBe(403);
  });

  it("导出：.json 与命令行一样，.csv 里的公式只是文字，.xlsx 一行一处", async () => {
    const formula = `=1+1工单594件，按时办结591件，按时办结率99.60%。\n`;
    const json = await audit(TEXT, "office", "/findings.json");
    expect(json.body.map(({ kind }: { kind: string }) => kind)).toEqual(["rateOfCounts"]);
    const csv = (await audit(formula, "office", "/findings.csv")).raw.toString();
    expect(csv.startsWith("\ufeff轻重,种类,说明,")).toBe(true);
    expect(csv).toContain(`,"'=1+1工单594件，`);
    const book = new ExcelJS.Workbook();
    const { raw } = await audit(TEXT, "office", "/findings.xlsx");
    await book.xlsx.load(raw as unknown as ArrayBuffer);
    expect(book.worksheets[0]!.getRow(2).getCell(7).value).toBe("第2行\n第2行\n第2行");
    expect((await audit(TEXT, "office", "/findings.exe")).status).toBe(400);
  });

  // what a file is, is no matter of the database
  if (name !== EMBEDDED) return;

  it("坏的、恶意的文件：各说一句话和怎么办；再来一份照常", async () => {
    const bomb = archiveOf("word/document.xml", deflateRawSync(Buffer.alloc(60 * 2 ** 20, "<w:p>")), 60 * 2 ** 20);
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    expect(await refusal("")).toContain("400 这个文件是空的，没有文字。");
    expect(await refusal(" \n\n")).toContain("400 这个文件是空的，没有文字。");
    expect(await refusal("受理\u0000件")).toContain("415 这不是能审核的文件。");
    expect(await refusal(old)).toBe(
      "415 这是旧版 .doc 或 .wps 文件，读不了。请用 Word 或 WPS 打开，另存为 .docx 后再审核。",
    );
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toContain("415 这不是能审核的文件。");
    expect(await refusal("{\\rtf1 报告}")).toContain("415 这不是能审核的文件。");
    expect(await refusal("%PDF-1.7\n坏了")).toContain("400 这个文件不完整或已损坏");
    expect(await refusal(archiveOf("xl/workbook.xml", Buffer.from("<workbook/>")))).toContain("415 ");
    expect(await refusal(archiveOf("word/document.xml", Buffer.from("<w/>"), 2 ** 31))).toContain("413 ");
    expect(await refusal(bomb)).toContain("413 这个文件或解开后的内容过大");
    expect(await refusal(Buffer.alloc(LARGE, "1"))).toContain("413 这个文件或解开后的内容过大");
    expect(await refusal("受理一件。".repeat(110_000))).toContain("413 这份报告超过五十万字");
    expect((await audit(TEXT)).body.total).toBe(1);
    const json = await story.people.analyst!.post("/report-audits", { text: TEXT });
    expect(json.body.code).toBe("unsupportedType");
    expect(hotline.faults).toEqual([]);
  });

  it(".docx：段落和表的行都有号", async () => {
    const file = await wordFile("一、总体情况", [
      ["单位", "件数"],
      ["甲局", "12"],
    ]);
    expect((await audit(file)).body.lines).toEqual([
      { page: null, line: 1, cells: ["一、总体情况"] },
      { page: null, line: 2, cells: ["单位", "件数"] },
      { page: null, line: 3, cells: ["甲局", "12"] },
    ]);
  });

  it("同时来十几份：排着队一份份审，排不下的请他稍后再来", async () => {
    const all = await Promise.all(Array.from({ length: 14 }, () => audit(TEXT)));
    const statuses = all.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(10);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
  });
}, books);
