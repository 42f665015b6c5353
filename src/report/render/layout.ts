import type { Chart } from "../../chart/chart.ts";
import type { Appendix, NumberedBlock, Report, Table } from "../block.ts";
import { placeCells } from "./grid.ts";
import { spanText } from "./printable.ts";

/** 版心 (GB/T 9704—2012): A4 and its margins in millimetres; across, the same paper lies on its side. */
export const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 };
export const across = { width: 297, height: 210, top: 28, bottom: 26, left: 25, right: 25 };

/** 版心宽 in millimetres */
export const textWidth = (orientation: Appendix["orientation"] = "portrait"): number => {
  const sheet = orientation === "landscape" ? across : page;
  return sheet.width - sheet.left - sheet.right;
};

/** 图的画幅 in CSS pixels: at 590 a chart's labels come out at about 10 points on the page; many panels need more room. */
export const chartWidth = (chart: Chart): number =>
  chart.kind === "panels" && chart.panels.length > 2 ? 664 : shownWidth;
/** the width of the text in CSS pixels, which every chart fills */
const shownWidth = 590;
/** the highest a chart may stand: a page less its caption and one heading */
const shownHeightMost = 780;

/** 图的缩放: so that a chart drawn at this size fits across and down the page */
export const chartScale = (width: number, height: number): number =>
  Math.min(shownWidth / width, shownHeightMost / height);

const sizes = [12, 10.5, 9, 8, 7.5, 7, 6.5, 6, 5.5, 5];
const millimetresPerPoint = 25.4 / 72;

/** 单元格左右留白 in millimetres, each side: crowded tables get by with less. */
export const cellInset = (table: Table): number => (table.widths.length > 10 ? 0.5 : 1);

/** 表格字号 in points: 小四 at most, smaller until no number and no name of two characters has to be cut in its column. */
export function tableSize(table: Table, width: number): number {
  const total = table.widths.reduce((sum, share) => sum + share, 0);
  const room = table.widths.map((share) => (share / total) * width - 2 * cellInset(table) - 0.2);
  const longest = longestWords(table);
  return sizes.find((size) => room.every((mm, at) => longest[at]! * size * millimetresPerPoint <= mm)) ?? sizes.at(-1)!;
}

/** per column, the longest piece that must not break, in multiples of the type size */
function longestWords(table: Table): number[] {
  const longest = table.widths.map(() => 2);
  const lines = table.body.map((row) => (row.kind === "group" ? [] : row.cells));
  for (const { cell, column, columns } of placeCells(lines))
    if (columns === 1) longest[column] = Math.max(longest[column] ?? 2, wordWidth(spanText(cell.spans)));
  return longest;
}

const wordWidth = (text: string): number => Math.max(0, ...(text.match(/[\x21-\x7e−]+/g) ?? []).map(asciiWidth));
/** widths in ems, as wide as in the widest of our fonts */
const signWidths: Record<string, number> = { "%": 0.93, "−": 1, ".": 0.33, ",": 0.33 };
const asciiWidth = (word: string): number => [...word].reduce((sum, sign) => sum + (signWidths[sign] ?? 0.56), 0);

/** 附件标记: '附件1'; only '附件' when there is but one. */
export const appendixLabel = (report: Report, at: number): string =>
  report.appendices.length > 1 ? `附件${at + 1}` : "附件";

/** 附件说明: the lines '附件：1. …' at the foot of the text. */
export const appendixList = (report: Report): string[] =>
  report.appendices.map(({ title }, at) => (report.appendices.length > 1 ? `${at + 1}. ${title}` : title));

/** 标题或图表名, with its number in front: '一、总体情况', '图 1　诉求类型占比'. */
export const numbered = (block: NumberedBlock, text: string): string =>
  block.number ? `${block.number}${block.kind === "heading" ? "" : "　"}${text}` : text;

/** 演示标记, on every page of a demonstration */
export const demonstrationMark = "演示　数据为虚构或还原，不作公文使用";

/** 版记: whom it is reported and sent to; empty lines are left out. */
export const imprint = ({ reportTo, sendTo }: Report): string[] =>
  [
    { label: "报", to: reportTo },
    { label: "发", to: sendTo },
  ].flatMap(({ label, to }) => (to ? [/^[报发抄][：:送]/.test(to) ? to : `${label}：${to}`] : []));

/** 注的编号: '注：…' when there is one, else '注：1. …', '2. …' */
export const noteLines = (items: string[]): string[] =>
  items.map((text, at) => {
    const label = items.length > 1 ? `${at + 1}. ` : "";
    return `${at === 0 ? "注：" : "　　"}${label}${text}`;
  });
