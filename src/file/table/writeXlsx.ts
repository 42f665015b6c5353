import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import ExcelJS from "exceljs";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Cell } from "./row.ts";

/** Rows that a sheet can have. */
const MOST_ROWS = 1_048_576;

/** Characters that a cell can have. */
const LONGEST = 32_767;

/** Control characters that XML has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const writable = (cell: Cell): Cell =>
  typeof cell === "string" ? cell.replace(UNWRITABLE, "").slice(0, LONGEST) : cell;

async function fill(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  out: PassThrough,
  name: string,
  rows: AsyncIterable<Cell[]>,
) {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  // whoever reads may leave: then nothing drains any more, and whoever gives the rows is told to stop
  const gone = new AbortController();
  out.once("close", () => gone.abort());
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > MOST_ROWS)
      throw new Refusal(refuse("tooManyRows", `超过一张工作表的 ${MOST_ROWS} 行。`, "请导出为 .csv。"));
    const line = sheet.addRow(row.map(writable));
    line.numFmt = "@";
    if (count === 1) line.font = { bold: true };
    line.commit();
    gone.signal.throwIfAborted();
    if (out.writableNeedDrain) await once(out, "drain", { signal: gone.signal });
  }
  sheet.commit();
  await workbook.commit();
}

/**
 * 写工作表 (.xlsx): one sheet, the first row its header, streamed. Text stays text, whatever it looks like (a formula, a
 * telephone number, leading zeros). Refuses more rows than a sheet can have.
 */
export function xlsxTable(name: string, rows: AsyncIterable<Cell[]>): Readable {
  const out = new PassThrough({ highWaterMark: 1 << 20 });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  fill(workbook, out, name, rows).catch((error) => out.destroy(error));
  return out;
}
