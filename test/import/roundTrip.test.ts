import { expect, it } from "vitest";
import { exports } from "../../src/main/command/export.ts";
import { imports } from "../../src/main/command/import.ts";
import type { Database } from "../../src/store/database.ts";
import { platformNamed } from "../../src/store/platform.ts";
import { eachDatabase } from "../world/databases.ts";
import { stateOf } from "../world/importedState.ts";
import { importBooks } from "../world/importRules.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

const now = Date.parse("2022-12-01T00:00:00Z");

/** A month at a small hotline, with everything that a record can hold. */
const FILES: Record<string, string> = {
  units: [
    "单位代码,单位名称,分组代码,分组名称,分组排序,分组单列,排序,简称,无工单也列出,生效日期,依据",
    "u9,自来水公司,utility,公用企业,3,是,7,水司、自来水,是,2021-05-01,甲办发〔2021〕3 号",
    "",
  ].join("\n"),
  rules: [
    "规则种类,规则键,生效日期,规则内容,依据",
    'hotEvent,e1,2022-11-01,"{""name"":""停水"",""categories"":[],""words"":[""停水""]}",会议纪要',
    'place,p1,2022-01-01,"{""name"":""东区"",""parent"":null,""order"":1,""level"":""district""}",区划',
    "",
  ].join("\n"),
  calls: [
    "来电编号,呼入时间,排队时间,接听时间,结束时间,话务员,姓名,电话,领导接听日,接听日单位,通话评价,回拨记录",
    "c1,2022-11-03 09:00:00.123,2022-11-03 09:00:05,2022-11-03 09:00:09,2022-11-03 09:05,017,龘𠮷𬭎,013800000001,,,满意,",
    'c2,2022-11-10 08:59:59.999,,,2022-11-10 09:01,,,,2022-11-10,水司,,"[{""时间"":""2022-11-10 09:30"",""人员"":""agent:1"",""接通"":""是""}]"',
    "",
  ].join("\n"),
  requests: [
    "诉求编号,受理时间,诉求类型,诉求小类,地区,紧急,姓名,电话,地址,身份证号,诉求内容,来电编号,热点事件,办理方式,办理时间,评价,评价时间,并入诉求编号,领导接听日,接听日单位,不予受理原因,告知途径,修改记录",
    "A1,2022-11-03 09:04,投诉,市容环境,东区,是,龘𠮷𬭎,013800000001,和平路 1 号,430300199001010011,\"=cmd|' /C calc'!A0\",c1,停水,,,,,,,,,,",
    'A2,2022-11-03 09:30,咨询,物业管理,,,,,,,"说""好""\n第二行",,,在线办结,2022-11-03 09:31,满意,2022-11-03 10:00,,,,,,"[{""时间"":""2022-11-03 10:05"",""内容"":""=改为东门""}]"',
    "A3,2022-11-04 09:30,咨询,0102,,,,,,,+86 停电,,停水,并单,2022-11-04 09:32,,,A1,,,,,",
    "A4,2022-10-20 09:30,投诉,市容环境,,,,,,,旧事,,,,,,,,,,,,",
    "A5,2022-11-10 09:00,投诉,市容环境,,,,,,,当天,,,,,,,,2022-11-10,自来水,,,",
    "A6,2022-11-11 09:00,咨询,市容环境,,,,,,,要打官司,,,不予受理,2022-11-11 09:02,,,,,,诉讼,法院,",
    "",
  ].join("\n"),
  orders: [
    "工单编号,诉求编号,派发时间,承办单位,协办单位,签收时间,视同签收,办理时限,延期,联系当事人时间,办结时间,是否解决,退单申请时间,超期退单,退单裁定,退单裁定时间,派发轨迹,退单轨迹,事项名称,紧急,复杂事项,审核时间,返工次数,延期申请,回访未果,告知记录,重办评价,催办时间",
    'G1,A1,2022-11-03 10:00,城管,住建局,2022-11-03 11:00,否,2022-11-11 00:00,是,2022-11-09 10:00,2022-11-09 11:00,是,,,,,,,道路扬尘,是,是,2022-11-09 12:00,2,"[{""派发序号"":1,""延长"":3,""申请"":""2022-11-08 10:00"",""理由"":""等材料"",""裁定"":""同意"",""裁定时间"":""2022-11-08 11:00""}]","[{""时间"":""2022-11-11 10:00"",""方式"":""短信""}]","[{""序号"":1,""种类"":""修改"",""内容"":""改地址"",""告知"":""2022-11-05 10:00"",""回执"":""拒收"",""回执时间"":""2022-11-05 11:00""}]",一般,2022-11-07 10:00',
    `G4,A4,2022-10-20 10:00,城管,,,,,,,,,,,,,"${JSON.stringify([
      {
        序号: 1,
        单位: "城管",
        派发: "2022-10-20 10:00",
        签收: "2022-10-21 09:00",
        时限: "2022-10-29 00:00",
        结束: "2022-11-02 10:00",
        结束方式: "退单",
        所依时限: { rule: "resolve", amount: 5, in: "workingDays" },
        下级单位: "城东所",
      },
      { 序号: 2, 单位: "住建局", 派发: "2022-11-02 10:00", 依据: "会商，第 3 号" },
    ]).replaceAll('"', '""')}","${JSON.stringify([
      {
        序号: 1,
        派发序号: 1,
        申请: "2022-11-01 10:00",
        超期: "是",
        批次: "批一",
        理由: "@不归我管",
        裁定: "同意",
        裁定时间: "2022-11-02 10:00",
        原因代码: "notOurs",
        会商裁定: "是",
        核实: [{ 单位: "u2", 发出: "2022-11-01 12:00", 属其职责: "是" }],
      },
    ]).replaceAll('"', '""')}",,,,,,,,,,`,
    "G5,A5,2022-11-10 10:00,水司,,,,,,,2022-11-11 10:00,否,2022-11-10 11:00,否,驳回,2022-11-10 12:00,,,,,,,,,,,,",
    "",
  ].join("\n"),
  followups: [
    "工单编号,回访时间,回访方式,评价,是否解决",
    "G1,2022-11-12 10:00,短信,不满意,否",
    "G5,2022-11-13 10:00,电话,未评价,",
    "",
  ].join("\n"),
  county: [
    "记录类型,县级平台,月份,上报时间,接听来电,接通来电,满意率分子,满意率分母,数据准确度得分,拨测编号,拨测时间,接通秒数,语音导航得分,接通情况得分,服务规范得分,业务知识得分,回访服务得分",
    "月报,东县,2022-11,2022-12-01 09:00,1200,1100,5,9,30,,,,,,,,",
    "拨测,东县,,,,,,,,b1,2022-11-15 10:00,14,10,8.75,36.75,21,7.5",
    "",
  ].join("\n"),
};

