import { barsLayout, barsOption } from "./bars.ts";
import type { Chart } from "./chart.ts";
import { panelsLayout, panelsOption } from "./panels.ts";
import { pieOption } from "./pie.ts";
import type { ChartTheme } from "./theme.ts";

/** 图的绘制参数: what the drawing library takes, as plain data; the same on screen and on paper. Refuses nothing. */
export function chartOption(chart: Chart, theme: ChartTheme, width: number): Record<string, unknown> {
  const base = { textStyle: { fontFamily: theme.fontFamily }, animation: false };
  switch (chart.kind) {
    case "pie":
      return { ...base, ...pieOption(chart.rows, chart.unit, theme, width) };
    case "bars":
      return { ...base, ...barsOption(chart.rows, theme, width) };
    case "panels":
      return { ...base, ...panelsOption(chart, theme, width) };
  }
}

/** 图的高度: pixels it needs at that width so that no label is cut. */
export function chartHeight(chart: Chart, theme: ChartTheme, width: number): number {
  switch (chart.kind) {
    case "pie":
      return 300;
    case "bars":
      return barsLayout(chart.rows, theme, width).height;
    case "panels":
      return panelsLayout(chart, theme, width).height;
  }
}
