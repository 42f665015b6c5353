import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

/** 搬家: a small platform is backed up while it serves, and comes back in another folder and in PostgreSQL. */
const program = resolve("bin/rexian");
const { DATABASE_URL: _, REXIAN_DATA: __, REXIAN_KEY: ___, ...environment } = process.env;
let folder: string;
let server: ChildProcess;

const start = (words: string[], own: NodeJS.ProcessEnv = {}) =>
  spawn(program, words, { cwd: folder, env: { ...environment, ...own } });

async function run(words: string[], own?: NodeJS.ProcessEnv) {
  const child = start(words, own);
  let [out, err] = ["", ""];
  child.stdout!.on("data", (chunk) => (out += chunk));
  child.stderr!.on("data", (chunk) => (err += chunk));
  const [code] = await once(child, "close");
  return { code, out, err };
}

const figures = {
  platform: "云岭市",
  period: "2021-03",
  calls: { offered: 60, answerRate: 90 },
  requests: {
    accepted: 30,
    byType: [
      { type: "咨询", count: 20 },
      { type: "求助", count: 10 },
    ],
  },
};

/** What the program says of the month, and of the ledger. */
async function told(words: string[], own?: NodeJS.ProcessEnv) {
  const month = await run(["figures", "--month", "2021-03", "--json", ...words], own);
  const ledger = await run(["verify", ...words], own);
  expect([month.code, ledger.code]).toEqual([0, 0]);
  return { month: month.out, ledger: ledger.out };
}

/** Of the place that was backed up. */
let original: { month: string; ledger: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backup-story-"));
  writeFileSync(join(folder, "figures.json"), JSON.stringify(figures));
  expect((await run(["reconstruct", "figures.json"])).code).toBe(0);
  server = start(["serve", "--port", "0"]);
  for await (const chunk of server.stderr!) if (String(chunk).includes("提供服务")) break;
  original = await told([]);
});
afterAll(async () => {
  const closed = once(server, "close");
  server.kill("SIGTERM");
  await closed;
  rmSync(folder, { recursive: true });
});

describe("备份和恢复", () => {
  test("服务运行时备份，文件落在调用者那里，密钥不在其中", async () => {
    const { code, out, err } = await run(["backup", "备份.tar.gz"]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^已备份到 备份.tar.gz（0\.\d MB）。\n$/)]);
    expect(err).toContain("密钥不在备份里，请另行保管");
    expect(err).toContain("是明文");
    expect((await run(["backup", "存放/备份.tar.gz"])).code).toBe(0);
    const modes = ["存放", "存放/备份.tar.gz", "备份.tar.gz"].map((path) => statSync(join(folder, path)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    const { keys } = JSON.parse(readFileSync(join(folder, "data.key"), "utf8"));
    const unpacked = await new Promise<string>((done) => {
      const tar = spawn("tar", ["-xzOf", join(folder, "备份.tar.gz")]);
      let text = "";
      tar.stdout.on("data", (chunk) => (text += chunk)).on("end", () => done(text));
    });
    expect(unpacked).toContain("云岭市");
    for (const secret of Object.values<string>(keys)) expect(unpacked).not.toContain(secret);
  });

  test("服务占着的地方、已有数据的地方：不恢复", async () => {
    const { code, err } = await run(["restore", "备份.tar.gz"]);
    expect(code).toBe(1);
    expect(err).toContain("正由另一个程序使用");
  });

  test("恢复到另一个目录：数字和账本都一样；没有原来的密钥会提醒", async () => {
    const { code, out, err } = await run(["restore", "备份.tar.gz", "--data", "新家"]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^已由 备份.tar.gz（.*的备份）恢复 \d+ 张表 \d+ 行。\n$/)]);
    expect(err).toContain("姓名、电话、地址读不出来");
    expect(await told(["--data", "新家"])).toEqual(original);
    const again = await run(["restore", "备份.tar.gz", "--data", "新家"]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("已有数据库，不能恢复到这里")]);
  });

  test("恢复到 PostgreSQL：数字和账本都一样，已有数据就不再恢复", async () => {
    const postgres = inject("postgres");
    if (!("url" in postgres)) throw new Error(postgres.problem);
    const name = `backup_story_${process.pid}`;
    const admin = async (sql: string) => {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    };
    await admin(`create database ${name} template template0`);
    try {
      copyFileSync(join(folder, "data.key"), join(folder, "copied.key"));
      const DATABASE_URL = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
      const own = { DATABASE_URL, REXIAN_KEY: join(folder, "copied.key") };
      const { code, err } = await run(["restore", "备份.tar.gz"], own);
      expect(code).toBe(0);
      expect(err).not.toContain("读不出来");
      expect(await told([], own)).toEqual(original);
      expect((await run(["restore", "备份.tar.gz"], own)).err).toContain("已有数据库，不能恢复到那里");
    } finally {
      await admin(`drop database ${name} with (force)`);
    }
  });

  test("坏的备份、没有的文件：一句话拒绝，什么都不建", async () => {
    const whole = readFileSync(join(folder, "备份.tar.gz"));
    writeFileSync(join(folder, "半截.tar.gz"), whole.subarray(0, whole.length / 2));
    const before = readdirSync(folder).sort();
    for (const [file, sentence] of [
      ["半截.tar.gz", "“半截.tar.gz”不是完好的备份：文件不完整，后面缺了一截。"],
      ["figures.json", "“figures.json”不是完好的备份：内容已损坏，或不是备份文件。"],
      ["没有.tar.gz", "不能读取“没有.tar.gz”：没有这个文件。"],
    ]) {
      const { code, out, err } = await run(["restore", file!, "--data", "别处"]);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain(sentence);
    }
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(existsSync(join(folder, "别处"))).toBe(false);
  });
});
