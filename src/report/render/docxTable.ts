import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Cell, HeadCell, TableRow as ReportRow, Table as ReportTable } from "../block.ts";
import { typeface } from "./docxStyle.ts";
import { cellInset, tableSize } from "./layout.ts";
import { spanText } from "./printable.ts";

/** twentieths of a point in a millimetre */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** 一张真表: fixed column widths over `width` millimetres, with a caption below or not; every header row repeated on each page, no row cut in two. */
export function wordTable(table: ReportTable, width: number, isCaptioned: boolean): Table {
  const total = table.widths.reduce((sum, share) => sum + share, 0);
  const columnWidths = table.widths.map((share) => Math.floor((twips(width) * share) / total));
  const size = tableSize(table, width) * 2;
  const short = table.body.length <= 12; // a short table stays in one piece
  const side = twips(cellInset(table));
  const last = table.body.length - 1;
  const text = (at: number) => ({
    size, // a total never stands alone on a page, a caption never without a row above it
    keepNext: at === last ? isCaptioned : short || table.body[at + 1]!.kind === "total",
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: columnWidths.reduce((sum, column) => sum + column, 0), type: WidthType.DXA },
    columnWidths,
    margins: { left: side, right: side, top: 30, bottom: 30 },
    rows: [
      ...table.head.map((cells) => headRow(cells, size)),
      ...table.body.map((row, at) => bodyRow(row, table.widths.length, text(at))),
    ],
  });
}

interface TextLook {
  size: number;
  keepNext: boolean;
}

const headRow = (cells: HeadCell[], size: number) =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells.map((cell) => wordCell(cell.text, "center", cell, typeface.hei, { size, keepNext: true })),
  });

function bodyRow(row: ReportRow, columns: number, look: TextLook): TableRow {
  const children =
    row.kind === "group"
      ? [wordCell(row.text, "left", { columns }, typeface.hei, { ...look, keepNext: true })]
      : row.cells.map((cell) =>
          wordCell(spanText(cell.spans), cell.align, cell, row.kind === "total" ? typeface.hei : typeface.body, look),
        );
  return new TableRow({ cantSplit: true, children });
}

function wordCell(
  text: string,
  align: Cell["align"],
  { columns, rows }: { columns?: number; rows?: number },
  font: (typeof typeface)["hei"],
  { size, keepNext }: TextLook,
): TableCell {
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: "TableText",
        alignment: alignment[align],
        keepNext,
        // by the font's own measure a row would be as high as each machine's font likes
        spacing: { line: Math.round(size * 12.5), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font, size })],
      }),
    ],
  });
}
