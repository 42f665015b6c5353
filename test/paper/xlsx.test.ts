import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { findFonts } from "../../src/report/render/fonts.ts";
import { reportXlsx } from "../../src/report/render/xlsx.ts";
import { reportDocument } from "../world/reportDocument.ts";
import { hostileFormula, rareCharacters } from "../world/strangeText.ts";
import { inFolder, officePdf, pdfText } from "./tools.ts";
import { zipPart } from "./zipPart.ts";

const bytes = await reportXlsx(reportDocument);
const book = new ExcelJS.Workbook();
await book.xlsx.load(new Uint8Array(bytes).buffer);
const sheet = (name: string) => book.worksheets.find((one) => one.name.startsWith(name))!;
const cells = (one: ExcelJS.Worksheet): ExcelJS.Cell[] => {
  const all: ExcelJS.Cell[] = [];
  one.eachRow((row) => row.eachCell((cell) => all.push(cell)));
  return all;
};

describe("报告的 .xlsx", () => {
  test("目录在前，每张图、每张表、每个附件各一张工作表", () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "目录",
      "图 1　诉求类型占比",
      "图 2　各区诉求前三小类",
      "表 1　不满意工单所涉事项",
      "表 2　人名用字表",
      `图 3　人名用字（${rareCharacters.slice(0, 3).join("")}）`,
      "附件1 2031年5月承办单位工单办理情况表",
      "附件2 2031年5月县级热线综合排名",
    ]);
    expect(cells(sheet("目录")).filter(({ type }) => type === ExcelJS.ValueType.Hyperlink)).toHaveLength(7);
  });

  test("数就是数，比率是公式而且结果相符", () => {
    const table = sheet("附件1");
    const rates = cells(table).filter((cell) => cell.formula?.includes("/"));
    expect(rates.length).toBe(2 * 64);
    for (const cell of rates) {
      const [above, below] = cell.formula.split("/") as [string, string];
      const terms = [...below.matchAll(/[A-Z]+\d+/g)].map(([name]) => numberIn(table, name));
      const expected = numberIn(table, above) / terms.slice(1).reduce((rest, term) => rest - term, terms[0]!);
      expect(Math.abs((cell.result as number) - expected)).toBeLessThanOrEqual(0.00005);
      expect(cell.numFmt).toBe("0.00%");
    }
  });

  test("小计和合计是公式而且结果相符", () => {
    const table = sheet("附件1");
    const sums = cells(table).filter((cell) => /SUM|\+/.test(cell.formula ?? ""));
    expect(sums.length).toBe(7 * 4);
    for (const cell of sums) expect(summed(table, cell.formula)).toBe(cell.result);
  });

  test("构成图有合计和占比，都是公式", () => {
    const table = sheet("图 1");
    expect(table.getCell("B9").formula).toBe("SUM(B4:B8)");
    expect(table.getCell("B9").result).toBe(9000 + 7897 + 6794 + 5691 + 4588);
    expect(table.getCell("D4").formula).toBe("B4/B$9");
    expect(table.getCell("D4").result).toBeCloseTo(9000 / 33970, 12);
  });

  test("“=cmd|…”写成文字，不是公式", () => {
    const cell = cells(sheet("表 1")).find(({ value }) => value === hostileFormula)!;
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.numFmt).toBe("@");
    expect(cells(sheet("表 1")).some(({ formula }) => formula?.includes("cmd"))).toBe(false);
  });

  test("多级表头合并，冻结，打印时重复，横放", () => {
    const table = sheet("附件2");
    expect(table.getCell("C3").master.address).toBe("C3");
    expect(table.getCell("T3").master.address).toBe("C3");
    expect(table.getCell("A5").master.address).toBe("A3");
    expect(table.getCell("E7").master.address).toBe("E6"); // a score that stands across the two lines of a county
    expect(table.views[0]).toMatchObject({ state: "frozen", ySplit: 5 });
    expect(table.pageSetup.orientation).toBe("landscape");
    expect(zipPart(bytes, "xl/workbook.xml")).toMatch(
      /_xlnm\.Print_Titles" localSheetId="7">&apos;附件2[^&]*&apos;!\$3:\$5</,
    );
  });

  test("演示写在每张表上，也印在每页", () => {
    for (const one of book.worksheets) {
      expect(one.getCell("A1").text).toContain("演示");
      expect(one.headerFooter.oddHeader).toContain("演示");
    }
  });

  test("LibreOffice 打开后没有错误值", () =>
    inFolder((folder) => {
      const text = pdfText(officePdf(bytes, "xlsx", findFonts(), folder), folder);
      expect(text).toContain("2031年5月县级热线综合排名");
      expect(text).not.toMatch(/#(REF|NAME|VALUE|DIV|N\/A)|Err:/);
    }));
});

const numberIn = (table: ExcelJS.Worksheet, name: string): number => {
  const { value } = table.getCell(name);
  return typeof value === "number" ? value : ((value as ExcelJS.CellFormulaValue).result as number);
};

function summed(table: ExcelJS.Worksheet, formula: string): number {
  const range = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula);
  const names = range
    ? Array.from({ length: Number(range[3]) - Number(range[2]) + 1 }, (_, at) => `${range[1]}${Number(range[2]) + at}`)
    : formula.split("+");
  return names.reduce((sum, name) => sum + numberIn(table, name), 0);
}
