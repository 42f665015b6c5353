import { barsLayout, barsOption } from "./bars.ts";
import type { Chart } from "./chart.ts";
import { panelsLayout, panelsOption } from "./panels.ts";
import { pieOption } from "./pie.ts";
import type { ChartTheme } from "./theme.ts";

/** below this width (a phone) names and values have no room beside a bar or slice: they stand above bars */
const NARROW = 480;

const onePanel = ({ rows, unit, alt }: Exclude<Chart, { kind: "panels" }>): Chart => ({
  kind: "panels",
  unit,
  alt,
  panels: [{ title: "", rows }],
});

/** 图的绘制参数: what the drawing library takes, as plain data; the same on screen and on paper. Refuses nothing. */
export function chartOption(chart: Chart, theme: ChartTheme, width: number): Record<string, unknown> {
  if (chart.kind !== "panels" && width < NARROW) return chartOption(onePanel(chart), theme, width);
  const base = { textStyle: { fontFamily: theme.fontFamily }, animation: false };
  switch (chart.kind) {
    case "pie":
      return { ...base, ...pieOption(chart.rows, chart.unit, theme) };
    case "bars":
      return { ...base, ...barsOption(chart.rows, theme, width) };
    case "panels":
      return { ...base, ...panelsOption(chart, theme, width) };
  }
}

/** 图的高度: pixels it needs at that width so that no label is cut. */
export function chartHeight(chart: Chart, theme: ChartTheme, width: number): number {
  if (chart.kind !== "panels" && width < NARROW) return chartHeight(onePanel(chart), theme, width);
  switch (chart.kind) {
    case "pie":
      return 300;
    case "bars":
      return barsLayout(chart.rows, theme, width).height;
    case "panels":
      return panelsLayout(chart, theme, width).height;
  }
}
