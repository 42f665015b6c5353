import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { openEmbedded, openPostgres } from "../../src/store/open.ts";
import { testKeys } from "../world/keys.ts";

const folders: string[] = [];
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** made once; most tests begin with a copy of it */
const model = mkdtempSync(join(tmpdir(), "rexian-model-"));

beforeAll(async () => (await open(model)).db.close());
afterAll(() => rmSync(model, { recursive: true, force: true }));

function madeFolder(): string {
  const dir = folder();
  cpSync(model, dir, { recursive: true });
  return dir;
}

function folder(): string {
  folders.push(mkdtempSync(join(tmpdir(), "rexian-open-")));
  return join(folders.at(-1)!, "data");
}

const prepare = async (db: Parameters<typeof migrate>[0]) => {
  await migrate(db, [], 0);
};
const open = (dir: string) => openEmbedded(dir, testKeys, prepare);

/** Another process at the same folder; resolves to what it says: 'held', or the code of its refusal. */
async function other(dir: string): Promise<{ child: ChildProcess; said: string }> {
  const script = new URL("./holdDatabase.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dir], { stdio: ["pipe", "pipe", "inherit"] });
  started.push(child);
  const [said] = await once(createInterface({ input: child.stdout! }), "line");
  return { child, said };
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

it("建一次，以后直接打开，内容还在；数据文件夹只有本人能进", async () => {
  const dir = folder();
  const first = await open(dir);
  await first.db.query("insert into installation values (true, '2022-01-01T00:00:00Z', true)");
  await first.db.close();
  const second = await openEmbedded(dir, testKeys, () => Promise.reject(new Error("made again")));
  expect(await second.db.query("select demonstration from installation")).toEqual([{ demonstration: true }]);
  await second.db.close();
  expect(statSync(dir).mode & 0o077).toBe(0);
});

it("建库中途失败：不留半个数据库，下次从头建", async () => {
  const dir = folder();
  await expect(openEmbedded(dir, testKeys, () => Promise.reject(new Error("stopped")))).rejects.toThrow("stopped");
  expect(existsSync(join(dir, "database"))).toBe(false);
  await (await open(dir)).db.close();
  expect(readdirSync(dir).sort()).toEqual(["database", "database.lock"]);
});

it("另一个进程占用时拒绝，并说出是谁、在哪里接收命令", async () => {
  const dir = madeFolder();
  const { child } = await other(dir);
  await expect(open(dir)).rejects.toMatchObject({
    refused: { refused: "databaseHeld", holder: { pid: child.pid, socket: "/tmp/socket" } },
  });
});

it("同一进程也不能打开两次", async () => {
  const dir = madeFolder();
  const { db } = await open(dir);
  await expect(open(dir)).rejects.toMatchObject({ refused: { refused: "databaseHeld" } });
  await db.close();
});

it("占用者被强行终止：马上可以接管，即使它留下的进程号已属于别人", async () => {
  const dir = madeFolder();
  await killed((await other(dir)).child);
  const file = join(dir, "holder.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), pid: process.ppid }));
  const { db } = await open(dir);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ pid: process.pid, socket: null });
  await db.close();
});

it("几个进程同时抢：只有一个得到", async () => {
  const dir = madeFolder();
  const all = await Promise.all(Array.from({ length: 4 }, () => other(dir)));
  expect(all.map(({ said }) => said).sort()).toEqual(["databaseHeld", "databaseHeld", "databaseHeld", "held"]);
});

it("连接不上 PostgreSQL：说明是哪里，不带口令", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  const failure = await openPostgres(`postgresql://someone:secret@127.0.0.1:${port}/x`, testKeys).catch(
    (error) => error,
  );
  expect(failure.refused.refused).toBe("databaseUnreachable");
  expect(failure.message).toContain(`127.0.0.1:${port}/x`);
  expect(failure.message).toContain("没有数据库在监听");
  expect(failure.message).not.toContain("secret");
});
