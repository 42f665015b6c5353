/** 改动一个数的报告: a report as plain data, with every printed figure at hand. */
import type { AuditedDocument, Block } from "../../src/domain/document.ts";
import type { Measured } from "../../src/domain/measure/measured.ts";
import type { HeadCell, Report, Span, Table, TableRow } from "../../src/report/block.ts";

/** one figure as printed: in which block and row of it, in which column */
export interface PrintedFigure {
  text: string;
  figure: Measured;
  block: number;
  row: number;
  column: number;
  isTotal: boolean;
}

/** 一张表: where it stands in the document, and below how many rows of headings its body begins */
interface PrintedTable {
  at: number;
  head: number;
}

export interface PrintedReport {
  document: AuditedDocument;
  figures: PrintedFigure[];
  tables: Map<number, PrintedTable>;
}

/** 印成平常数据; `altered` prints another text for one of the figures */
export function printedReport(report: Report, altered?: { at: number; text: string }): PrintedReport {
  const figures: PrintedFigure[] = [];
  const blocks: Block[] = [];
  const tables: PrintedReport["tables"] = new Map();
  let line = 0;
  const place = () => ({ line: (line += 1) });
  const words = (spans: Span[], where: Omit<PrintedFigure, "text" | "figure">): string =>
    spans
      .map((span) => {
        if (typeof span === "string") return span;
        if (!("figure" in span) || !/\d/.test(span.text)) return span.text;
        figures.push({ text: span.text, figure: span.figure, ...where });
        return altered?.at === figures.length - 1 ? altered.text : span.text;
      })
      .join("");
  const paragraph = (text: string) => blocks.push({ kind: "paragraph", text, place: place() });
  const table = ({ head, body }: Table, block: number) => {
    const heads = headRows(head);
    tables.set(block, { at: blocks.length, head: heads.length });
    const rows = [
      ...heads,
      ...body.flatMap((row, at) =>
        bodyRow(row, (spans, column) => words(spans, { block, row: at, column, isTotal: row.kind === "total" })),
      ),
    ];
    blocks.push({ kind: "table", rows: rows.map((cells) => ({ cells, place: place() })) });
  };
  for (const title of report.title) paragraph(title);
  const parts = [
    ...report.blocks,
    ...report.appendices.flatMap(({ title, blocks: own }, at) => [
      { kind: "heading" as const, level: 1 as const, text: `附件${at + 1} ${title}` },
      ...own,
    ]),
  ];
  for (const [at, block] of parts.entries()) {
    const own = { block: at, row: -1, column: -1, isTotal: false };
    if (block.kind === "heading") paragraph(`${"number" in block ? (block.number ?? "") : ""}${block.text}`);
    else if (block.kind === "paragraph") paragraph((block.lead ?? "") + words(block.spans, own));
    else if (block.kind === "notes") for (const item of block.items) paragraph(words(item, own));
    else if (block.kind === "table") table(block.table, at);
  }
  return { document: { layout: "paragraphs", blocks }, figures, tables };
}

/** a cell over several columns stands in each, below a cell over several rows it is blank */
function headRows(head: HeadCell[][]): string[][] {
  const waiting: number[] = [];
  return head.map((cells) => {
    const row: string[] = [];
    const skip = () => {
      for (; (waiting[row.length] ?? 0) > 0; row.push("")) waiting[row.length]! -= 1;
    };
    for (const { text, columns = 1, rows = 1 } of cells) {
      skip();
      for (let column = 0; column < columns; column += 1) {
        waiting[row.length] = rows - 1;
        row.push(text);
      }
    }
    skip();
    return row;
  });
}

function bodyRow(row: TableRow, print: (spans: Span[], column: number) => string): string[][] {
  if (row.kind === "group") return [[row.text]];
  return [
    row.cells.flatMap((cell, column) =>
      Array.from({ length: cell.columns ?? 1 }, (_, nth) => (nth === 0 ? print(cell.spans, column) : "")),
    ),
  ];
}

/** 两行: neighbours in one table, of which each has a name of its own */
export interface RowPair {
  block: number;
  rows: [number, number];
}

const nameAt = (cells: string[]): number => cells.findIndex((cell) => cell !== "" && !/^[\d.,%+−-]+$/.test(cell));

function rowsOf({ document, tables }: PrintedReport, { block, rows }: RowPair): string[][] {
  const { at, head } = tables.get(block)!;
  const table = document.blocks[at] as Extract<Block, { kind: "table" }>;
  return rows.map((row) => table.rows[head + row]!.cells);
}

/** 相邻的两行 of every table whose rows have names and figures */
export function rowPairs(report: PrintedReport): RowPair[] {
  return [...report.tables.keys()].flatMap((block) => {
    const own = report.figures.filter((one) => one.block === block && one.row >= 0 && !one.isTotal);
    const rows = [...new Set(own.map(({ row }) => row))];
    const pairs = rows.slice(1).map((row, at): RowPair => ({ block, rows: [rows[at]!, row] }));
    return pairs.filter((pair) => {
      const [a, b] = rowsOf(report, pair).map((cells) => cells[nameAt(cells)]);
      return pair.rows[1] - pair.rows[0] === 1 && a !== undefined && b !== undefined && a !== b;
    });
  });
}

/** 对调名称: the same report with the names of two rows changed for one another */
export function withNamesSwapped(report: PrintedReport, pair: RowPair): AuditedDocument {
  const copy = structuredClone(report.document);
  const [a, b] = rowsOf({ ...report, document: copy }, pair) as [string[], string[]];
  const [x, y] = [nameAt(a), nameAt(b)];
  [a[x], b[y]] = [b[y]!, a[x]!];
  return copy;
}

/** 改法: the last digit one up or down, two neighbouring digits changed for one another */
export function alterations(text: string): string[] {
  const digits = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const last = digits.at(-1)!;
  const put = (at: number, digit: number) => text.slice(0, at) + String(digit) + text.slice(at + 1);
  const one = Number(text[last]);
  const swap = digits.findLast(
    (at, nth) => nth > 0 && digits[nth - 1] === at - 1 && text[at] !== text[at - 1] && !(text[at] === "0" && nth === 1),
  );
  return [
    ...(one < 9 ? [put(last, one + 1)] : []),
    ...(one > 0 && !(digits.length === 1 && one === 1) ? [put(last, one - 1)] : []),
    ...(swap === undefined ? [] : [text.slice(0, swap - 1) + text[swap] + text[swap - 1] + text.slice(swap + 1)]),
  ];
}
