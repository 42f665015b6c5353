import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../domain/refusal.ts";
import type { TableRow } from "../table/row.ts";
import { readCsvRows } from "./read.ts";
import { LONGEST } from "./record.ts";
import { csvLine } from "./write.ts";

async function* inParts(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(content: string | Uint8Array, size = 1 << 16): Promise<TableRow[]> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const rows: TableRow[] = [];
  for await (const some of readCsvRows(inParts(bytes, size))) rows.push(...some);
  return rows;
}

const cellsOf = async (content: string | Uint8Array, size?: number) =>
  (await rowsOf(content, size)).map((row) => row.cells);

/** 编号,姓名 / 1,张三 in GB18030 */
const header = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a];
const zhang = [0x31, 0x2c, 0xd5, 0xc5, 0xc8, 0xfd, 0x0a];

describe("编码", () => {
  test("UTF-8，有无 BOM 都读得对", async () => {
    const expected = [
      ["编号", "姓名"],
      ["1", "𠮷野𬭎"],
    ];
    expect(await cellsOf("编号,姓名\n1,𠮷野𬭎\n")).toEqual(expected);
    expect(await cellsOf("\ufeff编号,姓名\r\n1,𠮷野𬭎")).toEqual(expected);
  });

  test("GB18030 读得对，四字节字也对", async () => {
    const four = [0x32, 0x2c, 0x95, 0x32, 0x82, 0x36, 0x0a]; // 𠀀
    expect(await cellsOf(Uint8Array.from([...header, ...zhang, ...four]))).toEqual([
      ["编号", "姓名"],
      ["1", "张三"],
      ["2", "𠀀"],
    ]);
  });

  test("Excel 的“Unicode 文本”（UTF-16、制表符）读得对", async () => {
    expect(await cellsOf(Buffer.from("\ufeff编号\t姓名\r\n1\t张三\r\n", "utf16le"))).toEqual([
      ["编号", "姓名"],
      ["1", "张三"],
    ]);
  });

  test("前面很长一段只有 ASCII，后面才是 GB18030", async () => {
    const ascii = Buffer.from(`number,name\n${"1,x\n".repeat(30_000)}`);
    const rows = await rowsOf(Buffer.concat([ascii, Uint8Array.from(zhang)]));
    expect(rows.at(-1)).toEqual({ line: 30_002, cells: ["1", "张三"], fault: null });
  });

  test("UTF-8 文件中混入一行 GB18030：只退回那一行", async () => {
    const rows = await rowsOf(
      Buffer.concat([Buffer.from("编号,姓名\n1,李四\n"), Uint8Array.from(zhang), Buffer.from("2,王五\n")]),
    );
    expect(rows.map((row) => row.fault !== null)).toEqual([false, false, true, false]);
    expect(rows[3]!.cells).toEqual(["2", "王五"]);
  });

  test("GB18030 文件中混入一行 UTF-8：只退回那一行，不读成乱码", async () => {
    const rows = await rowsOf(
      Buffer.concat([
        Uint8Array.from(header),
        Uint8Array.from(zhang),
        Uint8Array.from(zhang),
        Buffer.from("2,王五\n"),
        Uint8Array.from(zhang),
      ]),
    );
    expect(rows.map((row) => row.fault !== null)).toEqual([false, false, false, true, false]);
  });

  test("两种编码都不是：拒绝，并指出第几行", async () => {
    const big5 = [0xbd, 0x73, 0xb8, 0xb9, 0x2c, 0xa9, 0x6d, 0xa6, 0x57, 0x0a]; // 編號,姓名
    const latin = Buffer.from("number,name\n1,Jos\xe9,\n", "latin1");
    await expect(rowsOf(latin)).rejects.toThrow("第 2 行无法解码");
    await expect(rowsOf(Uint8Array.from(big5))).rejects.toThrow(Refusal);
    await expect(rowsOf(Uint8Array.from(big5))).rejects.toThrow("第 1 行无法解码");
  });
});

describe("行列", () => {
  test("逗号、分号、制表符都认得", async () => {
    for (const separator of [",", ";", "\t"])
      expect(await cellsOf(`a${separator}b\n1${separator}2`)).toEqual([
        ["a", "b"],
        ["1", "2"],
      ]);
  });

  test("引号里的换行、逗号、引号，行号仍对", async () => {
    const rows = await rowsOf('a,b\r\n"一\r\n二","说""好"",嗯"\r\n3,4\r\n');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"], fault: null },
      { line: 2, cells: ["一\r\n二", '说"好",嗯'], fault: null },
      { line: 4, cells: ["3", "4"], fault: null },
    ]);
  });

  test("空行不算；末行没有换行也读", async () => {
    expect(await rowsOf("a,b\n\n,\n1,2")).toEqual([
      { line: 1, cells: ["a", "b"], fault: null },
      { line: 4, cells: ["1", "2"], fault: null },
    ]);
  });

  test("没有闭合的引号只损失那一行", async () => {
    const rows = await rowsOf(`a,b\n1,"开\n2,乙\n3,"丙"\n`);
    expect(rows.map(({ line, fault }) => [line, fault !== null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
  });

  test("NUL 字符的行被退回", async () => {
    expect((await rowsOf("a,b\n1,\0\n2,3\n")).map((row) => row.fault !== null)).toEqual([false, true, false]);
  });

  test("巨大的一格被退回，后面照读", async () => {
    const rows = await rowsOf(`a,b\n1,${"长".repeat(LONGEST + 5)}\n2,3\n4,"${"长".repeat(LONGEST + 5)}"\n5,6\n`);
    expect(rows.map(({ line, fault }) => [line, fault !== null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, false],
    ]);
  });
});

const cell = fc.string({ unit: fc.constantFrom(..."abc,;\"'\n\r\t=+-@＝ 中𠮷0".match(/./gsu)!), maxLength: 8 });

test("写出的 CSV 读回来一字不差，不论内容和分块", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, size) => {
        const text = `\ufeff${[["甲", "乙", "丙"], ...rows].map(csvLine).join("")}`;
        const kept = rows.filter((row) => row.some((one) => one !== ""));
        expect(await cellsOf(text, size)).toEqual([["甲", "乙", "丙"], ...kept]);
      },
    ),
  );
});

test("像公式的文字写出时都被中和", () => {
  for (const text of ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
    expect(csvLine([text]).replace(/^"/, "").startsWith("'")).toBe(true);
  expect(csvLine([-1, "13800000000", "007"])).toBe("-1,13800000000,007\r\n");
});
