import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { describe, expect, test } from "vitest";
import { archiveOf } from "../../../test/world/documentFiles.ts";
import type { AuditedDocument } from "../../domain/document.ts";
import { readPublished } from "./read.ts";

async function* only(bytes: Uint8Array) {
  yield bytes;
}

const read = (content: string | Uint8Array): Promise<AuditedDocument> =>
  readPublished(only(typeof content === "string" ? Buffer.from(content) : content));
const refused = (content: string | Uint8Array): Promise<string> =>
  read(content).then(
    () => "读了",
    (error: Error) => error.message,
  );

const cell = (text: string, span = 1) => new TableCell({ columnSpan: span, children: [new Paragraph(text)] });
const word = () =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph("一、总体情况"),
            new Table({
              rows: [
                new TableRow({ children: [cell("单位"), cell("办理", 2)] }),
                new TableRow({ children: [cell("甲局"), cell("12"), cell("50.00%")] }),
              ],
            }),
            new Paragraph("注：仅供参考"),
          ],
        },
      ],
    }),
  );

describe("读已发布的报告", () => {
  test(".docx：段落和表格按次序，跨列的格子各列都有", async () => {
    expect(await read(await word())).toEqual({
      layout: "paragraphs",
      blocks: [
        { kind: "paragraph", text: "一、总体情况", place: { line: 1 } },
        {
          kind: "table",
          rows: [
            { cells: ["单位", "办理", "办理"], place: { line: 2 } },
            { cells: ["甲局", "12", "50.00%"], place: { line: 3 } },
          ],
        },
        { kind: "paragraph", text: "注：仅供参考", place: { line: 4 } },
      ],
    });
  });

  test(".html：脚本和注释不算，跨行的格子下面是空的", async () => {
    const page =
      "<!DOCTYPE html><html><head><title>题</title></head><body><script>var x='<p>1件</p>'</script><p>受理&nbsp;<b>12</b>件&#65292;</p>" +
      "<!-- <p>藏</p> --><table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table></body></html>";
    expect((await read(page)).blocks).toEqual([
      { kind: "paragraph", text: "受理 12件，", place: { line: 1 } },
      {
        kind: "table",
        rows: [
          { cells: ["甲", "1"], place: { line: 2 } },
          { cells: ["", "2"], place: { line: 3 } },
        ],
      },
    ]);
  });

  test(".txt：UTF-8 和 GB18030 都读，行号照原文", async () => {
    const gb = Buffer.from("cadcc0edcbdfc7f30a3132bcfe", "hex");
    expect((await read(gb)).blocks).toEqual([
      { kind: "paragraph", text: "受理诉求", place: { line: 1 } },
      { kind: "paragraph", text: "12件", place: { line: 2 } },
    ]);
    expect((await read("\ufeff受理\r\n12件")).blocks).toHaveLength(2);
  });

  test("网页怎样开头都认得：空白、注释、样式、半截的片段、UTF-16", async () => {
    const text = { kind: "paragraph", text: "受理12件", place: { line: 1 } };
    const begins = [
      "<!-- saved from url=(0022)http://x.example/ -->\n<html>",
      " \n".repeat(800),
      "<?xml version='1.0'?><!DOCTYPE html>",
      ..."script style title".split(" ").map((name) => `<${name}></${name}>`),
      ..."section span center font link ucaptitle".split(" ").map((name) => `<${name} id=a>`),
    ];
    for (const begin of begins) expect((await read(`${begin}<p>受理12件</p>`)).blocks).toEqual([text]);
    expect((await read(Buffer.from("\ufeff<p>受理12件</p>", "utf16le"))).blocks).toEqual([text]);
    expect((await read("<95%的有2个")).layout).toBe("lines");
  });

  test("坏了一两个字节的网页照读，其余编码仍然拒绝", async () => {
    const page = (charset: string, text: Buffer, bad: Buffer) =>
      Buffer.concat([Buffer.from(`<meta charset=${charset}><p>`), text, bad, Buffer.from("</p>")]);
    const gb = Buffer.from("cadcc0edcbdfc7f3".repeat(5), "hex");
    const utf = Buffer.from("受理诉求".repeat(5));
    const bad = Buffer.from([0xff]);
    const first = async (bytes: Uint8Array) => (await read(bytes)).blocks[0];
    expect(await first(page("gb2312", gb, bad))).toMatchObject({ text: `${"受理诉求".repeat(5)}\ufffd` });
    expect(await first(page("utf-8", utf, bad))).toMatchObject({ text: `${"受理诉求".repeat(5)}\ufffd` });
    expect(await first(page("utf-8", utf, Buffer.from([0])))).toMatchObject({ text: "受理诉求".repeat(5) });
    // “喆喆” of GBK and “受理” of Big5, which only the page itself tells
    expect(await first(page("gbk", Buffer.from("86b486b4", "hex"), Buffer.of()))).toMatchObject({ text: "喆喆" });
    expect(await first(page("big5", Buffer.from("a8fcb27a", "hex"), Buffer.of()))).toMatchObject({ text: "受理" });
    expect(await refused(page("x", Buffer.from("a8fcb27a", "hex"), Buffer.of()))).toContain("编码");
    expect(await refused(page("utf-8", utf, Buffer.alloc(9, 0xff)))).toContain("编码");
  });

  test("没有读到报告的，不说没有问题", async () => {
    const archive = "From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>=E6=9C=88</html>";
    expect(await refused(archive)).toBe("这是打包保存的网页（.mht），读不了。请用浏览器打开，另存为 .html 后再审核。");
    expect(await refused('{"a":1}')).toContain("没有中文");
    expect(await refused("a,b\n1,2")).toContain("没有中文");
    expect(await refused("<p>12</p>")).toContain("没有中文");
    expect(await refused("<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:p>受理</w:p>")).toBe(
      "这是存成 XML 的 Word 文件，读不了。请用 Word 或 WPS 打开，另存为 .docx 后再审核。",
    );
    expect(await refused("")).toBe("这个文件是空的，没有文字。请打开原文，另存一份后再审核。");
  });

  test("旧版 .doc、.wps 说明怎样另存", async () => {
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
    expect(await refused(old)).toBe(
      "这是旧版 .doc 或 .wps 文件，读不了。请用 Word 或 WPS 打开，另存为 .docx 后再审核。",
    );
    expect(await refused(Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]))).toContain("打开密码");
  });

  test("坏的、恶意的文件各说一句", async () => {
    const whole = await word();
    expect(await refused(whole.subarray(0, whole.length / 2))).toContain("不完整或已损坏");
    expect(await refused(archiveOf("xl/workbook.xml", Buffer.from("<workbook/>")))).toContain("不是能审核的文件");
    expect(await refused(archiveOf("word/document.xml", Buffer.from("<w/>"), 2 ** 31))).toContain("过大");
    const entities =
      '<!DOCTYPE x [<!ENTITY a "受理"><!ENTITY b "&a;&a;">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>';
    expect(await refused(archiveOf("word/document.xml", Buffer.from(entities)))).toContain("不完整或已损坏");
    expect(await refused("%PDF-1.7\n坏了")).toContain("不完整或已损坏");
    expect(await refused(Buffer.from([1, 0, 2, 0, 3]))).toContain("不是能审核的文件");
    expect(await refused(Buffer.from("a4a4a4e5a7c1", "hex").fill(0xff))).toContain("编码");
    expect(await refused("  \n \n")).toContain("没有文字");
  });
});
