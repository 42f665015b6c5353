import { describe, expect, test } from "vitest";
import { type PdfPage, pdfFile } from "../../../../test/world/pdfFile.ts";
import { readPdf } from "../pdf.ts";

const blocksOf = async (...pages: PdfPage[]) => (await readPdf(pdfFile(pages))).blocks;

/** each line, and each row of a table with its bars */
const linesOf = async (...pages: PdfPage[]) =>
  (await blocksOf(...pages)).flatMap((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.join("｜")) : [block.text],
  );

describe("没画框线的表", () => {
  /** cells without rules, set in the middle of their rows line by line; columns 60 points apart */
  const aligned = (y: number, rows: string[][], pitch = 15): PdfPage["words"] => {
    let top = y;
    return rows.flatMap((cells) => {
      const most = Math.max(...cells.map((cell) => cell.split("\n").length));
      const words = cells.flatMap((cell, column) =>
        cell
          .split("\n")
          .map((text, line, { length }): PdfPage["words"][number] => [
            76 + 60 * column,
            top - pitch * (line + (most - length) / 2),
            text,
            10,
          ]),
      );
      top -= pitch * most;
      return words.filter(([, , text]) => text !== "");
    });
  };
  const report = [
    ["单位", "受理\n(件)", "占比\n(%)"],
    ["市城市管\n理局", "48\n216", "62.5\n0"],
    ["甲县", "", "12.50"],
    ["乙县", "123\n45", "25.00"],
  ];
  const plain = report.map((cells) => cells.map((cell) => cell.replace("\n", "")));

  test("按各列上下对齐读，折行的格子不断开，空格子也在", async () => {
    const words: PdfPage["words"] = [
      [72, 745, "全市共受理诉求，"],
      [72, 730, "各单位办理情况如下："],
      ...aligned(700, report),
      [72, 560, "请核对。"],
    ];
    expect(await blocksOf({ words })).toEqual([
      { kind: "paragraph", text: "全市共受理诉求，", place: { page: 1, line: 1 } },
      { kind: "paragraph", text: "各单位办理情况如下：", place: { page: 1, line: 2 } },
      { kind: "table", rows: plain.map((cells, row) => ({ cells, place: { page: 1, line: [3, 6, 8, 9][row] } })) },
      { kind: "paragraph", text: "请核对。", place: { page: 1, line: 12 } },
    ]);
  });

  test("断在两页上，表头再印一遍、一行断成两半，仍是一张表", async () => {
    const [head, first, ...others] = report;
    const halves = [
      ["市城市管", "48", "62.5"],
      ["理局", "216", "0"],
    ];
    expect(first).toEqual(halves[0]!.map((half, at) => `${half}\n${halves[1]![at]}`));
    const cut = { words: aligned(200, [head!, ["丙县", "12", "0.50"], ["丁自治县", "12345", "62.5"]]) };
    const rest = { words: aligned(780, [head!, ["", "", "0"], ...others]) };
    expect(await blocksOf(cut, rest)).toMatchObject([
      {
        rows: [plain[0], ["丙县", "12", "0.50"], ["丁自治县", "12345", "62.50"], plain[2], plain[3]].map((cells) => ({
          cells,
        })),
      },
    ]);
  });

  test("只有表头和一行的，下一页接着才算表", async () => {
    const [head, row] = [
      ["单位", "受理"],
      ["甲县", "12"],
    ] as const;
    const page = { words: aligned(200, [[...head], [...row]]) };
    expect(await linesOf(page)).toEqual(["单位  受理", "甲县  12"]);
    expect(await linesOf(page, { words: aligned(780, [[...head], ["乙县", "8"]]) })).toEqual([
      "单位｜受理",
      "甲县｜12",
      "乙县｜8",
    ]);
  });

  test("只剩一行翻到下一页的，还是前一页的表", async () => {
    const page = (y: number, rows: string[][]): PdfPage => ({ words: aligned(y, rows) });
    const rows = [
      ["单位", "受理", "办结"],
      ["甲县", "12", "10"],
      ["乙县", "8", "8"],
    ];
    expect(await linesOf(page(200, rows), page(780, [["合计", "20", "18"]]))).toEqual([
      "单位｜受理｜办结",
      "甲县｜12｜10",
      "乙县｜8｜8",
      "合计｜20｜18",
    ]);
    expect(await linesOf(page(780, [["合计", "20", "18"]]))).toEqual(["合计  20  18"]);
  });

  test.each([
    [
      "目录",
      [
        ["一、总体情况", "1"],
        ["二、办理情况", "3"],
        ["三、下步打算", "12"],
      ],
    ],
    [
      "分两栏排的正文",
      [
        ["受理诉求12", "满意9件，"],
        ["件，办结10", "不满意1件"],
        ["件，其余在", "，均已回访"],
      ],
    ],
    [
      "分两栏写的名单",
      [
        ["甲县", "乙县"],
        ["丙县", "丁县"],
        ["戊县", "己县"],
      ],
    ],
    [
      "图上的数",
      [
        ["12", "15"],
        ["10", "11"],
        ["8", "9"],
      ],
    ],
  ])("对齐的不都是表：%s", async (_, rows) => {
    expect((await blocksOf({ words: aligned(700, rows) })).every(({ kind }) => kind === "paragraph")).toBe(true);
  });

  test("先写完一栏再写另一栏的，不当作一格一格写的表", async () => {
    const words = aligned(700, [
      ["甲县", "12"],
      ["乙县", "13"],
      ["丙县", "14"],
    ]).toSorted((a, b) => a[0] - b[0]);
    expect(await linesOf({ words })).toEqual(["甲县  12", "乙县  13", "丙县  14"]);
  });
});
