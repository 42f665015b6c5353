import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { sheetNames } from "./sheetName.ts";

/** 工作簿的一格: words are always words, even '=1+1'; a number with its format, and a formula whose result the number is. */
export type SheetCell =
  | null
  | string
  | { number: number; format: string; formula?: string }
  /** words that lead to the first cell of another sheet, by that sheet's place in the workbook */
  | { text: string; sheet: number };

export interface SheetRow {
  cells: SheetCell[];
  look: "mark" | "title" | "head" | "group" | "row" | "total" | "note";
  /** of each cell; left is the default for words, right for numbers */
  align?: ("left" | "center" | "right")[];
}

export interface Sheet {
  name: string;
  /** widths in characters */
  columns: number[];
  rows: SheetRow[];
  /** [top, left, bottom, right], counted from 1 */
  merges: [number, number, number, number][];
  /** the rows repeated on every printed page and frozen on the screen, from 1: [first, last] */
  head: [number, number] | null;
  landscape: boolean;
  /** printed at the head of every page */
  mark: string | null;
}

/** 写工作簿 (.xlsx): sheets in order, names made valid and unique. `created` is the instant the file claims. */
export async function writeXlsx(
  sheets: Sheet[],
  { author, created }: { author: string; created: Date },
): Promise<Buffer> {
  const stream = new PassThrough();
  const content = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  Object.assign(workbook, { creator: author, lastModifiedBy: author, created, modified: created });
  const names = sheetNames(sheets.map(({ name }) => name));
  for (const [at, sheet] of sheets.entries()) writeSheet(workbook, sheet, names[at]!, names);
  await workbook.commit();
  return content;
}

function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet, name: string, names: string[]) {
  const target = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9, // A4
      orientation: sheet.landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: sheet.head ? `${sheet.head[0]}:${sheet.head[1]}` : undefined,
    },
    headerFooter: {
      oddHeader: sheet.mark ? `&R${sheet.mark.replaceAll("&", "&&")}` : undefined,
      oddFooter: "&C— &P —",
    },
    views: sheet.head ? [{ state: "frozen", ySplit: sheet.head[1] }] : [],
  });
  target.columns = sheet.columns.map((width) => ({ width }));
  for (const merge of sheet.merges) target.mergeCells(merge);
  for (const [at, row] of sheet.rows.entries()) writeRow(target.getRow(at + 1), row, names);
  target.commit();
}

function writeRow(target: ExcelJS.Row, row: SheetRow, names: string[]) {
  row.cells.forEach((cell, at) => {
    const place = target.getCell(at + 1);
    if (cell !== null) place.value = cellValue(cell, names); // writing nothing into a merged cell would empty its master
    place.style = styleOf(row.look, row.align?.[at] ?? null, formatOf(cell));
  });
  target.commit();
}

/** the format a cell is shown in; '@' keeps text that looks like a formula text when somebody edits it */
function formatOf(cell: SheetCell): string | null {
  if (typeof cell === "string") return startsLikeFormula.test(cell) ? "@" : null;
  return cell !== null && "number" in cell ? cell.format : null;
}

const startsLikeFormula = /^[=+\-@\t\r]/;

function cellValue(cell: SheetCell, names: string[]): ExcelJS.CellValue {
  if (cell === null || typeof cell === "string") return cell;
  if ("sheet" in cell) return { text: cell.text, hyperlink: `#'${names[cell.sheet]}'!A1` };
  return cell.formula ? { formula: cell.formula, result: cell.number } : cell.number;
}

const line: Partial<ExcelJS.Border> = { style: "thin", color: { argb: "FF858E99" } };
const border = { top: line, bottom: line, left: line, right: line };
const headFill: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF3F4F6" } };
const font = (size: number, bold = false, color = "FF1A1F26") => ({ name: "宋体", size, bold, color: { argb: color } });

interface Look {
  font: Partial<ExcelJS.Font>;
  border?: Partial<ExcelJS.Borders>;
  fill?: ExcelJS.Fill;
  alignment: { horizontal: "left" | "center"; wrapText: boolean };
}

const looks: Record<SheetRow["look"], Look> = {
  mark: { font: font(9, false, "FF6D3A7C"), alignment: { horizontal: "left", wrapText: false } },
  title: { font: font(14, true), alignment: { horizontal: "center", wrapText: true } },
  head: { font: font(10, true), border, fill: headFill, alignment: { horizontal: "center", wrapText: true } },
  group: { font: font(10, true), border, alignment: { horizontal: "left", wrapText: false } },
  row: { font: font(10), border, alignment: { horizontal: "left", wrapText: true } },
  total: { font: font(10, true), border, alignment: { horizontal: "left", wrapText: true } },
  note: { font: font(9), alignment: { horizontal: "left", wrapText: true } },
};

const styles = new Map<string, Partial<ExcelJS.Style>>();

/** one object for equal styles: the library recognises it and does not compare the parts for every cell */
function styleOf(
  look: SheetRow["look"],
  align: "left" | "center" | "right" | null,
  format: string | null,
): Partial<ExcelJS.Style> {
  const key = `${look} ${align} ${format}`;
  if (!styles.has(key)) {
    const { alignment, ...rest } = looks[look];
    const horizontal = align ?? (format && format !== "@" ? "right" : alignment.horizontal);
    styles.set(key, {
      ...rest,
      alignment: { ...alignment, horizontal, vertical: "middle" },
      ...(format && { numFmt: format }),
    });
  }
  return styles.get(key)!;
}
