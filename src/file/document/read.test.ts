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
