/**
 * `npm run bench:process [-- 秒 次]`: what the running hotline bears: creating requests by an open-loop load from another
 * process, whole cycles of an order, and beside the first the same rows recorded without HTTP. PostgreSQL, durable commits.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { handIn } from "../../src/api/request/intake.ts";
import { actorOf, type Visit } from "../../src/api/visit.ts";
import { attachmentFolder } from "../../src/file/folder.ts";
import { openDesk } from "../../src/main/desk.ts";
import { openDatabase } from "../../src/main/openDatabase.ts";
import type { Place } from "../../src/main/place.ts";
import { readAs } from "../../src/store/access/door.ts";
import { prepare } from "../torture/torture.ts";
import { cityNamed } from "../world/city.ts";
import { matter } from "../world/matter.ts";
import { freePort } from "../world/postgres.ts";
import type { LoadPlan, LoadResult } from "./load.ts";
import { dropDatabase, startServer } from "./server.ts";
import { median } from "./table.ts";

const [seconds, runs] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 3)];
const WARM_UP = Math.min(10, seconds);
const RATE = 2000;
const city = cityNamed("云岭市", "yunling");
const say = (text: string) => process.stdout.write(`${text}\n`);

async function freshDatabase(url: string, name: string): Promise<string> {
  await dropDatabase(url, name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name} template template0 encoding 'UTF8'`).finally(() => client.end());
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function serve({ data, keyFile, databaseUrl }: Place): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const env = { ...process.env, REXIAN_DATA: data, REXIAN_KEY: keyFile, DATABASE_URL: databaseUrl! };
  const child = spawn(resolve("bin/rexian"), ["serve", "--port", String(port)], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  for await (const chunk of child.stderr!) {
    said += chunk;
    if (said.includes("提供服务")) return { child, port };
  }
  throw new Error(said);
}

const headOf = (method: string, path: string, token: string, more = "") =>
  `${method} /api/v1${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\n${more}`;

async function press(plan: LoadPlan): Promise<LoadResult> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, "load.ts"), JSON.stringify(plan)],
    { maxBuffer: 1 << 20 },
  );
  return JSON.parse(stdout);
}

async function post(port: number, path: string, token: string, body: unknown, ifMatch = "") {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(ifMatch ? { "if-match": ifMatch } : {}),
    },
    body: JSON.stringify(body),
  });
  const json = (await answer.json()) as Record<string, string>;
  if (answer.status !== 200) throw new Error(JSON.stringify(json));
  return { json, etag: answer.headers.get("etag") ?? "" };
}

const signIn = async (port: number, role: string, unit?: string) =>
  (await post(port, "/session/demonstration", "", { role, unit, bearer: true })).json.token!;

const ms = (value: number) => `${value.toFixed(1)} 毫秒`;

async function creating(port: number): Promise<number> {
  const token = await signIn(port, "agent");
  const body = JSON.stringify({ ...matter, text: "第 {n} 件，三号楼电梯停运三天，老人下不了楼。" });
  const head = headOf("POST", "/requests", token, "idempotency-key: bench-{n}-KEY\r\n");
  const results: LoadResult[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const template = { head: head.replace("KEY", String(run)), body };
    const result = await press({ port, rate: RATE, warmUp: WARM_UP, seconds, connections: 128, template });
    results.push(result);
    say(
      `登记 第 ${run} 次：按 ${RATE}/秒 发，成 ${result.perSecond.toFixed(0)}/秒，失败 ${result.failed}，p50 ${ms(result.p50)}，p95 ${ms(result.p95)}，p99 ${ms(result.p99)}`,
    );
  }
  return median(results.map(({ perSecond }) => perSecond));
}

/** The same rows and order chain, no HTTP: as many at once as the load has connections. */
async function bare(place: Place): Promise<number> {
  const { db } = await openDatabase(place, { makes: false, upgrades: false }, async () => {});
  const folder = join(place.data, "attachments");
  const desk = await openDesk(db, city, { place: attachmentFolder(folder), folder }, Date.now);
  const viewer = { account: crypto.randomUUID(), number: "bench", role: "agent" as const, unit: null, units: null };
  const visit = (): Visit => ({
    ...desk,
    ...{ db, viewer, actor: actorOf(viewer), at: Date.now(), ifMatch: null, address: "", local: true, headers: {} },
    decide: (work) => work(visit()),
    see: (read) => readAs(db, { platform: city.platform, units: null }, read),
  });
  let done = 0;
  const until = performance.now() + seconds * 1000;
  const one = async (n: number) => {
    while (performance.now() < until) {
      await handIn(
        {
          ...matter,
          channel: "phone",
          urgent: false,
          confidential: false,
          text: `第 ${n} 件，三号楼电梯停运三天，老人下不了楼。`,
        },
        visit(),
        crypto.randomUUID(),
      );
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: 128 }, (_, n) => one(n)));
  await db.close();
  return done / seconds;
}

/** 派发 → 签收 → 办结 → 回访 of one matter, four steps one after the other. */
async function cycle(port: number, tokens: { desk: string; unit: string; caller: string }, n: number): Promise<void> {
  const made = await post(port, "/requests", tokens.desk, { ...matter, text: `第 ${n} 件，电梯停运。` });
  const order = await post(port, `/requests/${made.json.id}/dispatch`, tokens.desk, { unit: "housing" }, made.etag);
  const step = (noun: string, token: string, body: unknown, etag: string) =>
    post(port, `/orders/${order.json.id}/${noun}`, token, body, etag);
  const taken = await step("acknowledgement", tokens.unit, {}, order.etag);
  const resolved = await step(
    "resolution",
    tokens.unit,
    { solved: true, internalText: null, publicText: "电梯已修复。" },
    taken.etag,
  );
  await step(
    "follow-up",
    tokens.caller,
    { channel: "phone", rating: "satisfied", solved: true, text: null },
    resolved.etag,
  );
}

async function cycles(port: number): Promise<void> {
  const tokens = {
    desk: await signIn(port, "dispatcher"),
    unit: await signIn(port, "liaison", "housing"),
    caller: await signIn(port, "followUp"),
  };
  for (let run = 1; run <= runs; run += 1) {
    let done = 0;
    const until = performance.now() + seconds * 1000;
    const worker = async (name: number) => {
      for (; performance.now() < until; done += 1) await cycle(port, tokens, name);
    };
    await Promise.all(Array.from({ length: 32 }, (_, name) => worker(name)));
    say(`一轮办理 第 ${run} 次：${(done / seconds).toFixed(0)} 轮/秒（登记、派发、签收、办结、回访），目标 300`);
  }
}

say(
  `${new Date().toISOString().slice(0, 10)}，${cpus().length} 核，开始时负载 ${loadavg()[0]!.toFixed(1)}，每次 ${seconds} 秒，预热 ${WARM_UP} 秒`,
);
const server = await startServer(join(tmpdir(), "rexian-bench", "process"));
const folder = mkdtempSync(join(tmpdir(), "rexian-process-"));
const place = {
  data: join(folder, "data"),
  keyFile: join(folder, "key"),
  databaseUrl: await freshDatabase(server.url, "rexian_process"),
};
try {
  await prepare(place);
  const { child, port } = await serve(place);
  const perSecond = await creating(port);
  await cycles(port);
  child.kill("SIGTERM");
  await once(child, "close");
  const without = await bare(place);
  say(
    `不经 HTTP 的同样记录：${without.toFixed(0)}/秒；经 HTTP 按 ${RATE}/秒 发成 ${perSecond.toFixed(0)}/秒，为其 ${((100 * perSecond) / without).toFixed(0)}%`,
  );
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
