import { readCsvRows } from "../csv/read.ts";
import { readXlsxRows } from "../xlsx/read.ts";
import type { TableRow } from "./row.ts";

/** First bytes of a zip (.xlsx) and of the old binary workbook (.xls), which the workbook reader refuses by name. */
const WORKBOOKS = [
  [0x50, 0x4b],
  [0xd0, 0xcf, 0x11, 0xe0],
];

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

export interface Table {
  kind: "csv" | "xlsx";
  /** as many at once as are at hand */
  rows: AsyncGenerator<TableRow[]>;
}

/** 读表格: .csv or .xlsx, told apart by its first bytes, whatever it is called. */
export async function readTable(bytes: AsyncIterable<Uint8Array>): Promise<Table> {
  const iterator = bytes[Symbol.asyncIterator]();
  const { value: first = new Uint8Array() } = await iterator.next();
  const whole = startingWith(first, iterator);
  const isWorkbook = WORKBOOKS.some((mark) => mark.every((byte, at) => first[at] === byte));
  return isWorkbook ? { kind: "xlsx", rows: readXlsxRows(whole) } : { kind: "csv", rows: readCsvRows(whole) };
}
