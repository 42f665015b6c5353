import type { ChartRow } from "./chart.ts";
import { lineCount, widest } from "./extent.ts";
import type { ChartTheme } from "./theme.ts";

/** 横条图的尺寸: names to the left with room to wrap, printed values to the right, so that nothing is cut. */
export function barsLayout(rows: ChartRow[], theme: ChartTheme, width: number) {
  const size = theme.fontSize;
  const names = rows.map((row) => row.label);
  const name = Math.min(widest(names, size) + size, width * 0.4);
  const print = widest(
    rows.map((row) => row.print),
    size,
  );
  const lines = Math.max(1, ...names.map((text) => lineCount(text, size, name)));
  const pitch = Math.max(32, lines * (size + 5) + 12);
  return { name, print: Math.min(print + 16, width * 0.4), pitch, height: rows.length * pitch + 16 };
}

/** 横条图 */
export function barsOption(rows: ChartRow[], theme: ChartTheme, width: number): Record<string, unknown> {
  const { name, print } = barsLayout(rows, theme, width);
  const text = { color: theme.ink, fontSize: theme.fontSize };
  return {
    grid: { left: name + 8, right: print, top: 8, bottom: 8 },
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => row.label),
      axisLine: { lineStyle: { color: theme.outline } },
      axisTick: { show: false },
      axisLabel: { ...text, interval: 0, width: name, overflow: "break", lineHeight: theme.fontSize + 5 },
    },
    series: [
      {
        type: "bar",
        barMaxWidth: 18,
        itemStyle: { color: theme.fills[0] },
        data: rows.map((row) => ({
          value: row.value,
          label: { show: true, position: "right", ...text, formatter: escapeTemplate(row.print) },
        })),
      },
    ],
  };
}

/** ECharts reads {a}, {b}… in a formatter as placeholders; printed text must stay as it is. */
export const escapeTemplate = (text: string): string => text.replaceAll("{", "｛").replaceAll("}", "｝");
