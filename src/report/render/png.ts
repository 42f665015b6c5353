import sharp from "sharp";
import type { Chart } from "../../chart/chart.ts";
import type { FontFile } from "../../file/font/open.ts";
import { outlineText } from "../../file/font/outline.ts";
import { type FontReport, withSpares } from "./fonts.ts";
import { chartWidth } from "./layout.ts";
import { chartSvg } from "./svg.ts";

/** 图片: a chart as a crisp picture; width and height in CSS pixels, three dots to each. */
export interface ChartPicture {
  png: Buffer;
  width: number;
  height: number;
}

const dotsPerPixel = 3;

/** 画图为 PNG: words become outlines of our own fonts first, so the picture is the same on every machine. */
export async function chartPng(chart: Chart, fonts: FontReport): Promise<ChartPicture> {
  const svg = outlined(chartSvg(chart, { width: chartWidth(chart) }), fonts);
  const { data, info } = await sharp(Buffer.from(svg), { density: 72 * dotsPerPixel })
    .flatten({ background: "#ffffff" })
    .png({ compressionLevel: 6 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: Math.round(info.width / dotsPerPixel), height: Math.round(info.height / dotsPerPixel) };
}

/** 图中文字转轮廓: every text element of a chart as a path. */
export function outlined(svg: string, fonts: FontReport): string {
  const regular = withSpares(fonts, "hei");
  const bold = withSpares(fonts, "heiBold");
  return svg.replace(/<text\b([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, words: string) => {
    const isBold = /font-weight[:=]["\s]*(bold|[6-9]00)/.test(attributes);
    return textAsPath(attributes, unescaped(words), isBold ? bold : regular);
  });
}

function textAsPath(attributes: string, words: string, fonts: FontFile[]): string {
  const size = Number(/font-size:\s*([\d.]+)px/.exec(attributes)?.[1] ?? 12);
  const { width, path, middle } = outlineText(words, size, fonts);
  const start = { start: 0, middle: width / 2, end: width }[attribute(attributes, "text-anchor") ?? "start"] ?? 0;
  const x = Number(attribute(attributes, "x") ?? 0) - start;
  const y = Number(attribute(attributes, "y") ?? 0) + (attribute(attributes, "dominant-baseline") ? middle : 0);
  const transform = `${attribute(attributes, "transform") ?? ""} translate(${x.toFixed(2)} ${y.toFixed(2)})`.trim();
  return `<path d="${path}" fill="${attribute(attributes, "fill") ?? "#000"}" transform="${transform}"/>`;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
const unescaped = (text: string) => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name]!);