/** Traces of what the files say, which both sides could otherwise have lost alike. */
const WORTH_KEEPING = [
  ...[
    "龘𠮷𬭎",
    '"013800000001"',
    "=cmd|' /C calc'!A0",
    "@不归我管",
    "=改为东门",
    "等材料",
    "改地址",
    "城东所",
    "notOurs",
  ],
  ...[
    '"ended_by":"return"',
    '"reworks":2',
    '"outcome":"refused"',
    '"competent":true',
    '"seconds_to_answer":14',
    '"bulk":"#',
  ],
  ...[
    '"outcome":"merged"',
    '"repeats":["#',
    '"rule":"resolve"',
    '"ruling":"granted"',
    '"reached":true',
    "甲办发〔2021〕3 号",
  ],
];

const KINDS = Object.keys(FILES);

async function importAll(db: Database, platform: string, files: Record<string, string | Uint8Array>) {
  const io = memoryIo(files);
  for (const kind of KINDS)
    await runCommand(imports, `import ${kind}`, { file: kind, options: { platform } }, { db, io, now });
  return io;
}

async function exportAll(db: Database, platform: string, format: string) {
  const io = memoryIo();
  for (const kind of KINDS) {
    const monthly = kind === "units" || kind === "rules" ? {} : { month: "2022-11" };
    const options = { platform, out: `${kind}.${format}`, personal: true as const, reason: "搬到新的平台", ...monthly };
    await runCommand(exports, `export ${kind}`, { options }, { db, io, now });
  }
  return Object.fromEntries(KINDS.map((kind) => [kind, io.files.get(`${kind}.${format}`)!]));
}

