import { beforeAll, expect, it } from "vitest";
import { imports } from "../../src/main/command/import.ts";
import type { Database } from "../../src/store/database.ts";
import { eachDatabase } from "../world/databases.ts";
import { importBooks } from "../world/importRules.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

const now = Date.parse("2022-12-01T00:00:00Z");
const HEAD = "诉求编号,受理时间,诉求类型,诉求小类,办理方式,办理时间,姓名,电话,诉求内容";
const good = "A1,2022-11-03 09:05,咨询,市容环境,在线办结,2022/11/3 9:10,李四,13800000000,路灯不亮";

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  /** Every test has a platform of its own in the one database. */
  let count = 0;
  const importing = async (kind: string, files: Record<string, string | Uint8Array>, options = {}) => {
    const io = memoryIo(files);
    const platform = `甲市${(count += 1)}`;
    const given = { file: "f.csv", options: { platform, ...options } };
    await runCommand(imports, `import ${kind}`, given, { db, io, now });
    const [made] = await db.kysely.selectFrom("platform").select("platform").where("name", "=", platform).execute();
    const rejects = io.files.get("f.csv.rejects.csv")?.toString("utf8") ?? "";
    return { io, name: platform, id: made?.platform ?? "", rejects };
  };

  const reasons: [string, string, string][] = [
    ["不存在的日期", "A2,2022-02-30 09:05,咨询,市容环境,,,,,", "“2022-02-30 09:05”不是有效的时间"],
    ["不存在的时刻", "A2,2022-11-03 25:61,咨询,市容环境,,,,,", "“2022-11-03 25:61”不是有效的时间"],
    ["颠倒的先后", "A2,2022-11-03 09:05,咨询,市容环境,在线办结,2022-11-02 09:05,,,", "“办理时间”早于“受理时间”"],
    ["不认识的小类", "A2,2022-11-03 09:05,咨询,飞碟,,,,,", "诉求小类“飞碟”不在规则库中"],
    ["多义的小类", "A2,2022-11-03 09:05,咨询,其他,,,,,", "诉求小类“其他”对应多个"],
    ["不认识的类型", "A2,2022-11-03 09:05,求雨,市容环境,,,,,", "诉求类型“求雨”不在规则库中"],
    ["不认识的用语", "A2,2022-11-03 09:05,咨询,市容环境,不管了,,,,", "“不管了”不是可用的办理方式"],
    ["空的必填项", "A2,,咨询,市容环境,,,,,", "不能为空"],
    ["缺了几列", "A2,2022-11-03 09:05,咨询", "有 3 列，表头有 9 列"],
    ["多了几列", "A2,2022-11-03 09:05,咨询,市容环境,,,,,,多,余", "有 11 列，表头有 9 列"],
    ["重复的编号", "A1,2022-11-04 09:05,咨询,市容环境,,,,,", "编号“A1”在文件中出现过，内容不同"],
    ["未导入的并单", "A2,2022-11-03 09:05,咨询,市容环境,并单,,,,", "并单的诉求不能为空"],
  ];
  it("退回的行各自说明行号和原因，好的行照常导入", async () => {
    const file = [
      HEAD,
      good,
      ...reasons.map(([, row], at) => row.replace(/^A2/, `B${at}`)),
      "A3,2022-11-03 09:05,投诉,小区物业,,,,,",
      "",
    ];
    const { id, rejects, io } = await importing("requests", { "f.csv": file.join("\n") });
    const told = rejects.trimEnd().split("\r\n").slice(1);
    expect(told.map((line) => line.split(",")[0])).toEqual(reasons.map((_, at) => String(at + 3)));
    reasons.forEach(([, , reason], at) => {
      expect(told[at]).toContain(reason);
    });
    const numbers = await db.kysely
      .selectFrom("service_request")
      .select("number")
      .where("platform", "=", id)
      .orderBy("number")
      .execute();
    expect(numbers.map((one) => one.number)).toEqual(["A1", "A3"]);
    expect(io.printed.out).toContain(`共 ${reasons.length + 2} 行，新增 2，更新 0，未变 0，退回 ${reasons.length}`);
  });

  it("退回文件改好后可以原样再导入", async () => {
    const { name, io, rejects } = await importing("requests", {
      "f.csv": `${HEAD}\n${good}\nA2,2022-02-30,咨询,市容环境,,,,,\n`,
    });
    const mended = memoryIo({ "g.csv": rejects.replace("2022-02-30,", "2022-02-28,") });
    await runCommand(
      imports,
      "import requests",
      { file: "g.csv", options: { platform: name } },
      { db, io: mended, now },
    );
    expect(mended.printed.out).toContain("新增 1");
    expect(mended.printed.err).toBe("");
    expect(io.printed.err).toContain("第 3 行：“受理时间”列，");
  });

  it("缺少必需的列：拒绝，说出缺的和找到的，什么都不留下", async () => {
    const io = memoryIo({ "f.csv": "诉求编号,受理日,诉求小类\n1,2,3\n" });
    const shown: string[] = [];
    io.progress = (label) => shown.push(label);
    const run = runCommand(
      imports,
      "import requests",
      { file: "f.csv", options: { platform: "甲市" } },
      { db, io, now },
    );
    await expect(run).rejects.toThrow(
      "文件缺少必需的列“受理时间”、“诉求类型”；找到的列：“诉求编号”、“受理日”、“诉求小类”",
    );
    expect(shown).toEqual([]);
    expect(await db.kysely.selectFrom("platform").selectAll().where("name", "=", "甲市").execute()).toEqual([]);
  });

  it("对照文件翻译列名和用语；没有用到的列要说出来", async () => {
    const { io, id } = await importing(
      "requests",
      {
        "f.csv": "单号,时刻,类,事,备注,作废列\nA1,20.5,咨询,脏乱差,无,x\nA2,2022年11月3日 9时5分,投诉,脏乱差,无,x\n",
        "m.json": JSON.stringify({
          单号: "number",
          时刻: "受理时间",
          类: "type",
          事: "诉求小类",
          作废列: null,
          values: { category: { 脏乱差: "0101" } },
        }),
      },
      { mapping: "m.json" },
    );
    expect(io.printed.err).toContain("没有用到的列：“备注”\n");
    const rows = await db.kysely
      .selectFrom("service_request")
      .select(["number", "category", "accepted_at"])
      .where("platform", "=", id)
      .execute();
    expect(rows).toEqual([{ number: "A2", category: "0101", accepted_at: Date.parse("2022-11-03T01:05:00Z") }]);
  });

  it("数里的“万”、接通多于来电、只有分子没有分母：退回", async () => {
    const head = "县级平台,月份,接听来电,接通来电,满意率分子,满意率分母";
    const { rejects, id } = await importing("county", {
      "f.csv": `${head}\n东县,2022-11,"1,200",1100,5,9\n东县,2022-10,1.2万,1100,,\n东县,2022-09,10,11,,\n东县,2022-08,10,9,5,\n`,
    });
    expect(rejects).toContain("“1.2万”不是整数");
    expect(rejects).toContain("多于接听来电");
    expect(rejects).toContain("分子和分母要么都有，要么都没有");
    const rows = await db.kysely
      .selectFrom("county_month")
      .select(["month", "offered", "satisfaction"])
      .where("platform", "=", id)
      .execute();
    expect(rows).toEqual([{ month: "2022-11", offered: 1200, satisfaction: [5, 9] }]);
  });

  it("工单先于诉求、回访先于工单：逐行退回并说明先导入什么", async () => {
    const order = await importing("orders", {
      "f.csv": "工单编号,诉求编号,派发时间,承办单位\nG1,A1,2022-11-03 10:00,城管\n",
    });
    expect(order.rejects).toContain("诉求“A1”不在平台中：请先导入诉求");
    const followUp = await importing("followups", { "f.csv": "工单编号,回访时间,评价\nG1,2022-11-05,满意\n" });
    expect(followUp.rejects).toContain("工单“G1”不在平台中：请先导入工单");
  });

  it("试运行什么也不写，只说将会怎样", async () => {
    const { io, name, rejects } = await importing(
      "requests",
      { "f.csv": `${HEAD}\n${good}\nA2,2022-02-30,咨询,市容环境,,,,,\n` },
      { "dry-run": true },
    );
    expect(io.printed.out).toContain("试运行，没有写入任何内容");
    expect(io.printed.out).toContain("新增 1");
    expect(rejects).toBe("");
    expect(await db.kysely.selectFrom("platform").selectAll().where("name", "=", name).execute()).toEqual([]);
  });

  it("损坏的 xlsx 是一句话，不是异常", async () => {
    const broken = Uint8Array.from([0x50, 0x4b, 3, 4, ...new Array(200).fill(7)]);
    await expect(importing("requests", { "f.csv": broken })).rejects.toMatchObject({
      refused: { refused: expect.stringMatching(/xlsx/i) },
    });
  });
}, importBooks);
