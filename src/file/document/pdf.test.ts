import { describe, expect, test } from "vitest";
import { named, type PdfPage, pdfFile } from "../../../test/world/pdfFile.ts";
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

  test("拉开字距排满的一行，字间没有空格，两个数之间有", async () => {
    const signs = [..."全市共受理诉求", "12", "34", "件"];
    const words = signs.map((sign, at): PdfPage["words"][number] => [72 + at * 13, 700, sign, 10]);
    expect(await linesOf({ words })).toEqual(["1.1 全市共受理诉求12 34件"]);
  });

  test("斜印的水印不算正文", async () => {
    expect(await linesOf({ words: [[72, 700, "受理诉求12件"]], watermark: "内部资料" })).toEqual(["1.1 受理诉求12件"]);
  });

  /** rows of cells between rules 20 points apart, columns as wide as said, from a place on */
  const ruled = (x: number, y: number, widths: number[], rows: string[][], height = 20): PdfPage => {
    const lefts = [0, ...widths].map((_, at) => x + widths.slice(0, at).reduce((all, width) => all + width, 0));
    const bottom = y - height * rows.length;
    return {
      words: rows.flatMap((cells, row) =>
        cells.flatMap((cell, at) =>
          cell
            .split("\n")
            .map((text, line): PdfPage["words"][number] => [
              lefts[at]! + 4,
              y - height * row - 14 - 12 * line,
              text,
              10,
            ]),
        ),
      ),
      rules: [
        ...Array.from({ length: rows.length + 1 }, (_, row): [number, number, number, number] => [
          x,
          y - height * row,
          lefts.at(-1)!,
          y - height * row,
        ]),
        ...lefts.map((left): [number, number, number, number] => [left, y, left, bottom]),
      ],
    };
  };

  test("画了框线的表一格一格读，折行的单位名不断开", async () => {
    const rows = [
      ["单位", "受理（件）"],
      ["市城市管理和\n综合执法局", "120"],
      ["合计", "120\n（全市）"],
    ];
    const { words, rules } = ruled(72, 700, [70, 60], rows, 32);
    const page = { words: [[72, 740, "表1"] as [number, number, string], ...words], rules: rules! };
    expect(await linesOf(page)).toEqual([
      "1.1 表1",
      "1.2 单位｜受理（件）",
      "1.3 市城市管理和综合执法局｜120",
      "1.4 合计｜120 （全市）",
    ]);
  });

  test("跨列的格子各列都有，跨行的下面是空的；两边不画线的也算", async () => {
    const words: PdfPage["words"] = [
      [76, 656, "单位", 10],
      [180, 666, "办理", 10],
      [136, 646, "受理", 10],
      [216, 646, "办结", 10],
      [76, 626, "甲县", 10],
      [136, 626, "12", 10],
      [216, 626, "10", 10],
    ];
    const rules: PdfPage["rules"] = [
      [72, 680, 290, 680],
      [130, 660, 290, 660],
      [72, 640, 290, 640],
      [72, 620, 290, 620],
      [130, 680, 130, 620],
      [210, 660, 210, 620],
    ];
    expect(await linesOf({ words, rules })).toEqual(["1.1 单位｜办理｜办理", "1.2 ｜受理｜办结", "1.3 甲县｜12｜10"]);
  });

  test("一张表断在两页上仍是一张，再印一遍的表头不算", async () => {
    const head = ["单位", "受理"];
    const [first, second] = [
      ruled(72, 200, [80, 60], [head, ["甲县", "12"]]),
      ruled(60, 780, [80, 60], [head, ["乙县", "8"]]),
    ];
    second.words.push([72, 800, "表1（续）", 10], [72, 700, "注：仅供参考"]);
    const blocks = await blocksOf(first, second);
    expect(blocks).toEqual([
      {
        kind: "table",
        rows: [
          { cells: head, place: { page: 1, line: 1 } },
          { cells: ["甲县", "12"], place: { page: 1, line: 2 } },
          { cells: ["乙县", "8"], place: { page: 2, line: 3 } },
        ],
      },
      { kind: "paragraph", text: "注：仅供参考", place: { page: 2, line: 4 } },
    ]);
  });

  test("一行断在两页上的，两半并成一行；序号空着的合计行不并", async () => {
    const [first, second] = [
      ruled(
        72,
        200,
        [50, 60],
        [
          ["单位", "受理"],
          ["甲县", "12"],
          ["市直各", "7"],
        ],
      ),
      ruled(
        72,
        780,
        [50, 60],
        [
          ["部门", ""],
          ["合计", "19"],
        ],
      ),
    ];
    expect(await linesOf(first, second)).toEqual([
      "1.1 单位｜受理",
      "1.2 甲县｜12",
      "1.3 市直各部门｜7",
      "2.2 合计｜19",
    ]);
    const [numbered, total] = [
      ruled(
        72,
        200,
        [36, 52, 42],
        [
          ["序号", "单位", "受理"],
          ["1", "甲县", "12345"],
          ["2", "乙自治县", "12345"],
        ],
      ),
      ruled(72, 780, [36, 52, 42], [["", "合计", "24690"]]),
    ];
    expect((await linesOf(numbered, total)).slice(2)).toEqual(["1.3 2｜乙自治县｜12345", "2.1 ｜合计｜24690"]);
  });

  test("图里的网格、围着文字的框不是表", async () => {
    const grid = ruled(
      72,
      700,
      [50, 50, 50, 50],
      [
        ["", "", "", "12"],
        ["", "", "", ""],
        ["", "", "", ""],
      ],
    );
    const text = "受理诉求12件，办结10件。满意9件，不满意1件。\n".repeat(3).trim();
    const framed = ruled(72, 500, [60, 440], [["概况", text]], 60);
    const page = { words: [...grid.words, ...framed.words], rules: [...grid.rules!, ...framed.rules!] };
    expect((await blocksOf(page)).map(({ kind }) => kind)).toEqual(Array(4).fill("paragraph"));
  });

  test("页眉和页码不插进句子中间，行号照原样数", async () => {
    const page = (text: string, number: number): PdfPage => ({
      words: [
        [72, 800, "12345热线运行情况通报", 9],
        [72, 760, text],
        [250, 40, `第 ${number} 页 共 3 页`, 9],
      ],
    });
    expect(await linesOf(page("一", 1), page("二", 2), { words: [[72, 760, "三"]] })).toEqual([
      "1.2 一",
      "2.2 二",
      "3.1 三",
    ]);
  });

  test.each([
    ["UniGB-UCS2-H", undefined],
    ["GBK-EUC-H", () => "cadcc0edcbdfc7f33132bcfe"],
    ["GB-EUC-H", () => "cadcc0edcbdfc7f33132bcfe"],
  ])("没有嵌入的中文字体按编码认字：%s", async (map, encoded) => {
    const page: PdfPage = { words: [[72, 700, "受理诉求12件"]] };
    expect((await readPdf(pdfFile([page], named(map, encoded)))).blocks).toEqual([
      { kind: "paragraph", text: "受理诉求12件", place: { page: 1, line: 1 } },
    ]);
  });

  test("字体认不出是哪些字的，说明原因，不当作没有矛盾", async () => {
    const page: PdfPage = { words: [[72, 700, "受理诉求12件"]] };
    await expect(readPdf(pdfFile([page], named("90ms-RKSJ-H")))).rejects.toThrow(
      "这个 .pdf 里有的字体没有写明是哪些字，读不出来。请换成 .docx 或 .txt，或用 Word、WPS 重新导出 .pdf 后再审核。",
    );
  });

  test("段首空两格的行带着两个空格", async () => {
    const words: PdfPage["words"] = [
      [104, 700, "受理诉求12件，其中咨询"],
      [72, 680, "8件，求助4件。"],
      [104, 660, "办结10件，其中按期办"],
      [72, 640, "结9件。"],
      [200, 600, "市热线办"],
    ];
    expect(await linesOf({ words })).toEqual([
      "1.1 　　受理诉求12件，其中咨询",
      "1.2 8件，求助4件。",
      "1.3 　　办结10件，其中按期办",
      "1.4 结9件。",
      "1.5 市热线办",
    ]);
  });

  test("画得再多的一页也照读", async () => {
    const rules = Array.from({ length: 70_000 }, (_, at): [number, number, number, number] => {
      const [x, y] = [(at * 37) % 590, (at * 53) % 840];
      return at % 2 ? [x, y, x + 5, y] : [x, y, x, y + 5];
    });
    expect(await linesOf({ words: [[72, 700, "受理诉求12件"]], rules })).toEqual(["1.1 受理诉求12件"]);
  });

  test("各页都是同样几行的，不当作页眉去掉", async () => {
    const page: PdfPage = { words: [[72, 700, "受理诉求12件"]] };
    expect(await linesOf(page, page)).toEqual(["1.1 受理诉求12件", "2.1 受理诉求12件"]);
  });
});
