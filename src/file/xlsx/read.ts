import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal } from "../../domain/refusal.ts";
import type { Cell, TableRow } from "../table/row.ts";
import { damaged, openArchive } from "./archive.ts";
import { decodedPart, spelled, type WorkbookParts, workbookParts } from "./part.ts";
import { attribute, XmlFault, xmlScanner } from "./xml.ts";
import { ZipFault } from "./zip.ts";

/**
 * 读工作簿 (.xlsx): the rows of its first visible sheet as they come, header included, blank ones left out. A formula gives
 * its result, and where the file has none its row a fault; a date is a Date whose UTC fields are what the sheet shows. Ends in a Refusal when the file cannot be read:
 * notXlsx, xlsOldFormat, xlsxEncrypted, xlsxDamaged, xlsxTooLarge. A stream is first put into a private temporary file.
 */
export async function* readXlsxRows(source: string | AsyncIterable<Uint8Array>): AsyncGenerator<TableRow[]> {
  if (typeof source === "string") return yield* rowsOf(source);
  const folder = await mkdtemp(join(tmpdir(), "rexian-xlsx-"));
  try {
    const path = join(folder, "table.xlsx");
    await pipeline(Readable.from(source), createWriteStream(path));
    yield* rowsOf(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* rowsOf(path: string): AsyncGenerator<TableRow[]> {
  const entries = await openArchive(path);
  try {
    const parts = await workbookParts(path, entries);
    const sheet = parts && entries.get(parts.sheet);
    if (!sheet) throw new Refusal(damaged);
    const rows: TableRow[] = [];
    const feed = xmlScanner(sheetEvents(parts, (row) => rows.push(row)));
    for await (const piece of decodedPart(path, sheet)) {
      feed(piece);
      yield rows.splice(0);
    }
  } catch (error) {
    throw error instanceof ZipFault || error instanceof XmlFault ? new Refusal(damaged) : error;
  }
}

/** the last column a sheet can have, XFD */
const mostColumns = 16_384;

function sheetEvents(parts: WorkbookParts, found: (row: TableRow) => void) {
  let [line, cells, column, text] = [0, [] as Cell[], 0, ""];
  let [type, style, isValue, isReading] = ["n", 0, false, false];
  let [isFormula, fault] = [false, null as string | null];
  return {
    open(name: string, attributes: string) {
      if (name === "c") {
        column = columnOf(attribute(attributes, "r")) ?? cells.length;
        if (column >= mostColumns) throw new XmlFault("a column beyond the last");
        type = attribute(attributes, "t") ?? "n";
        style = Number(attribute(attributes, "s") ?? 0);
        text = "";
        isFormula = false;
      } else if (name === "f") isFormula = true;
      else if (name === "v" || name === "t") isValue = !isReading;
      else if (name === "rPh") isReading = true;
      else if (name === "row") {
        line = Number(attribute(attributes, "r") ?? line + 1);
        cells = [];
        fault = null;
      }
    },
    close(name: string) {
      if (name === "c") {
        while (cells.length < column) cells.push(null);
        cells[column] = cellOf(text, type, style, parts);
        // a formula whose result is an empty text says that it is a text
        if (isFormula && text === "" && type !== "str") fault ??= unreckoned(column, line);
      } else if (name === "v" || name === "t") isValue = false;
      else if (name === "rPh") isReading = false;
      else if (name === "row" && (fault || cells.some((cell) => cell !== null))) found({ line, cells, fault });
    },
    text(piece: string) {
      if (isValue) text += piece;
    },
  };
}

/** written by a program that doesn't reckon: taken for blank it would be lost without a word */
const unreckoned = (column: number, line: number): string =>
  `${lettersOf(column)}${line} 格是公式，文件里没有它的结果；请用表格软件打开、保存一次，或者直接填数`;

/** 27 → 'AB' */
const lettersOf = (column: number): string =>
  (column < 26 ? "" : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** 'AB12' is column 27, counted from 0 */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

function cellOf(text: string, type: string, style: number, { strings, dateStyles, from1904 }: WorkbookParts): Cell {
  if (text === "") return null;
  switch (type) {
    case "s":
      return strings[Number(text)] || null;
    case "b":
      return text === "1" ? "TRUE" : "FALSE";
    case "d":
      return new Date(/Z$/.test(text) ? text : `${text}Z`);
    case "n":
      return dateStyles[style] ? dateOf(Number(text), from1904) : Number(text);
    default:
      return spelled(text); // inlineStr, str, e
  }
}

/** 日期序号: days since 1899-12-30 (before March 1900 the format counts a day that never was), to the millisecond */
function dateOf(serial: number, from1904: boolean): Date {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return new Date(Math.round((days - 25_569) * 86_400_000));
}
