import { describe, expect, test } from "vitest";
import { reportDocument } from "../../../test/world/reportDocument.ts";
import type { Cell, Table } from "../block.ts";
import { appendixLabel, imprint, noteLines, tableSize, textWidth } from "./layout.ts";

const cell = (text: string): Cell => ({ spans: [text], align: "right" });
const table = (columns: number, text: string): Table => ({
  widths: Array.from({ length: columns }, () => 1),
  head: [],
  body: [{ kind: "row", cells: Array.from({ length: columns }, () => cell(text)) }],
});

describe("版面", () => {
  test("版心宽 156 毫米，横放 247 毫米", () => {
    expect(textWidth()).toBe(156);
    expect(textWidth("landscape")).toBe(247);
  });

  test("列越多、数越长，表格字号越小，数不被截断", () => {
    expect(tableSize(table(3, "12"), 156)).toBe(12);
    const crowded = tableSize(table(21, "100.00%"), 247);
    expect(crowded).toBeLessThan(8);
    expect(4.06 * crowded * (25.4 / 72)).toBeLessThan(247 / 21 - 1); // seven signs fit between the paddings
  });

  test("只有一个附件时不编号", () => {
    expect(appendixLabel(reportDocument, 1)).toBe("附件2");
    expect(appendixLabel({ ...reportDocument, appendices: reportDocument.appendices.slice(0, 1) }, 0)).toBe("附件");
  });

  test("版记省去空行，不重复“报：”", () => {
    expect(imprint({ ...reportDocument, reportTo: "", sendTo: "发：各单位" })).toEqual(["发：各单位"]);
    expect(imprint({ ...reportDocument, reportTo: "市领导", sendTo: "" })).toEqual(["报：市领导"]);
  });

  test("注只有一条时不编号", () => {
    expect(noteLines(["甲"])).toEqual(["注：甲"]);
    expect(noteLines(["甲", "乙"])).toEqual(["注：1. 甲", "　　2. 乙"]);
  });
});
