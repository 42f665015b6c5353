import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { CountyDay } from "../../src/domain/county/county.ts";
import { record } from "../../src/store/record.ts";
import { EAST, twoCounties, verifiedIn, whole } from "../world/countyStory.ts";
import { eachDatabase } from "../world/databases.ts";
import type { Hotline, Person } from "../world/hotline.ts";

/** 县级月报的表: filled in and handed in as a whole, or not at all; each bad cell by its place. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let west: Person;

  beforeEach(async () => {
    ({ hotline, east, west } = await twoCounties(open));
  });

  const of = { month: "2022-09", county: "东河平台", accuracy: null };
  const XLSX = "application/octet-stream";
  const send = async (bytes: Buffer, version = '"0"', who = east, at = EAST) =>
    who.ask("POST", `${at}/file`, bytes, { "content-type": XLSX, "if-match": version });
  const template = async () => (await east.get(`${EAST}/template`)).raw;
  /** the template with these cells filled in, 'E2' by 'E2' */
  const filled = async (cells: Record<string, ExcelJS.CellValue>): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await template()) as never);
    for (const [cell, value] of Object.entries(cells)) book.worksheets[0]!.getCell(cell).value = value;
    return Buffer.from(await book.xlsx.writeBuffer());
  };
  const good = {
    ...{ D2: 400, E2: "390", F2: 280, G2: { formula: "300+80", result: 380 }, H2: 99, I2: 100, J2: 90, K2: 95 },
    ...{ L2: 70, M2: 80, D3: 15, E3: 14, F3: 3, G3: 9 },
  };

  it("下载的模板已填好平台、月份和每一天；填好传上来就是一次上报，公式按结果算", async () => {
    const { headers } = await east.get(`${EAST}/template`);
    expect(decodeURIComponent(String(headers["content-disposition"]))).toContain("东河平台2022-09月报.xlsx");
    const answer = await send(await filled(good));
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.deliveries).toMatchObject([
      { ...whole, days: [{ date: "2022-09-01", offered: 15, answered: 14, accepted: 9, firstContact: 3 }] },
    ]);
    expect((await send(await filled(good), '"0"')).body.code).toBe("versionConflict");
    expect((await send(await filled(good), '"1"')).body.version).toBe(2);
    expect((await send(await filled(good), '"0"', west, EAST)).status).toBe(404);
    expect(hotline.faults).toEqual([]);
  });

  it("公式没有存下结果的格子不当没有填：说出是哪一格，一格也不收", async () => {
    const unreckoned = await filled({ ...good, D2: { formula: "SUM(D3:D32)" } as ExcelJS.CellValue });
    const { status, body } = await send(unreckoned);
    expect(status).toBe(400);
    expect(body.fields.map(({ message }: { message: string }) => message)).toEqual([
      "第 2 行：D2 格是公式，文件里没有它的结果；请用表格软件打开、保存一次，或者直接填数",
    ]);
    expect((await east.get(EAST)).body.version).toBe(0);
    expect((await send(await filled({ ...good, O2: { formula: '""', result: "" } as ExcelJS.CellValue }))).status).toBe(
      200,
    );
  });

  it("表里少了可以不填的列，当作没有填；读得出，也更正得了", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await filled(good)) as never);
    // 接通来电 of each day; 按时办结率分子 and 分母, which only the month has
    for (const column of [5, 8, 9])
      for (let row = 1; row <= 32; row += 1) book.worksheets[0]!.getCell(row, column).value = null;
    const sent = await send(Buffer.from(await book.xlsx.writeBuffer()));
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const days = [{ date: "2022-09-01", offered: 15, answered: null, accepted: 9, firstContact: 3 }];
    expect((await east.get(EAST)).body.deliveries).toMatchObject([
      { offered: 400, answered: null, onTime: null, days },
    ]);
    expect((await east.post(EAST, whole, { "if-match": '"1"' })).status).toBe(200);
    expect(hotline.faults).toEqual([]);
  });

  it("以前存下的缺了数的一天读得出，也更正得了", async () => {
    const days = [{ date: "2022-09-01", offered: 15, accepted: 9, firstContact: 3 }] as CountyDay[];
    const event = {
      ...{ subject: "countyMonth" as const, id: "01840000-0000-7000-8000-00000000c001", version: 1 },
      ...{ kind: "countyReported" as const, at: hotline.now(), by: "county:a", data: { ...of, ...whole, days } },
    };
    await record(hotline.db, hotline.platform.platform, { events: [event], contacts: [], texts: [] }, hotline.now());
    expect((await east.get(EAST)).body.deliveries[0].days).toEqual([{ ...days[0], answered: null }]);
    const again = await east.post(EAST, { ...whole, days: [{ ...days[0], answered: 14 }] }, { "if-match": '"1"' });
    expect(again.body).toMatchObject({ version: 2, edition: 2 });
    await verifiedIn(hotline);
  });

  it("坏的格子一一说出第几行哪一列为什么，一格也不收", async () => {
    const bad = await filled({
      ...good,
      ...{ A3: "西山平台", B4: "2022-08", C5: "2022-10-01", C6: "没有这天", C8: "2022-09-05", D2: "四百" },
      ...{ E3: -1, F4: 1.5, H5: 3, M2: null },
    });
    const { status, body } = await send(bad);
    expect(status).toBe(400);
    expect(body.title).toBe("表里有 9 处不对。什么也没有存。");
    expect(body.fields.map(({ message }: { message: string }) => message)).toEqual([
      "第 2 行“接听来电”：“四百”不是整数（不要写“万”、单位或小数）",
      "第 3 行“接通来电”：“-1”不能为负",
      "第 3 行“县级平台”：应为“东河平台”",
      "第 4 行“在线办结率分子”：“1.5”不是整数（不要写“万”、单位或小数）",
      "第 4 行“月份”：应为2022年9月",
      "第 5 行“日期”：2022年10月1日不在2022年9月",
      "第 5 行“按时办结率分子”：只报全月的，不逐日报",
      "第 6 行“日期”：“没有这天”不是有效的日期，应如 2022-11-03",
      "第 8 行“日期”：与第 7 行重复",
    ]);
    expect((await east.get(EAST)).body.version).toBe(0);
    expect((await hotline.db.query("select from event where subject = 'countyMonth'")).length).toBe(0);
    const half = await send(await filled({ ...good, M2: null }));
    expect(half.body.fields[0].message).toBe("第 2 行“满意率分子”：分子和分母要么都有，要么都没有");
    expect(hotline.faults).toEqual([]);
  });

  it("不是模板的、坏的、太大的文件，各有各的说法，什么也没有存", async () => {
    const codeOf = async (bytes: Buffer) => (await send(bytes)).body;
    const only = { code: "unsupportedType", title: "只收 .xlsx 表格。", detail: "请下载模板，填好存成 .xlsx 再传。" };
    expect(await codeOf(Buffer.from("县级平台,月份\n东河平台,2022-09\n"))).toMatchObject(only);
    expect(await codeOf(Buffer.from("%PDF-1.7\n%%EOF\n"))).toMatchObject(only);
    expect(await codeOf(Buffer.alloc(0))).toMatchObject({ code: "invalid", title: "文件是空的。" });
    const right = await filled(good);
    expect(await codeOf(right.subarray(0, right.length - 300))).toMatchObject({
      code: "xlsxDamaged",
      detail: "请在表格软件里打开，不设密码另存为 .xlsx 再传；打不开的，请重新下载模板填写。",
    });
    expect((await codeOf(await filled({ D1: "来电" }))).title).toContain("不认识的列“来电”");
    expect((await codeOf(await filled({ C1: "哪天" }))).title).toContain("文件缺少必需的列“日期”");
    expect((await codeOf(await template())).title).toBe("“全月”那一行一项也没有填。");
    expect((await codeOf(await filled({ ...good, C2: "2022-09-30", C32: null }))).code).toBe("invalid");
    const long = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`A${at + 40}`, "多的行"]));
    expect((await codeOf(await filled(long))).title).toBe("表里超过 100 行。");
    expect((await east.get(EAST)).body.version).toBe(0);
    expect(hotline.faults).toEqual([]);
  });
}, books);
