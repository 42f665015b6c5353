import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("走势与逐期", () => {
  test("连续几周", () => {
    const weeks = "第43周1431件、第44周1438件、第45周1412件、第46周1386件";
    expect(foundIn(`近四周来件：${weeks}，已连续三周回落。`)).toEqual(["medium wording 1431件 1438件"]);
    expect(foundIn(`近四周来件：${weeks}，已连续两周回落。`)).toEqual([]);
  });

  test("表中一年的增速不是由上一年来的", () => {
    const years = (rate: string) =>
      `年份	受理量（件）	同比增速\n2020	298114	/\n2021	342870	15.0%\n2022	397455	${rate}\n2023	421690	6.1%\n2024	461253	9.4%`;
    expect(foundIn(years("19.5%"))).toEqual(["high change 19.5% 397455 342870"]);
    expect(foundIn(years("15.9%"))).toEqual([]);
  });

  test("四个季度与逐月的表", () => {
    const months = [31, 29, 34, 33, 36, 38, 43, 44, 38, 36, 35, 40].map((count, at) => `${at + 1}月	${count * 1000}`);
    const table = `各月受理量\n月份	受理量（件）\n${months.join("\n")}\n全年	437000\n`;
    const text = (second: number) => `分季度看，一季度94000件，二季度${second}件，三季度125000件，四季度111000件。`;
    expect(foundIn(table + text(107000))).toEqual([]);
    expect(foundIn(table + text(170000))).toContain("high partsAndWhole 170000件 33000 36000 38000");
  });

  test("指标表各行各说各的变动", () => {
    const table = (change: string) =>
      `指标	一季度	上季度	变化\n受理量（件）	81984	80436	+1.92%\n办结率	96.59%	96.05%	+0.54个百分点\n满意率	95.86%	94.12%	${change}`;
    expect(foundIn(table("+1.85个百分点"))).toEqual(["high change +1.85个百分点 95.86% 94.12%"]);
    expect(foundIn(table("+1.74个百分点"))).toEqual([]);
  });

  test("增长几倍", () => {
    expect(foundIn("防火举报816件，去年同期340件，同比增长2.4倍。")).toEqual(["medium change 2.4倍 816件 340件"]);
    expect(foundIn("防火举报816件，去年同期340件，同比增长1.4倍。")).toEqual([]);
  });

  test("只列出三年的连续三年", () => {
    const text = (middle: string) => `满意率2021年92.1%、2022年${middle}、2023年93.0%，连续三年稳步上升。`;
    expect(foundIn(text("91.8%"))).toEqual(["medium wording 92.1% 91.8%"]);
    expect(foundIn(text("92.8%"))).toEqual([]);
  });

  test("6月至8月逐月走高，说的只是这几个月的行", () => {
    const table = (july: number) =>
      `月份  受理量（件）\n5月  41000\n6月  40100\n7月  ${july}\n8月  48877\n9月  40263\n6月至8月受理量逐月走高。`;
    expect(foundIn(table(47105))).toEqual([]);
    expect(foundIn(table(40050))).toEqual(["medium wording 40100 40050"]);
  });
});
