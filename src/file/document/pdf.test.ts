import { describe, expect, test } from "vitest";
import { type PdfPage, pdfFile } from "../../../test/world/pdfFile.ts";
import { readPdf } from "./pdf.ts";

const blocksOf = async (...pages: PdfPage[]) => (await readPdf(pdfFile(pages))).blocks;

/** each line with its page and number, each row of a table with its bars */
const linesOf = async (...pages: PdfPage[]) =>
  (await blocksOf(...pages)).flatMap((block) =>
    (block.kind === "table" ? block.rows : [{ cells: [block.text], place: block.place }]).map(
      ({ cells, place }) => `${place.page}.${place.line} ${cells.join("｜")}`,
    ),
  );

describe("读 .pdf", () => {
  test("窄表里的格子不连成一片，行中的字间小缝不算分格", async () => {
    const words: PdfPage["words"] = [
      [72, 700, "甲县", 12],
      [104, 700, "100", 12],
      [131, 700, "90", 12],
      [72, 680, "热线", 12],
      [97, 680, "受理12件", 12],
    ];
    expect(await linesOf({ words })).toEqual(["1.1 甲县  100  90", "1.2 热线受理12件"]);
  });

  test.each([1, 2])("横放的页按看的方向读（转%s个直角）", async (turned) => {
    const words: PdfPage["words"] = [
      [72, 560, "表1 办理情况"],
      [72, 520, "单位"],
      [222, 520, "承办"],
      [72, 492, "甲县"],
      [222, 492, "100"],
    ];
    expect(await linesOf({ words, turned })).toEqual(["1.1 表1 办理情况", "1.2 单位  承办", "1.3 甲县  100"]);
  });

  test("斜印的水印不算正文", async () => {
    expect(await linesOf({ words: [[72, 700, "受理诉求12件"]], watermark: "内部资料" })).toEqual(["1.1 受理诉求12件"]);
  });
});
