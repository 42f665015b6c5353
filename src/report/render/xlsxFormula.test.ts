import { describe, expect, test } from "vitest";
import { countSpan, figure, percentSpan } from "../../../test/world/reportDocument.ts";
import type { Cell, Span, TableRow } from "../block.ts";
import { placeCells } from "./grid.ts";
import { columnName, tableFormulas } from "./xlsxFormula.ts";

const row = (kind: "row" | "total", ...spans: Span[]): TableRow => ({
  kind,
  cells: spans.map((span): Cell => ({ spans: [span], align: "right" })),
});
const formulas = (...body: TableRow[]) =>
  Object.fromEntries(tableFormulas(body, placeCells(body.map((line) => (line.kind === "group" ? [] : line.cells))), 5));

describe("表格公式", () => {
  test("合计等于各行之和时写 SUM，不等时只写数", () => {
    expect(formulas(row("row", countSpan(2)), row("row", countSpan(3)), row("total", countSpan(5)))).toEqual({
      "2,0": "SUM(A5:A6)",
    });
    expect(formulas(row("row", countSpan(2)), row("row", countSpan(3)), row("total", countSpan(6)))).toEqual({});
  });

  test("小计之后的总计把小计相加", () => {
    const body = [
      row("row", countSpan(2)),
      row("total", countSpan(2)),
      row("row", countSpan(3)),
      row("total", countSpan(3)),
      row("total", countSpan(5)),
    ];
    expect(formulas(...body)["4,0"]).toBe("A6+A8");
  });

  test("分组而没有小计的总计写成跨组的 SUM", () => {
    const group: TableRow = { kind: "group", text: "甲" };
    expect(
      formulas(group, row("row", countSpan(2)), group, row("row", countSpan(3)), row("total", countSpan(5))),
    ).toEqual({
      "4,0": "SUM(A6:A8)",
    });
  });

  test("比率在每一行都等于两列之商时写公式，分母可以是两列之差", () => {
    expect(
      formulas(
        row("row", countSpan(4), countSpan(3), percentSpan(3, 4)),
        row("row", countSpan(9), countSpan(9), percentSpan(9, 9)),
      ),
    ).toEqual({
      "0,2": "B5/A5",
      "1,2": "B6/A6",
    });
    const reduced = formulas(row("row", countSpan(10), countSpan(6), countSpan(2), percentSpan(6, 8)));
    expect(reduced["0,3"]).toBe("B5/(A5-C5)");
  });

  test("有一行不成立时整列不写比率公式", () => {
    expect(
      formulas(
        row("row", countSpan(4), countSpan(3), percentSpan(3, 4)),
        row("row", countSpan(4), countSpan(3), percentSpan(2, 4)),
      ),
    ).toEqual({});
  });

  test("没有值的一行不妨碍其他行写公式", () => {
    const empty: Span = { text: "—", figure: { ...figure("percent", 0), value: null, numerator: 0, denominator: 0 } };
    const body = [
      row("row", countSpan(4), countSpan(3), percentSpan(3, 4)),
      row("row", countSpan(0), countSpan(0), empty),
    ];
    expect(formulas(...body)["0,2"]).toBe("B5/A5");
  });

  test("两列数字相同时用离得近的一列", () => {
    expect(formulas(row("row", countSpan(9), countSpan(9), countSpan(3), percentSpan(3, 9)))["0,3"]).toBe("C5/B5");
  });

  test("列名过 Z 进位", () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});