/** What the records say, whatever ids they have on this platform. */
async function contentOf(db: Database, platform: string) {
  const { platform: id } = (await platformNamed(db, platform))!;
  const state = await stateOf(db, id);
  const ids = new Map<string, string>();
  const anonymous = (text: string) =>
    text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, (one) => {
      if (!ids.has(one)) ids.set(one, `#${ids.size}`);
      return ids.get(one)!;
    });
  const { import_source: _, ...records } = state;
  const rules = await db.kysely
    .selectFrom("rule_row")
    .select(["kind", "key", "value", "valid_from", "source"])
    .where("book", "=", `platform:${id}`)
    .execute();
  const sorted = (rows: unknown[]) =>
    rows.map((row) => String(row).replace(id, "")).sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
  const bare = (text: string) =>
    text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, "#").replace(/"version":\d+/, "");
  return {
    records: Object.fromEntries(
      Object.entries(records).map(([table, rows]) => [
        table,
        sorted(rows).map((row) => anonymous(row).replace(/"version":\d+/, "")),
      ]),
    ),
    rules: rules.map((row) => JSON.stringify(row)).sort(),
  };
}

eachDatabase((_, open) => {
  it.each(["csv", "xlsx"])("导出为 %s 再导入到别处，记录完全相同", async (format) => {
    const db = await open();
    const first = await importAll(db, "甲市", FILES);
    expect(first.printed.err).toBe("");
    const files = await exportAll(db, "甲市", format);
    const second = await importAll(db, "乙市", files);
    expect(second.printed.err).toBe("");
    const content = await contentOf(db, "甲市");
    expect(await contentOf(db, "乙市")).toEqual(content);
    const all = JSON.stringify(content).replaceAll("\\", "");
    for (const kept of WORTH_KEEPING) expect(all).toContain(kept);
    const orders = await db.kysely.selectFrom("work_order").select("number").execute();
    expect(orders.length).toBe(6);
  });

  it.each(["csv", "xlsx"])("导出为 %s 再导入到原处：一行也不增、不改，事件一条也不多", async (format) => {
    const db = await open();
    await importAll(db, "甲市", FILES);
    const files = await exportAll(db, "甲市", format);
    const { platform } = (await platformNamed(db, "甲市"))!;
    const before = await stateOf(db, platform);
    const again = await importAll(db, "甲市", files);
    expect(again.printed.err).toBe("");
    expect(again.printed.out.match(/新增 \d+，更新 \d+，未变 \d+，退回 \d+/g)).toEqual(
      KINDS.map(() => expect.stringMatching(/^新增 0，更新 0，未变 [1-9]\d*，退回 0$/)),
    );
    expect(await stateOf(db, platform)).toEqual(before);
  });

  it("自己导出的来电改过再导入：改的是原来那一通，不是新的一通", async () => {
    const db = await open();
    await importAll(db, "甲市", FILES);
    const { calls } = await exportAll(db, "甲市", "csv");
    const changed = { f: calls!.toString().replace(",017,", ",018,") };
    const io = memoryIo(changed);
    await runCommand(imports, "import calls", { file: "f", options: { platform: "甲市" } }, { db, io, now });
    expect(io.printed.out).toContain("新增 0，更新 1，未变 1，退回 0");
    const rows = await db.query("select agent, version from call order by offered_at");
    expect(rows).toEqual([
      { agent: "018", version: 2 },
      { agent: null, version: 1 },
    ]);
  });
}, importBooks);
