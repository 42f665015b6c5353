import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { record } from "../../src/store/record.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Answer, type Hotline, openHotline, type Person } from "../world/hotline.ts";

const SOURCE = "测试用虚构城市";
const path = (county: string) => `/county-reports/2022-09/${encodeURIComponent(county)}`;
const EAST = path("东河平台");
const WEST = path("西山平台");

/** a month that adds up */
const whole = {
  ...{ offered: 400, answered: 390, firstContact: { numerator: 280, denominator: 380 } },
  ...{ onTime: { numerator: 99, denominator: 100 }, followUp: { numerator: 90, denominator: 95 } },
  satisfaction: { numerator: 70, denominator: 80 },
};

/** 县级月报: delivered, inspected, objected to, corrected, judged; a county sees and says only what is its own. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let west: Person;
  let inspector: Person;
  let office: Person;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    const counties = [
      assumed("county", "东河平台", { name: "东河平台", order: 1, unit: "east" }, SOURCE),
      assumed("county", "西山平台", { name: "西山平台", order: 2, unit: "west" }, SOURCE),
    ];
    await addRules(hotline.db, ownBook(hotline.platform.platform), counties, "operator", migratedAt);
    east = await hotline.as("county", "east");
    west = await hotline.as("county", "west");
    inspector = await hotline.as("inspector");
    office = await hotline.as("office");
  });

  const seen = async (who: Person, at = EAST): Promise<string> => String((await who.get(at)).headers.etag);
  const says = async (who: Person, noun: string, body: unknown, at = EAST): Promise<Answer> =>
    who.post(at + noun, body, { "if-match": await seen(who, at) });
  const said = async (who: Person, noun: string, body: unknown, at = EAST) => {
    const answer = await says(who, noun, body, at);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const refused = async (who: Person, noun: string, body: unknown, at = EAST) =>
    (await says(who, noun, body, at)).body.code;

  const verified = async () => {
    const { platform } = hotline.platform;
    expect((await verifyLedger(hotline.db, { platform, noted: null, progress: () => {} })).finding).toBeNull();
    expect(hotline.faults).toEqual([]);
  };

  it("错的合计：查出来、提异议、更正、异议成立、评定；综合排名的准确度跟着变，各步都在账本里", async () => {
    const wrong = await said(east, "", { ...whole, answered: 420 });
    expect(wrong.findings).toEqual([
      { kind: "impossible", kindName: "不可能的数", certain: true, sentence: "接通来电 420 多于接听来电 400。" },
    ]);
    const text = "接通来电比接听来电多，请核对。";
    const objected = await said(inspector, "/objections", { finding: "impossible", text });
    expect(objected).toMatchObject({ state: "objected", openObjections: 1, version: 2 });
    expect(await refused(office, "/accuracy", { points: 3000, text: "无误。" })).toBe("objectionsOpen");
    expect(await refused(inspector, "/objections/1/settlement", { upheld: true, text: "确有错。" })).toBe(
      "notAnswered",
    );
    const corrected = await said(east, "", whole);
    expect(corrected.findings).toEqual([]);
    expect(corrected.deliveries.map(({ answered }: { answered: number }) => answered)).toEqual([390, 420]);
    expect(corrected.objections[0]).toMatchObject({ text, correctedAt: expect.any(String), settlement: null });
    await said(inspector, "/objections/1/settlement", { upheld: true, text: "已更正，原数确有错。" });
    const { proposed } = (await office.get(EAST)).body;
    expect(proposed).toEqual({ points: 2500, words: "满分 30 分；成立的异议 1 件，各扣 5 分" });
    const judged = await said(office, "/accuracy", { points: 2500, text: "一处错，已更正。" });
    expect(judged).toMatchObject({ state: "judged", accuracy: 2500, verdict: { text: "一处错，已更正。" } });
    const [sheet] = (await east.get("/county-months/2022-09")).body.counties;
    expect(sheet).toMatchObject({ answered: 390, accuracy: 25 });
    const kinds = await hotline.db.query<{ kind: string; by: string }>(
      "select kind, by from event where subject = 'countyMonth' order by version",
    );
    expect(kinds.map(({ kind, by }) => `${kind} ${by.split(":")[0]}`)).toEqual([
      ...["countyReported county", "dataObjectionRaised inspector", "countyReported county"],
      ...["dataObjectionSettled inspector", "accuracyJudged office"],
    ]);
    await verified();
  });

  it("评定以后又改了数：评定不再作数，要重新评定；各版的变动和评定都留着；数没有变的，评定照旧", async () => {
    await said(east, "", whole);
    await said(office, "/accuracy", { points: 3000, text: "核对无误。" });
    const again = await said(east, "", whole);
    expect(again).toMatchObject({ state: "judged", accuracy: 3000, edition: 2, version: 3 });
    const firstContact = { numerator: 260, denominator: 380 };
    hotline.at(hotline.now() + 60_000);
    const changed = await said(east, "", { ...whole, firstContact });
    expect(changed).toMatchObject({ state: "reopened", stateName: "待重新评定", accuracy: null, edition: 3 });
    expect(changed.deliveries.map(({ no, verdicts }: Answer["body"]) => [no, verdicts.length])).toEqual([
      [3, 0],
      [2, 0],
      [1, 1],
    ]);
    expect(changed.deliveries[2].verdicts[0]).toMatchObject({ points: 3000, text: "核对无误。" });
    const [sheet] = (await office.get("/county-months/2022-09")).body.counties;
    expect(sheet).toMatchObject({ accuracy: null, firstContactRate: { numerator: 260 } });
    const notices = (await office.get("/notices")).body.rows.map(({ sentence }: { sentence: string }) => sentence);
    expect(notices[0]).toBe("东河平台2022年9月的月报已更正，准确度要重新评定。");
    const judged = await said(office, "/accuracy", { points: 2500, text: "在线办结原来多报了。" });
    expect(judged).toMatchObject({ state: "judged", accuracy: 2500, verdict: { text: "在线办结原来多报了。" } });
    expect(judged.deliveries.map(({ verdicts }: Answer["body"]) => verdicts.length)).toEqual([1, 0, 1]);
    await verified();
  });

  it("准确度是随数导入的，改了数也要重新评定，原来的分留在那一版", async () => {
    const { rows } = (await office.get("/county-reports?month=2022-09")).body;
    expect(rows[0].state).toBe("missing");
    const data = { month: "2022-09", county: "东河平台", ...whole, days: [], accuracy: 3000 };
    const event = {
      ...{ subject: "countyMonth" as const, id: "01840000-0000-7000-8000-00000000c001", version: 1 },
      ...{ kind: "countyReported" as const, at: hotline.now(), by: "import", data },
    };
    await record(hotline.db, hotline.platform.platform, { events: [event], contacts: [], texts: [] }, hotline.now());
    expect((await office.get(EAST)).body).toMatchObject({ state: "judged", accuracy: 3000 });
    const changed = await said(east, "", { ...whole, answered: 380 });
    expect(changed).toMatchObject({ state: "reopened", accuracy: null, verdict: null });
    expect(changed.deliveries.map(({ accuracy }: Answer["body"]) => accuracy)).toEqual([null, 3000]);
    // told what is the case and what to do, however often it is corrected
    hotline.at(hotline.now() + 60_000);
    await said(east, "", { ...whole, answered: 370 });
    const notices = (await office.get("/notices")).body.rows.map(({ sentence }: { sentence: string }) => sentence);
    const told = "东河平台2022年9月的月报已更正，导入的准确度 30.00 分是给更正前的数的，不再作数，请重新评定。";
    expect(notices).toEqual([told, told]);
    await verified();
  });

  it("第几版按上报的次数算，异议、答复和处理不算", async () => {
    await said(east, "", whole);
    await said(inspector, "/objections", { text: "请核对。" });
    await said(east, "/objections/1/answer", { text: "已核对。" });
    await said(inspector, "/objections/1/settlement", { upheld: false, text: "属实。" });
    expect((await office.get(EAST)).body).toMatchObject({ version: 4, edition: 1, deliveries: [{ no: 1 }] });
    const { rows } = (await office.get("/county-reports?month=2022-09")).body;
    expect(rows.map(({ edition }: { edition: number }) => edition)).toEqual([1, 0]);
    expect((await said(east, "", { ...whole, offered: 401 })).deliveries[0]).toMatchObject({ no: 2, version: 5 });
  });

  it("县级平台只看得到、只报得了自己的；市里的人都看得到，报不了", async () => {
    await said(west, "", whole, WEST);
    const rows = async (who: Person) =>
      (await who.get("/county-reports?month=2022-09")).body.rows.map(
        ({ county, state }: Record<string, string>) => `${county} ${state}`,
      );
    expect(await rows(east)).toEqual(["东河平台 missing"]);
    expect(await rows(inspector)).toEqual(["东河平台 missing", "西山平台 delivered"]);
    expect(await rows(await hotline.as("county"))).toEqual([]);
    expect((await east.get(WEST)).status).toBe(404);
    const version = { "if-match": '"1"' };
    expect((await east.post(WEST, whole, version)).status).toBe(404);
    expect((await east.post(`${WEST}/objections/1/answer`, { text: "好。" }, version)).status).toBe(404);
    expect((await inspector.post(WEST, whole, version)).status).toBe(403);
    expect((await east.post(`${EAST}/accuracy`, { points: 3000, text: "好。" }, version)).status).toBe(403);
    expect((await (await hotline.as("agent")).get(EAST)).status).toBe(403);
    expect((await hotline.nobody.get(EAST)).status).toBe(401);
    expect((await inspector.get(path("没有的平台"))).status).toBe(404);
    expect(hotline.faults).toEqual([]);
  });

  it("拒绝说得出理由：没过完的月份、没报就提异议、答复两次、处理两次、满分以上、不在这个月的日子", async () => {
    const now = `/county-reports/2022-10/${encodeURIComponent("东河平台")}`;
    expect(await refused(east, "", whole, now)).toBe("monthNotOver");
    expect(await refused(inspector, "/objections", { text: "不对。" })).toBe("notDelivered");
    const empty = await east.post(EAST, { days: [] }, { "if-match": '"0"' });
    expect(empty.body).toMatchObject({ code: "invalid", fields: [{ message: "至少报一项" }] });
    expect((await east.post(EAST, { ...whole, offered: -1 }, { "if-match": '"0"' })).status).toBe(400);
    expect((await east.post(EAST, { ...whole, offered: 2 ** 31 }, { "if-match": '"0"' })).status).toBe(400);
    const told = async (body: unknown) => (await east.post(EAST, body, { "if-match": '"0"' })).body.fields;
    expect(await told({ offered: 9_999_999_999 })).toEqual([
      { path: "/offered", message: "接听来电：最大 2,147,483,647" },
    ]);
    expect(await told({ offered: "１２", answered: -1 })).toEqual([
      { path: "/offered", message: "接听来电：应是数" },
      { path: "/answered", message: "接通来电：最小 0" },
    ]);
    expect(await told([])).toEqual([{ path: "/", message: "应是一组内容" }]);
    expect((await east.get("/county-reports?month=2022-13")).body.fields).toEqual([
      { path: "/month", message: "不是月份" },
    ]);
    const day = { date: "2022-10-01", offered: 1, answered: 1, accepted: 1, firstContact: 1 };
    expect(await refused(east, "", { ...whole, days: [day] })).toBe("invalid");
    await said(east, "", whole);
    expect((await east.post(EAST, whole, { "if-match": '"0"' })).body.code).toBe("versionConflict");
    expect((await east.post(EAST, whole)).body.code).toBe("versionMissing");
    await said(office, "/objections", { text: "请说明受理量。" });
    expect(await refused(east, "/objections/2/answer", { text: "好。" })).toBe("notFound");
    await said(east, "/objections/1/answer", { text: "系统升级。" });
    expect(await refused(east, "/objections/1/answer", { text: "再说。" })).toBe("alreadyAnswered");
    await said(inspector, "/objections/1/settlement", { upheld: false, text: "情况属实。" });
    expect(await refused(inspector, "/objections/1/settlement", { upheld: true, text: "改。" })).toBe("alreadySettled");
    expect(await refused(office, "/accuracy", { points: 3001, text: "多。" })).toBe("invalid");
    expect((await office.get(EAST)).body).toMatchObject({
      accuracy: null,
      objections: [{ settlement: { upheld: false } }],
    });
    expect(hotline.faults).toEqual([]);
  });

  it("迟报按第一次上报算；过了期限没报的也标出；不答复的异议过了期限可以处理", async () => {
    hotline.at("2022-10-12T20:00:00+08:00");
    expect((await inspector.get(EAST)).body).toMatchObject({ due: "2022-10-12", late: false });
    await said(east, "", whole);
    hotline.at("2022-10-17T09:00:00+08:00");
    expect((await inspector.get(WEST)).body).toMatchObject({ late: true, state: "missing" });
    await said(east, "", { ...whole, offered: 401 });
    expect((await inspector.get(EAST)).body).toMatchObject({ late: false, findings: [] });
    const late = await said(west, "", whole, WEST);
    expect(late.findings.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "应于10月12日前上报，10月17日才第一次上报。",
    ]);
    expect(late.proposed.points).toBe(2800);
    await said(inspector, "/objections", { finding: "late", text: "迟报，请说明。" }, WEST);
    hotline.at("2022-10-21T09:00:00+08:00");
    expect(await said(inspector, "/objections/1/settlement", { upheld: true, text: "没有答复。" }, WEST)).toMatchObject(
      {
        openObjections: 0,
      },
    );
  });

  it("逐日明细、市里的记录、上个月：对不上的都查出来", async () => {
    const days = Array.from({ length: 30 }, (_, at) => ({
      date: `2022-09-${String(at + 1).padStart(2, "0")}`,
      ...{ offered: 10, answered: 9, accepted: 10, firstContact: 8 },
    }));
    const earlier = `/county-reports/2022-08/${encodeURIComponent("东河平台")}`;
    await said(east, "", { ...whole, offered: 200, answered: 190 }, earlier);
    const request = { type: "投诉", category: "h1", channel: "county", place: "p-east", text: "路灯不亮。" };
    hotline.at("2022-09-20T09:00:00+08:00");
    for (let time = 0; time < 3; time += 1) expect((await east.post("/requests", request)).status).toBe(200);
    hotline.at("2022-10-10T09:00:00+08:00");
    const few = { numerator: 1, denominator: 2 };
    const body = await said(east, "", { ...whole, offered: 400, firstContact: few, days: [...days, days[3]!] });
    expect(body.findings.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "逐日接听来电加起来是 310，月报写 400，差 90。",
      "逐日接通来电加起来是 279，月报写 390，差 111。",
      "逐日受理诉求加起来是 310，月报写 2，差 308。",
      "逐日在线办结加起来是 248，月报写 1，差 247。",
      "市里登记该平台转来的诉求 3 多于所报受理诉求 2。",
      "逐日明细里9月4日报了两次。",
      "应办结 100 多于受理诉求 2。",
      "接听来电由 200 到 400，增加 100.00%，超过 50%。",
      "受理诉求由 380 到 2，减少 99.47%，超过 50%。",
      "在线办结率由 73.68% 到 50.00%，变动 23.68 个百分点，超过 20 个。",
    ]);
    expect(hotline.faults).toEqual([]);
  });

  it("两人同时：第一次上报只有一个成，更正只有一个成；异议只处理一次", async () => {
    const count = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length;
    const first = { "if-match": '"0"' };
    expect(count(await Promise.all([east.post(EAST, whole, first), east.post(EAST, whole, first)]))).toBe(1);
    const second = { "if-match": '"1"' };
    const both = await Promise.all([
      east.post(EAST, { ...whole, offered: 500 }, second),
      inspector.post(`${EAST}/objections`, { text: "请核对。" }, second),
    ]);
    expect(count(both)).toBe(1);
    if (both[1]!.status !== 200) await said(inspector, "/objections", { text: "请核对。" });
    await said(east, "/objections/1/answer", { text: "已核对。" });
    const third = { "if-match": await seen(office) };
    const settle = (who: Person, upheld: boolean) =>
      who.post(`${EAST}/objections/1/settlement`, { upheld, text: "裁定。" }, third);
    expect(count(await Promise.all([settle(office, true), settle(inspector, false)]))).toBe(1);
    const { rows } = { rows: await hotline.db.query("select version from county_month") };
    expect(rows).toEqual([{ version: both[1]!.status === 200 ? 4 : 5 }]);
    expect(hotline.faults).toEqual([]);
  });

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
      "第 3 行“接通来电”：“-1”不是整数（不要写“万”、单位或小数）",
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
