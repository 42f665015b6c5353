import type { Cell } from "../table/row.ts";
import { neutralised } from "./formula.ts";

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return quoted(neutralised(cell instanceof Date ? cell.toISOString() : cell));
}

/** 写一行 CSV: RFC 4180, CRLF; text that looks like a formula is neutralised, numbers stay plain. */
export const csvLine = (cells: Cell[]): string => `${cells.map(field).join(",")}\r\n`;

/** 写 CSV: with the byte order mark by which Excel and WPS know UTF-8. */
export async function* csvText(rows: AsyncIterable<Cell[]>): AsyncGenerator<string> {
  yield "\ufeff";
  for await (const row of rows) yield csvLine(row);
}
