import * as echarts from "echarts";
import type { Chart } from "../../chart/chart.ts";
import { chartHeight, chartOption } from "../../chart/option.ts";
import { type ChartTheme, lightTheme } from "../../chart/theme.ts";
import { escapeHtml } from "./escape.ts";

export interface ChartDrawing {
  width: number;
  /** left out: as high as its labels need */
  height?: number;
  fontFamily?: string;
  theme?: ChartTheme;
}

/** 画图为 SVG: the same input gives the same bytes. */
export function chartSvg(chart: Chart, { width, height, fontFamily, theme = lightTheme }: ChartDrawing): string {
  const look = fontFamily ? { ...theme, fontFamily: fontFamily.replaceAll('"', "'") } : theme;
  const canvas = echarts.init(null, null, {
    renderer: "svg",
    ssr: true,
    width,
    height: height ?? chartHeight(chart, look, width),
  });
  try {
    canvas.setOption(chartOption(chart, look, width));
    return described(renumbered(canvas.renderToSVGString()), chart.alt);
  } finally {
    canvas.dispose();
  }
}

/** the library numbers its ids by a counter of the process; ours start afresh in every picture */
function renumbered(svg: string): string {
  const seen = new Map<string, string>();
  return svg.replace(/zr\d+-([a-z]+)-?(\d+)/g, (id, kind: string) => {
    if (!seen.has(id)) seen.set(id, `zr-${kind}-${seen.size}`);
    return seen.get(id)!;
  });
}

const described = (svg: string, alt: string) =>
  svg.replace("<svg ", `<svg role="img" aria-label="${escapeHtml(alt)}" `);
