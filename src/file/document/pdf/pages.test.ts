import { describe, expect, test } from "vitest";
import { type PdfPage, pdfFile } from "../../../../test/world/pdfFile.ts";
import { readPdf } from "../pdf.ts";

const blocksOf = async (...pages: PdfPage[]) => (await readPdf(pdfFile(pages))).blocks;

const textsOf = async (...pages: PdfPage[]) =>
  (await blocksOf(...pages)).map((block) => (block.kind === "paragraph" ? block.text : "表"));

describe("一页的行", () => {
  test("字距排得宽的页上，字和数都不拆开", async () => {
    const spread = (text: string, left: number, y: number) => {
      let x = left - 4;
      return [...text].map((sign): PdfPage["words"][number] => {
        const from = x + 4;
        x = from + (sign > "\u00ff" ? 10 : 5);
        return [from, y, sign, 10];
      });
    };
    const words = [...spread("受理诉求的情况", 72, 700), ...spread("办结1234件", 72, 680)];
    expect(await textsOf({ words: [...words, [72, 660, "单位"], [97, 660, "件数"]] })).toEqual([
      "受理诉求的情况",
      "办结1234件",
      "单位件数",
    ]);
  });

  test("写到右边的一行，后面一行接着它说，翻页也一样；没写到头的、写完一句的、另起一段的不是", async () => {
    const words: PdfPage["words"] = [
      [72, 760, "办理情况"],
      [104, 740, "受理诉求，全市共受理群众诉求是123"],
      [72, 720, "45件，其中咨询和求助类的诉求件数合计是"],
      [72, 700, "为12000件，较去年同期有所增加了。甲县的"],
      [72, 680, "办结率最高，群众评价较好，满意率最高。"],
      [72, 660, "乙县其次，群众评价较好，满意率也较高，"],
    ];
    const next: PdfPage["words"] = [
      [72, 760, "丙县再次。"],
      [104, 740, "办结诉求，全市共办结群众诉求11000件。"],
    ];
    const blocks = await blocksOf({ words }, { words: next });
    expect(
      blocks.flatMap((block) => (block.kind === "paragraph" && block.goesOn ? [block.text.slice(-3)] : [])),
    ).toEqual(["123", "合计是", "甲县的", "较高，"]);
  });

  test("分两栏排的页先读完左栏再读右栏，通栏的标题在前", async () => {
    const rows = (side: string) => Array.from({ length: 9 }, (_, at) => `${side}栏第${at + 1}行，受理诉求的情况`);
    const words = rows("左").flatMap((text, at): PdfPage["words"] => [
      [72, 700 - 16 * at, text, 10],
      [240, 700 - 16 * at, rows("右")[at]!, 10],
    ]);
    const read = await textsOf({ words: [[130, 740, "关于受理情况的简报", 24], ...words] });
    expect(read).toEqual(["关于受理情况的简报", ...rows("左"), ...rows("右")]);
  });
});
