import type { Chart } from "../../chart/chart.ts";
import type { Block, Report, Span } from "../block.ts";

/** XML knows no such characters; marks that reverse the direction of reading could make a line say something else */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the ones to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const halfSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** 可印文本: one line without control characters; half a character becomes 〔?〕. Printing it twice changes nothing more. */
export const printable = (text: string): string =>
  text
    .replace(/[\t\r\n]+/g, " ")
    .replace(unprintable, "")
    .replace(halfSurrogate, "〔?〕");

/** 逐字改写: the same plain data with every string changed. */
export function mapText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapText(item, change)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapText(item, change)])) as T;
}

/** 句子的字面: what the reader sees of it. */
export const spanText = (spans: Span[]): string =>
  spans.map((span) => (typeof span === "string" ? span : span.text)).join("");

/** 报告的全部文字: every piece of text that gets printed, to look for characters without a font. */
export function* reportTexts(report: Report): Iterable<string> {
  yield* [...report.title, spanText(report.preamble), report.issuer, report.date, report.reportTo, report.sendTo];
  for (const block of report.blocks) yield* blockTexts(block);
  for (const appendix of report.appendices) {
    yield appendix.title;
    for (const block of appendix.blocks) yield* blockTexts(block);
  }
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [block.lead ?? "", spanText(block.spans)];
    case "notes":
      return block.items.map(spanText);
    case "chart":
      return [block.caption, ...chartTexts(block.chart)];
    case "table":
      return [
        block.caption ?? "",
        ...block.table.head.flat().map((cell) => cell.text),
        ...block.table.body.flatMap((row) =>
          row.kind === "group" ? [row.text] : row.cells.map((cell) => spanText(cell.spans)),
        ),
      ];
  }
}

const chartTexts = (chart: Chart): string[] =>
  chart.kind === "panels"
    ? chart.panels.flatMap((panel) => [panel.title, ...rowTexts(panel.rows)])
    : rowTexts(chart.rows);
const rowTexts = (rows: { label: string; print: string }[]) => rows.flatMap((row) => [row.label, row.print]);
