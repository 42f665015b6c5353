import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../domain/refusal.ts";
import type { TableRow } from "../table/row.ts";
import { readXlsxRows } from "./read.ts";
import { type SheetRow, writeXlsx } from "./write.ts";

async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

async function rows(bytes: Uint8Array): Promise<TableRow[]> {
  const all: TableRow[] = [];
  for await (const some of readXlsxRows(pieces(bytes))) all.push(...some);
  return all;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await rows(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error("没有拒绝");
  expect(error.message).toMatch(/[一-龥]/);
  return error.refused.refused;
}

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("一"), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe("读工作簿", () => {
  test("文字、数、日期、公式的结果、富文本、空格都照原样读出，空行略去，行号不变", async () => {
    const bytes = await workbook((sheet) => {
      sheet.getRow(1).values = ["诉求编号", "受理时间", "件数"];
      sheet.getRow(3).values = ["0012", new Date(Date.UTC(2031, 4, 1, 23, 59, 59)), 7];
      sheet.getRow(4).values = [
        { richText: [{ text: "热" }, { text: "线𠮷" }] },
        undefined,
        { formula: "1+1", result: 2 },
      ];
      sheet.getRow(5).values = [true, { text: "链接", hyperlink: "https://example.cn" }, { error: "#N/A" }];
    });
    expect(await rows(bytes)).toEqual([
      { line: 1, cells: ["诉求编号", "受理时间", "件数"], fault: null },
      { line: 3, cells: ["0012", new Date(Date.UTC(2031, 4, 1, 23, 59, 59)), 7], fault: null },
      { line: 4, cells: ["热线𠮷", null, 2], fault: null },
      { line: 5, cells: ["TRUE", "链接", "#N/A"], fault: null },
    ]);
  });

  test("中文格式的日期是日期，百分数和时长是数", async () => {
    const bytes = await workbook((sheet) => {
      for (const [at, format] of ['yyyy"年"m"月"d"日"', "0.00%", "[h]:mm", '"共"0"日"'].entries()) {
        sheet.getCell(1, at + 1).value = 48_000;
        sheet.getCell(1, at + 1).numFmt = format;
      }
    });
    expect((await rows(bytes))[0]!.cells).toEqual([new Date(Date.UTC(2031, 5, 1)), 48_000, 48_000, 48_000]);
  });

  test("一万行汉字一个不坏", async () => {
    const text = (line: number) => `第${line}件：小区物业服务𬭎、夜间施工噪声、供水管网老化`;
    const lines = Array.from({ length: 10_000 }, (_, at): SheetRow => ({ look: "row", cells: [text(at + 1)] }));
    const sheet = { name: "一", columns: [40], rows: lines, merges: [], head: null, landscape: false, mark: null };
    const bytes = await writeXlsx([sheet], { author: "热线办", created: new Date(0) });
    const all = await rows(bytes);
    expect(all).toHaveLength(10_000);
    expect(all.filter(({ line, cells }) => cells[0] !== text(line))).toEqual([]);
  });

  test("读第一张没有隐藏的表", async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.getCell("A1").value = "隐藏";
      sheet.state = "hidden";
      book.addWorksheet("二").getCell("A1").value = "看得见";
    });
    expect((await rows(bytes))[0]!.cells).toEqual(["看得见"]);
  });
});

describe("拒绝读不了的文件", () => {
  test("不是表格、旧版、加密、残缺、被改动的文件各有各的说法", async () => {
    const good = await workbook((sheet) => {
      for (let at = 1; at < 500; at++) sheet.getRow(at).values = [`第${at}行`, at * 7919];
    });
    const compound = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
    const locked = Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]);
    const changed = Buffer.from(good);
    const sheet = changed.indexOf("xl/worksheets/sheet1.xml");
    for (let at = sheet + 200; at < sheet + 260; at++) changed[at]! ^= 0x5a;
    expect(await refusal(Buffer.from("诉求编号,受理时间\n"))).toBe("notXlsx");
    expect(await refusal(Buffer.alloc(0))).toBe("notXlsx");
    expect(await refusal(compound)).toBe("xlsOldFormat");
    expect(await refusal(locked)).toBe("xlsxEncrypted");
    expect(await refusal(good.subarray(0, good.length - 400))).toBe("xlsxDamaged");
    expect(await refusal(changed)).toBe("xlsxDamaged");
  });

  test("解开后大得离谱的文件，不论如实写还是谎报大小，都不读", async () => {
    const packed = deflateRawSync(Buffer.alloc(64 * 2 ** 20, "<c><v>1</v></c>"));
    expect(await refusal(archive(packed, 64 * 2 ** 20))).toBe("xlsxTooLarge");
    expect(await refusal(archive(packed, 1000))).toBe("xlsxDamaged");
  });
});

/** a workbook made by hand: one part whose packed bytes and claimed size are given */
function archive(packed: Buffer, size: number): Buffer {
  const name = Buffer.from("xl/workbook.xml");
  const field = (...parts: [number, number][]) =>
    Buffer.concat(
      parts.map(([value, bytes]) => {
        const buffer = Buffer.alloc(bytes);
        buffer.writeUIntLE(value, 0, bytes);
        return buffer;
      }),
    );
  const facts: [number, number][] = [
    [20, 2],
    [0, 2],
    [8, 2],
    [0, 4],
    [0, 4],
    [packed.length, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ];
  const local = Buffer.concat([field([0x04034b50, 4], ...facts), name, packed]);
  const entry = Buffer.concat([
    field([0x02014b50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [0, 4]),
    name,
  ]);
  const end = field([0x06054b50, 4], [0, 4], [1, 2], [1, 2], [entry.length, 4], [local.length, 4], [0, 2]);
  return Buffer.concat([local, entry, end]);
}
