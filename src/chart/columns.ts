import { escapeTemplate } from "./bars.ts";
import type { Chart } from "./chart.ts";
import type { ChartTheme } from "./theme.ts";

type Columns = Extract<Chart, { kind: "columns" }>;

export const COLUMNS_HEIGHT = 240;

/** 柱图: upright from zero, in the order of time; what it is compared with is a dashed line that says its name at its end. */
export function columnsOption({ rows, beside }: Columns, theme: ChartTheme): Record<string, unknown> {
  const text = { color: theme.ink, fontSize: theme.fontSize };
  const line = beside && {
    type: "line",
    name: beside.name,
    data: beside.values,
    symbol: "none",
    lineStyle: { color: theme.line, type: "dashed", width: 1.5 },
    endLabel: { show: true, ...text, color: theme.line, formatter: escapeTemplate(beside.name) },
  };
  return {
    grid: { left: 4, right: beside ? theme.fontSize * 4 : 8, top: theme.fontSize * 2, bottom: 4, containLabel: true },
    xAxis: {
      type: "category",
      data: rows.map(({ label }) => label),
      axisLine: { lineStyle: { color: theme.outline } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: 0,
      minInterval: 1,
      splitNumber: 3,
      axisLabel: text,
      splitLine: { lineStyle: { color: theme.hairline } },
    },
    series: [
      {
        type: "bar",
        barCategoryGap: "30%",
        itemStyle: { color: theme.fills[0] },
        label: { show: true, position: "top", ...text, hideOverlap: true },
        labelLayout: { hideOverlap: true },
        data: rows.map(({ value, print }) => ({ value, label: { formatter: escapeTemplate(print) } })),
      },
      ...(line ? [line] : []),
    ],
  };
}
