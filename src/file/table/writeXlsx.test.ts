import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { readTable } from "./read.ts";
import type { Cell } from "./row.ts";
import { xlsxTable } from "./writeXlsx.ts";

const CELLS: Cell[] = [
  "=cmd|' /C calc'!A0",
  "+1",
  "-1",
  "@SUM(A1)",
  "007",
  "13800000000",
  "龘𠮷𬭎",
  "一\n二",
  " 前后 ",
];

async function* rows(): AsyncGenerator<Cell[]> {
  yield CELLS.map((_, at) => `列${at}`);
  yield CELLS;
  yield [1, -2, 3.5];
}

test("像公式的、像电话的、带前导零的都还是文字，数还是数", async () => {
  const content = await buffer(xlsxTable("表", rows()));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  CELLS.forEach((cell, at) => {
    expect(sheet.getRow(2).getCell(at + 1).type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getRow(2).getCell(at + 1).value).toBe(cell);
  });
  expect(sheet.getRow(3).values).toEqual([undefined, 1, -2, 3.5]);
});

test("写出的工作表读回来一样", async () => {
  const content = await buffer(xlsxTable("表", rows()));
  const read: Cell[][] = [];
  for await (const row of (await readTable(Readable.from([content]))).rows) read.push(...row.map(({ cells }) => cells));
  expect(read[1]).toEqual(CELLS);
  expect(read[2]).toEqual([1, -2, 3.5]);
});

test("下载的人走了：不再取行，取行的人知道结束了", async () => {
  let ended: (() => void) | null = null;
  const known = new Promise<void>((resolve) => {
    ended = resolve;
  });
  async function* endless(): AsyncGenerator<Cell[]> {
    try {
      for (;;) {
        yield [randomBytes(2000).toString("hex")];
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      ended!();
    }
  }
  const content = xlsxTable("表", endless());
  content.once("data", () => content.destroy());
  await known;
  expect(content.destroyed).toBe(true);
});
