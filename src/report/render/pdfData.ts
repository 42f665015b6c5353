import { spellOut } from "../../file/font/coverage.ts";
import type { Appendix, Block, Cell, NumberedBlock, Report, Table } from "../block.ts";
import { type Face, type FontReport, withSpares } from "./fonts.ts";
import {
  appendixLabel,
  appendixList,
  cellInset,
  chartScale,
  chartWidth,
  demonstrationMark,
  imprint,
  noteLines,
  numbered,
  tableSize,
  textWidth,
} from "./layout.ts";
import { missingFromReport } from "./missing.ts";
import { mapText, printable, spanText } from "./printable.ts";
import { chartSvg } from "./svg.ts";

/** 版面数据: what the template is given: the words as data, the charts as files. */
export interface Page {
  data: Record<string, unknown>;
  charts: Drawn[];
}

/** 画好的图: how wide it stands in percent of the text, and how high that makes it in millimetres. */
export interface Drawn {
  file: string;
  svg: string;
  width: number;
  height: number;
}

/** 可上版面的报告: without control characters, and with the code in words for each character that no font has. */
export function onPaper(report: Report, fonts: FontReport): Report {
  const clean = mapText(report, printable);
  const missing = missingFromReport(clean, fonts);
  return missing.length === 0 ? clean : mapText(clean, (text) => spellOut(text, missing));
}

/** 准备版面数据: everything the template prints, in plain strings. */
export function pageData(original: Report, fonts: FontReport): Page {
  const report = onPaper(original, fonts);
  const charts: Page["charts"] = [];
  const draw = drawing(charts, familyList(fonts, "hei"));
  return {
    data: {
      name: report.title.join(""),
      author: report.issuer,
      instant: instant(report.frozen.instant),
      fonts: Object.fromEntries(Object.keys(fonts.faces).map((face) => [face, familyList(fonts, face as Face)])),
      titleWeight: fonts.faces.title.weight,
      mark: report.demonstration ? demonstrationMark : null,
      title: report.title,
      preamble: spanText(report.preamble),
      blocks: report.blocks.map((block) => laidOut(block, draw)),
      appendixList: appendixList(report),
      appendices: report.appendices.map((appendix, at) => ({
        label: appendixLabel(report, at),
        title: appendix.title,
        landscape: appendix.orientation === "landscape",
        blocks: appendix.blocks.map((block) => laidOut(block, draw, appendix.orientation)),
      })),
      issuer: report.issuer,
      date: report.date,
      imprint: imprint(report),
    },
    charts,
  };
}

const familyList = (fonts: FontReport, face: Face): string[] => [
  ...new Set(withSpares(fonts, face).flatMap(({ families }) => families)),
];

/** An instant as the template wants it, in UTC. */
function instant(milliseconds: number) {
  const at = new Date(milliseconds);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}

type Draw = (block: Extract<Block, { kind: "chart" }>) => { file: string };

const drawing =
  (charts: Page["charts"], families: string[]): Draw =>
  ({ chart }) => {
    const file = `chart-${charts.length}.svg`;
    const width = chartWidth(chart);
    const svg = chartSvg(chart, { width, fontFamily: families.join(",") });
    const height = Number(/ height="([\d.]+)"/.exec(svg)![1]);
    const share = chartScale(width, height) / chartScale(width, 0);
    charts.push({ file, svg, width: 100 * share, height: (textWidth() * share * height) / width });
    return { file };
  };

function laidOut(block: NumberedBlock, draw: Draw, orientation?: Appendix["orientation"]): Record<string, unknown> {
  switch (block.kind) {
    case "heading":
      return { kind: "heading", level: block.level, text: numbered(block, block.text) };
    case "paragraph":
      return { kind: "paragraph", lead: block.lead ?? null, text: spanText(block.spans) };
    case "notes":
      return { kind: "notes", items: noteLines(block.items.map(spanText)) };
    case "chart":
      return { kind: "chart", caption: numbered(block, block.caption), alt: block.chart.alt, ...draw(block) };
    case "table":
      return {
        kind: "table",
        caption: block.caption === null ? (block.number ?? null) : numbered(block, block.caption),
        ...tableData(block.table, textWidth(orientation)),
      };
  }
}

const tableData = (table: Table, width: number) => ({
  widths: table.widths,
  size: tableSize(table, width),
  inset: cellInset(table),
  head: table.head.map((row) => row.map((cell) => spanned(cell.text, "center", cell))),
  body: table.body.map((row) =>
    row.kind === "group"
      ? { kind: "group", cells: [spanned(row.text, "left", { columns: table.widths.length })] }
      : { kind: row.kind, cells: row.cells.map((cell) => spanned(spanText(cell.spans), cell.align, cell)) },
  ),
});

const spanned = (
  text: string,
  align: Cell["align"],
  { columns = 1, rows = 1 }: { columns?: number; rows?: number },
) => ({
  text,
  align,
  columns,
  rows,
});
