import { escapeTemplate } from "./bars.ts";
import type { Chart } from "./chart.ts";
import { lineCount } from "./extent.ts";
import type { ChartTheme } from "./theme.ts";

type Panels = Extract<Chart, { kind: "panels" }>;
type Panel = Panels["panels"][number];

const GAP = 28;
const titleHeight = (panels: Panel[]) => (panels.some((panel) => panel.title) ? 36 : 12);
const BAR = 10;

/** 小图排列: as many columns as fit at a readable width, at most three; every panel equally high. */
export function panelsLayout({ panels }: Panels, theme: ChartTheme, width: number) {
  const columns = Math.max(1, Math.min(3, panels.length, Math.floor(width / 220)));
  const panelWidth = (width - GAP * (columns - 1) - 16) / columns;
  const lines = Math.max(1, ...panels.flatMap((panel) => panel.rows.map((row) => rowLines(row, theme, panelWidth))));
  const pitch = lines * lineHeight(theme) + BAR + 10;
  const rows = Math.max(1, ...panels.map((panel) => panel.rows.length));
  const panelHeight = titleHeight(panels) + rows * pitch + 14;
  return { columns, panelWidth, pitch, panelHeight, height: Math.ceil(panels.length / columns) * panelHeight };
}

const lineHeight = (theme: ChartTheme) => theme.fontSize + 4;
const words = (row: { label: string; print: string }) => `${row.label}  ${row.print}`;
const rowLines = (row: { label: string; print: string }, theme: ChartTheme, width: number) =>
  lineCount(words(row), theme.fontSize - 1, width);

/** 并列小图: one small bar chart per place or unit, all on one scale, each bar's name written above it. */
export function panelsOption(chart: Panels, theme: ChartTheme, width: number): Record<string, unknown> {
  const layout = panelsLayout(chart, theme, width);
  const scale = Math.max(1, ...chart.panels.flatMap((panel) => panel.rows.map((row) => row.value)));
  const left = (at: number) => 8 + (at % layout.columns) * (layout.panelWidth + GAP);
  const top = (at: number) => Math.floor(at / layout.columns) * layout.panelHeight;
  return {
    title: chart.panels.map((panel, at) => panelTitle(panel, theme, left(at), top(at), layout.panelWidth)),
    grid: chart.panels.map((panel, at) => ({
      left: left(at),
      top: top(at) + titleHeight(chart.panels),
      width: layout.panelWidth,
      height: layout.pitch * panel.rows.length,
    })),
    xAxis: chart.panels.map((_, at) => ({ type: "value", gridIndex: at, show: false, min: 0, max: scale })),
    yAxis: chart.panels.map((panel, at) => ({
      type: "category",
      gridIndex: at,
      inverse: true,
      show: false,
      data: panel.rows.map((row) => row.label),
    })),
    series: chart.panels.map((panel, at) => panelBars(panel, at, theme, layout)),
  };
}

const panelTitle = (panel: Panel, theme: ChartTheme, left: number, top: number, width: number) => ({
  text: panel.title,
  left,
  top,
  padding: [6, 0],
  textStyle: { color: theme.ink, fontSize: theme.fontSize + 1, fontWeight: "bold", width, overflow: "break" },
});

const panelBars = (panel: Panel, at: number, theme: ChartTheme, layout: ReturnType<typeof panelsLayout>) => ({
  type: "bar",
  name: panel.title,
  xAxisIndex: at,
  yAxisIndex: at,
  barWidth: BAR,
  itemStyle: { color: theme.fills[0] },
  data: panel.rows.map((row) => ({
    value: row.value,
    label: {
      show: true,
      position: [0, -3],
      align: "left",
      verticalAlign: "bottom",
      color: theme.ink,
      fontSize: theme.fontSize - 1,
      lineHeight: lineHeight(theme),
      width: layout.panelWidth,
      overflow: "break",
      formatter: escapeTemplate(words(row)),
    },
  })),
});
