import type { Measured } from "../../domain/measure/measured.ts";
import type { Cell, TableRow } from "../block.ts";
import type { Placed } from "./grid.ts";
import { soleFigure } from "./xlsxCell.ts";

/** one body row of a table as far as formulas see it: its kind and the figure in each column */
interface FigureRow {
  kind: "group" | "row" | "total";
  figures: (Measured | null | undefined)[];
}

/** 表格公式: by line and column of the body. A formula stands only where it gives exactly the figure in every row it is used in. */
export function tableFormulas(body: TableRow[], cells: Placed<Cell>[], firstRow: number): Map<string, string> {
  const rows = body.map(({ kind }): FigureRow => ({ kind, figures: [] }));
  for (const { cell, line, column } of cells) rows[line]!.figures[column] = soleFigure(cell);
  const width = Math.max(0, ...rows.map(({ figures }) => figures.length));
  const formulas = new Map<string, string>();
  for (let column = 0; column < width; column++) {
    const ratio = ratioOf(rows, column, width);
    rows.forEach((row, at) => {
      const isRate = ratio && row.figures[column]?.kind === "percent";
      const formula = isRate ? ratio(firstRow + at) : sumOf(rows, at, column, firstRow);
      if (formula) formulas.set(`${at},${column}`, formula);
    });
  }
  return formulas;
}

const count = (figure: Measured | null | undefined): number | null => (figure?.kind === "count" ? figure.value : null);

/** 'A', …, 'Z', 'AA' … */
export const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

/** 比率: the columns whose quotient every percentage in this column is: a ÷ b, or a ÷ (b − c) */
function ratioOf(rows: FigureRow[], column: number, width: number): ((row: number) => string) | null {
  const rates = rows.filter((row) => row.figures[column]?.kind === "percent" && row.figures[column]?.value !== null);
  if (rates.length === 0) return null;
  const columns = nearestFirst(column, width);
  const always = (holds: (row: FigureRow, rate: Measured) => boolean) =>
    rates.every((row) => holds(row, row.figures[column]!));
  const above = columns.find((a) =>
    always((row, rate) => rate.numerator !== undefined && count(row.figures[a]) === rate.numerator),
  );
  if (above === undefined) return null;
  const below = columns.find((b) => always((row, rate) => count(row.figures[b]) === rate.denominator));
  if (below !== undefined) return (row) => `${columnName(above)}${row}/${columnName(below)}${row}`;
  for (const b of columns)
    for (const c of columns)
      if (always((row, rate) => difference(row, b, c) === rate.denominator))
        return (row) => `${columnName(above)}${row}/(${columnName(b)}${row}-${columnName(c)}${row})`;
  return null;
}

/** the columns to the left, the nearest first, then those to the right: where two columns say the same, the nearer one is meant */
const nearestFirst = (column: number, width: number): number[] => [
  ...Array.from({ length: column }, (_, at) => column - 1 - at),
  ...Array.from({ length: width - column - 1 }, (_, at) => column + 1 + at),
];

function difference(row: FigureRow, b: number, c: number): number | null {
  const [whole, part] = [count(row.figures[b]), count(row.figures[c])];
  return whole === null || part === null ? null : whole - part;
}

/** 合计: the rows since the last group or total, or all totals before it, when they add up to it */
function sumOf(rows: FigureRow[], at: number, column: number, firstRow: number): string | null {
  const total = count(rows[at]!.figures[column]);
  if (rows[at]!.kind !== "total" || total === null) return null;
  let start = at;
  while (start > 0 && rows[start - 1]!.kind === "row") start--;
  const name = columnName(column);
  const value = (line: number) => count(rows[line]!.figures[column]) ?? Number.NaN;
  const lines = (from: number, kind: FigureRow["kind"]) =>
    rows.flatMap((row, line) => (line >= from && line < at && row.kind === kind ? [line] : []));
  const adds = (parts: number[]) => parts.length > 0 && parts.reduce((sum, line) => sum + value(line), 0) === total;
  if (adds(lines(start, "row"))) return `SUM(${name}${firstRow + start}:${name}${firstRow + at - 1})`;
  const totals = lines(0, "total");
  if (totals.length > 1 && adds(totals)) return totals.map((line) => `${name}${firstRow + line}`).join("+");
  const whole = lines(0, "row"); // blanks and group names between the rows add nothing
  return totals.length === 0 && adds(whole) ? `SUM(${name}${firstRow + whole[0]!}:${name}${firstRow + at - 1})` : null;
}
