import type { Block, Report, Table } from "../../src/report/block.ts";
import { spanText } from "../../src/report/render/printable.ts";

/** 版面上依次出现的文字: all that a page prints outside its pictures, in reading order. */
export const wordsInOrder = (report: Report): string[] => [
  ...report.title,
  spanText(report.preamble),
  ...report.blocks.flatMap(blockWords),
  ...report.appendices.map(({ title }) => title),
  report.issuer,
  report.date,
  ...report.appendices.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(blockWords)]),
  report.reportTo,
  report.sendTo,
];

function blockWords(block: Block & { number?: string }): string[] {
  switch (block.kind) {
    case "heading":
      return [(block.number ?? "") + block.text];
    case "paragraph":
      return [(block.lead ?? "") + spanText(block.spans)];
    case "notes":
      return block.items.map(spanText);
    case "chart":
      return [(block.number ?? "") + block.caption];
    case "table":
      return [...tableWords(block.table), (block.number ?? "") + (block.caption ?? "")];
  }
}

/** cells that stand beside two lines have no place in one order of reading: such a table is left out here */
function tableWords({ body }: Table): string[] {
  if (body.some((row) => row.kind !== "group" && row.cells.some(({ rows = 1 }) => rows > 1))) return [];
  return body.flatMap((row) => (row.kind === "group" ? [row.text] : row.cells.map(({ spans }) => spanText(spans))));
}
