import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

/** 月界: wall clocks of the platform in files, read by processes whose own clock is elsewhere. */
const files: Record<string, string> = {
  units: `单位代码,单位名称,分组代码,分组名称,生效日期,依据
u1,水务局,department,市直单位,2020-01-01,甲办发〔2020〕1 号
`,
  calls: `来电编号,呼入时间,接听时间,结束时间
c1,2022-11-30 23:59:59.999,2022-12-01 00:00:03,2022-12-01 00:01
c2,2022-12-01 00:00:00,,2022-12-01 00:01
`,
  requests: `诉求编号,受理时间,诉求类型,诉求小类
R1,2022-11-30 23:59:59.998,投诉,物业管理
R2,2022-11-30 23:00,投诉,物业管理
R3,2022-11-10 09:00,投诉,物业管理
R4,2022-11-01 00:00,投诉,物业管理
R5,2022-10-31 23:59:59.999,投诉,物业管理
`,
  orders: `工单编号,诉求编号,派发时间,承办单位,签收时间,办理时限,联系当事人时间,办结时间
G1,R1,2022-11-30 23:59:59.999,水务局,,,,
G2,R2,2022-12-01 00:00:00.000,水务局,,,,
G3,R3,2022-11-10 10:00,水务局,2022-11-10 11:00,2022-11-18 00:00,2022-11-17 10:00,2022-11-17 23:59:59.999
G4,R4,2022-11-01 00:00,水务局,2022-11-01 11:00,2022-11-09 00:00,2022-11-08 10:00,2022-11-09 00:00
`,
  followups: `工单编号,回访时间,评价
G3,2022-12-01 00:00:00.000,满意
G4,2022-11-30 23:59:59.999,不满意
`,
};

const postgres = inject("postgres");
/** Half an hour off, both hemispheres' summer times, and the machine always on another clock. */
const clocks: [platform: string, machine: string][] = [
  ["Asia/Shanghai", "America/New_York"],
  ["America/New_York", "Asia/Shanghai"],
  ["Pacific/Auckland", "UTC"],
  ["Asia/Kolkata", "Pacific/Auckland"],
];

const databases: [name: string, database: string | null, clocks: [string, string][]][] = [
  ["内嵌数据库", null, clocks.slice(0, 1)],
  ["PostgreSQL", "month_edge", clocks],
];

async function administer(sql: string): Promise<void> {
  if (!("url" in postgres)) throw new Error(postgres.problem);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe.each(databases)("月界：%s", (_, database, clocks) => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "edge-story-"));
    for (const [kind, text] of Object.entries(files)) writeFileSync(join(folder, `${kind}.csv`), text);
    const { DATABASE_URL: __, REXIAN_DATA: ___, REXIAN_KEY: ____, ...rest } = process.env;
    environment = rest;
    if (database === null) return;
    await administer(`create database ${database}`);
    const { url } = postgres as { url: string };
    environment.DATABASE_URL = Object.assign(new URL(url), { pathname: `/${database}` }).href;
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    if (database !== null) await administer(`drop database ${database} with (force)`);
  });

  async function run(machine: string, ...words: string[]): Promise<string> {
    const child = spawn(resolve("bin/rexian"), words, { cwd: folder, env: { ...environment, TZ: machine } });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const [code] = await once(child, "close");
    expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
    return out;
  }

  it.each(clocks)("平台在 %s，机器在 %s：每件事都算在平台钟面的那个月", async (zone, machine) => {
    const platform = `${zone}的城市`;
    for (const kind of Object.keys(files)) {
      const said = await run(machine, "import", kind, `${kind}.csv`, "--platform", platform, "--zone", zone);
      expect(said).toContain("退回 0");
    }
    const figures = async (month: string) =>
      JSON.parse(await run(machine, "figures", "--month", month, "--platform", platform, "--json"));
    const [october, november, december] = [
      await figures("2022-10"),
      await figures("2022-11"),
      await figures("2022-12"),
    ];
    const of = (month: typeof november) => ({
      calls: month.calls.offered,
      accepted: month.requests.accepted,
      dispatched: month.handling.dispatched,
      sentTo: month.unitsTop3?.map((row: { unit: string }) => row.unit) ?? [],
      hot: month.handling.dispatchedHot.map((row: { count: number }) => row.count),
      followUps: month.followUp.followUps,
      onTimeRate: month.handling.onTimeRate,
      satisfied: month.followUp.satisfied,
    });
    const nothing = { calls: 0, accepted: 0, dispatched: 0, sentTo: [], hot: [], followUps: 0, satisfied: 0 };
    expect(of(october)).toEqual({ ...nothing, accepted: 1, onTimeRate: null });
    expect(of(november)).toEqual({
      ...{ calls: 1, accepted: 4, dispatched: 3, sentTo: ["水务局"], hot: [3] },
      // answered at the deadline's very end: late
      ...{ followUps: 1, onTimeRate: 0, satisfied: 0 },
    });
    expect(of(december)).toEqual({
      ...{ calls: 1, accepted: 0, dispatched: 0, sentTo: ["水务局"], hot: [1] },
      ...{ followUps: 1, onTimeRate: 100, satisfied: 1 },
    });
  });
});
