import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ended, startIn } from "../world/program.ts";

/** 坏的输入: what an office hands over by mistake, through the program: one sentence each, nothing half done, nothing lost. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bad-story-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) => ended(startIn(folder, words));
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

/** One sentence on stderr, nothing on stdout, no trace of the program's inside. */
async function refused(sentence: string, ...words: string[]) {
  const { code, out, err } = await run(...words);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain(sentence);
  const said = err.split("\n").filter((line) => line.startsWith("rexian："));
  expect(said).toHaveLength(1);
  expect(err).not.toMatch(/\bat .+:\d+:\d+/);
}

const HEAD = "诉求编号,受理时间,诉求类型,诉求小类,姓名,诉求内容";

test("不是 JSON、不是数字文件、没有月份：一句话", async () => {
  put("broken.json", '{"platform": "云岭市", ');
  put("list.json", "[1, 2]");
  put("month.json", '{"platform":"云岭市","period":"2022-13"}');
  await refused("broken.json", "reconstruct", "broken.json");
  await refused("list.json", "reconstruct", "list.json");
  await refused("2022-13", "reconstruct", "month.json");
  await refused("火星", "reconstruct", "month.json", "--zone", "火星");
  await refused("没有这个文件", "reconstruct", "none.json");
  await refused("没有这个文件", "import", "requests", "none.csv", "--platform", "甲市");
  expect(readdirSync(folder).sort()).toEqual(["broken.json", "list.json", "month.json"]);
});

test("求解以后才知道放不下的：拒绝，数据库和密钥都没有留下", async () => {
  put("huge.json", '{"platform":"云岭市","period":"2022-11","calls":{"offered":30000000}}');
  const before = readdirSync(folder);
  await refused("超过 20000000 条的上限", "reconstruct", "huge.json");
  expect(readdirSync(folder)).toEqual(before);
});

test("自相矛盾的数字文件：指出矛盾的最小组合，其余照样成立", async () => {
  const types = [
    { type: "咨询", count: 40 },
    { type: "求助", count: 30 },
  ];
  const file = {
    platform: "云岭市",
    period: "2022-11",
    calls: { offered: 100 },
    requests: { accepted: 60, byType: types },
  };
  put("clash.json", JSON.stringify(file));
  const { code, out, err } = await run("reconstruct", "clash.json");
  expect([code, out]).toEqual([0, expect.stringContaining("已重建云岭市 2022-11")]);
  const [, least] = err.match(/矛盾的最小组合：(.+)/)!;
  expect(least!.split("、").sort()).toEqual([
    "requests.accepted",
    "requests.byType[0].count",
    "requests.byType[1].count",
  ]);
  const compared = await run("figures", "--month", "2022-11", "--compare", "clash.json", "--json");
  expect(compared.code).toBe(1);
  expect(JSON.parse(compared.out).map(({ path }: { path: string }) => path)).toEqual(["requests.accepted"]);
});

test("编码不对、缺列：拒绝，不留下平台", async () => {
  put("wild.csv", Buffer.concat([Buffer.from(`${HEAD}\nA1,2022-11-03 09:05,咨询,`), Buffer.from([0xff, 0xff, 0x0a])]));
  put("short.csv", "诉求编号,受理日,诉求小类\n1,2,3\n");
  const platform = ["--platform", "甲市"];
  await refused("编码", "import", "requests", "wild.csv", ...platform);
  await refused("缺少必需的列“受理时间”、“诉求类型”", "import", "requests", "short.csv", ...platform);
  await refused("甲市", "figures", "--month", "2022-11", ...platform);
});

test("2022-02-30 退回并说明行号；公式和生僻字一字不少，导出的 .xlsx 里是文字", async () => {
  const formula = "=cmd|' /C calc'!A0";
  put(
    "rows.csv",
    `${HEAD}\nA1,2022-11-03 09:05,咨询,物业管理,䶮𬭎𠮷,${formula}\nA2,2022-02-30 09:05,咨询,物业管理,李四,路灯不亮\n`,
  );
  const { code, out, err } = await run("import", "requests", "rows.csv", "--platform", "甲市");
  expect([code, out]).toEqual([0, expect.stringContaining("共 2 行，新增 1，更新 0，未变 0，退回 1")]);
  expect(err).toContain("第 3 行");
  const rejects = readFileSync(join(folder, "rows.csv.rejects.csv"), "utf8");
  expect(rejects).toContain("“2022-02-30 09:05”不是有效的时间");
  expect(rejects).toContain("李四");
  const words = [
    "export",
    "requests",
    "--month",
    "2022-11",
    "--platform",
    "甲市",
    "--personal",
    "--reason",
    "移交新的平台",
    "--out",
    "out.xlsx",
  ];
  expect((await run(...words)).code).toBe(0);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, "out.xlsx"));
  const cells: ExcelJS.Cell[] = [];
  book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
  expect(cells.filter((cell) => cell.type === ExcelJS.ValueType.Formula)).toEqual([]);
  expect(cells.map((cell) => cell.value)).toEqual(expect.arrayContaining([formula, "䶮𬭎𠮷"]));
  expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
});
