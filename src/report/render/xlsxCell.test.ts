import { describe, expect, test } from "vitest";
import { countSpan, figure, percentSpan } from "../../../test/world/reportDocument.ts";
import { hostileFormula } from "../../../test/world/strangeText.ts";
import type { Span } from "../block.ts";
import { sheetCell } from "./xlsxCell.ts";

const cell = (...spans: Span[]) => sheetCell({ spans, align: "right" });

describe("表格的一格", () => {
  test("件数、百分比、个百分点、相对变化、分各按各的写法成为数", () => {
    expect(cell(countSpan(56))).toEqual({ number: 56, format: "0" });
    expect(cell(percentSpan(1, 3))).toEqual({ number: 0.3333, format: "0.00%" });
    expect(cell({ text: "上升0.43个百分点", figure: figure("points", 43) })).toEqual({ number: 0.43, format: "0.00" });
    expect(cell({ text: "-9.14%", figure: figure("change", -914) })).toEqual({ number: -0.0914, format: "0.00%" });
    expect(cell({ text: "98.50", figure: figure("score", 9850) })).toEqual({ number: 98.5, format: "0.00" });
  });

  test("没有值或没有印出数字的照印出来的写", () => {
    expect(cell({ text: "—", figure: { ...figure("percent", 0), value: null } })).toBe("—");
    expect(cell({ text: "持平", figure: figure("count", 0) })).toBe("持平");
  });

  test("一格里既有数又有字的是文字", () => {
    expect(cell("约", countSpan(56), "件")).toBe("约56件");
  });

  test("普通的数字成为数；编号、长号码、公式样的文字仍是文字；空的是空格", () => {
    expect(["12", "98.50", "12.30%", "-3"].map((text) => cell(text))).toEqual([
      { number: 12, format: "0" },
      { number: 98.5, format: "0.00" },
      { number: 0.123, format: "0.00%" },
      { number: -3, format: "0" },
    ]);
    for (const text of ["0012", "430302199001011234", "+86", "1e5", hostileFormula]) expect(cell(text)).toBe(text);
    expect(cell("")).toBeNull();
  });
});
