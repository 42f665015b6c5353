import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barsLayout } from "./bars.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { textWidth } from "./extent.ts";
import { chartHeight, chartOption } from "./option.ts";
import { foldSlices } from "./pie.ts";
import { lightTheme } from "./theme.ts";

const row = (label: string, value: number): ChartRow => ({ label, value, print: `${value}件` });
const bars = (rows: ChartRow[]): Chart => ({ kind: "bars", unit: "件", rows, alt: "" });

describe("图表", () => {
  test("饼图超过六块时，其余合并且总数不变", () => {
    const rows = Array.from({ length: 9 }, (_, at) => row(`类${at}`, 90 - at));
    const folded = foldSlices(rows, "件");
    expect(folded).toHaveLength(6);
    expect(folded[5]).toEqual({ label: "其余 4 类", value: 85 + 84 + 83 + 82, print: "334 件" });
    expect(foldSlices(rows.slice(0, 6), "件")).toEqual(rows.slice(0, 6));
  });
  test("横条从零起", () =>
    expect(chartOption(bars([row("甲", 3)]), lightTheme, 720)).toMatchObject({ xAxis: { min: 0 } }));
  test("小图共用一把尺", () => {
    const panels = [3, 9].map((value) => ({ title: "区", rows: [row("甲", value)] }));
    const option = chartOption({ kind: "panels", unit: "%", panels, alt: "" }, lightTheme, 720);
    expect((option.xAxis as { max: number }[]).map(({ max }) => max)).toEqual([9, 9]);
  });
  test("再长的名称也有地方折行", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 10 }),
        (names) => {
          const layout = barsLayout(
            names.map((name) => row(name, 1)),
            lightTheme,
            720,
          );
          const line = lightTheme.fontSize + 5;
          for (const name of names) {
            const lines = Math.floor((layout.pitch - 12) / line);
            expect(lines * layout.name).toBeGreaterThanOrEqual(textWidth(name, lightTheme.fontSize));
          }
        },
      ),
    );
  });
  test("条数越多越高", () => {
    const height = (count: number) =>
      chartHeight(bars(Array.from({ length: count }, () => row("甲", 1))), lightTheme, 720);
    expect(height(10)).toBeGreaterThan(height(3));
  });
  test("手机宽度上名称写在条上方", () =>
    expect(chartOption(bars([row("甲", 3)]), lightTheme, 340)).toMatchObject({ yAxis: [{ show: false }] }));
});
