/**
 * `npm run bench:process [-- 秒 次]`: what the running hotline bears: creating requests by an open-loop load from another
 * process, whole cycles of an order, and beside the first the same rows recorded without HTTP. PostgreSQL, durable commits.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { handIn, registration } from "../../src/api/request/intake.ts";
import { actorOf, type Visit } from "../../src/api/visit.ts";
import { attachmentFolder } from "../../src/file/folder.ts";
import { openDesk } from "../../src/main/desk.ts";
import { openDatabase } from "../../src/main/openDatabase.ts";
import type { Place } from "../../src/main/place.ts";
import { readAs } from "../../src/store/access/door.ts";
import type { Database } from "../../src/store/database.ts";
import { prepare } from "../torture/torture.ts";
import { cityNamed } from "../world/city.ts";
import { matter } from "../world/matter.ts";
import type { CyclesPlan, CyclesResult } from "./cycles.ts";
import { diskSaid } from "./disk.ts";
import type { LoadPlan, LoadResult } from "./load.ts";
import { serveAt, signIn } from "./running.ts";
import { dropDatabase, startServer } from "./server.ts";
import { headOf } from "./wire.ts";

const [seconds, runs] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 3)];
const WARM_UP = Math.min(10, seconds);
const RATE = 2000;
/** milliseconds that one of a hundred may wait */
const LONGEST = 50;
const city = cityNamed("云岭市", "yunling");
const run = promisify(execFile);
const say = (text: string) => process.stdout.write(`${text}\n`);

async function freshDatabase(url: string, name: string): Promise<string> {
  await dropDatabase(url, name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name} template template0 encoding 'UTF8'`).finally(() => client.end());
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** A process of its own of this folder, so that what is measured is the server. */
async function apart<R>(file: string, plan: unknown): Promise<R> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, file), JSON.stringify(plan)]);
  return JSON.parse(stdout);
}

const ms = (value: number) => `${value.toFixed(1)} 毫秒`;

/** 登记 at so many a second, from another process. */
async function creating(port: number, token: string, rate: number, run: string, [warmUp, lasts] = [WARM_UP, seconds]) {
  const body = JSON.stringify({ ...matter, text: "第 {n} 件，三号楼电梯停运三天，老人下不了楼。" });
  const head = headOf("/requests", token, `idempotency-key: {n}-${crypto.randomUUID()}\r\n`);
  const plan: LoadPlan = { port, rate, warmUp, seconds: lasts, connections: 128, template: { head, body } };
  const result = await apart<LoadResult>("load.ts", plan);
  const { perSecond, failed, p50, p95, p99 } = result;
  say(
    `登记 ${run}：按 ${rate}/秒 发，成 ${perSecond.toFixed(0)}/秒，失败 ${failed}，p50 ${ms(p50)}，p95 ${ms(p95)}，p99 ${ms(p99)}`,
  );
  return result;
}

/** The most that is borne: a seventh more each time, up to the first rate at which one of a hundred waits too long. */
async function most(port: number, token: string): Promise<number> {
  let borne = 0;
  for (let rate = RATE; ; rate = Math.round((rate * 8) / 7)) {
    const result = await creating(port, token, rate, `加到 ${rate}/秒`, [Math.min(3, WARM_UP), Math.min(10, seconds)]);
    if (result.failed > 0 || result.p99 > LONGEST) return borne;
    borne = result.perSecond;
  }
}

/** What is written without HTTP: as many at once as the load has connections, in batches; and each in a transaction of its own. */
async function bare(place: Place): Promise<{ together: number; alone: number }> {
  const { db } = await openDatabase(place, { makes: false, upgrades: false }, async () => {});
  const folder = join(place.data, "attachments");
  const desk = await openDesk(db, city, { place: attachmentFolder(folder), folder }, Date.now);
  const viewer = { account: crypto.randomUUID(), number: "bench", role: "agent" as const, unit: null, units: null };
  const within = (on: Database): Visit => ({
    ...desk,
    ...{ db: on, viewer, actor: actorOf(viewer), at: Date.now(), ifMatch: null, address: "", local: true },
    ...{ headers: { "idempotency-key": crypto.randomUUID() }, told: [], within },
    decide: (work) => work(within(db)),
    promised: (answer) => answer,
    see: (read) => readAs(on, { platform: city.platform, units: null }, read),
  });
  const asked = (n: number) => ({
    ...matter,
    ...{ channel: "phone" as const, urgent: false, confidential: false },
    text: `第 ${n} 件，三号楼电梯停运三天，老人下不了楼。`,
  });
  const perSecond = async (write: (n: number) => Promise<unknown>) => {
    let done = 0;
    const until = performance.now() + seconds * 1000;
    const one = async (n: number) => {
      for (; performance.now() < until; done += 1) await write(n);
    };
    await Promise.all(Array.from({ length: 128 }, (_, n) => one(n)));
    return done / seconds;
  };
  const alone = (n: number) =>
    db.decision(async (tx) => {
      const visit = within(tx);
      const [given] = await registration.decide([{ asked: asked(n), visit }]);
      if (!given || "refused" in given) throw new Error("a registration was refused");
      await registration.write([given], visit);
    });
  const result = { together: await perSecond((n) => handIn(asked(n), within(db))), alone: await perSecond(alone) };
  await db.close();
  return result;
}

/** so many desks and units work at once, as many as the load of registrations has connections */
const AT_ONCE = 128;
const CYCLES = 300;

/** 一轮办理: dispatch → acknowledge → resolution → follow-up of matters that wait; then the same with their registration. */
async function cycles(port: number): Promise<void> {
  const tokens = {
    desk: await signIn(port, "dispatcher"),
    unit: await signIn(port, "liaison", "housing"),
    caller: await signIn(port, "followUp"),
  };
  const measured = async (what: string, registered: number, said: string) => {
    const plan: CyclesPlan = { port, warmUp: WARM_UP, seconds, atOnce: AT_ONCE, registered, tokens };
    const { perSecond, p50, p99 } = await apart<CyclesResult>("cycles.ts", plan);
    say(`${what}：${perSecond.toFixed(0)} 轮/秒${said}；一轮 p50 ${ms(p50)}，p99 ${ms(p99)}`);
  };
  const enough = (WARM_UP + seconds) * CYCLES * 2;
  for (let run = 1; run <= runs; run += 1)
    await measured(`派发、签收、办结、回访 第 ${run} 次`, enough, `，目标 ${CYCLES}`);
  await measured("连登记在内", 0, "");
}

say(
  `${new Date().toISOString().slice(0, 10)}，${cpus().length} 核，开始时负载 ${loadavg()[0]!.toFixed(1)}，每次 ${seconds} 秒，预热 ${WARM_UP} 秒`,
);
say(diskSaid(tmpdir(), WARM_UP));
const server = await startServer(join(tmpdir(), "rexian-bench", "process"));
const folder = mkdtempSync(join(tmpdir(), "rexian-process-"));
const place = {
  data: join(folder, "data"),
  keyFile: join(folder, "key"),
  databaseUrl: await freshDatabase(server.url, "rexian_process"),
};
try {
  await prepare(place);
  const running = await serveAt(place);
  const token = await signIn(running.port, "agent");
  for (let run = 1; run <= runs; run += 1) await creating(running.port, token, RATE, `第 ${run} 次`);
  const borne = await most(running.port, token);
  await cycles(running.port);
  await running.stop();
  const without = await bare(place);
  const share = (of: number) => `${((100 * borne) / of).toFixed(0)}%`;
  say(`经 HTTP 至多 ${borne.toFixed(0)}/秒（p99 ≤ ${LONGEST} 毫秒）。不经 HTTP 的同样记录：`);
  say(`一件一个事务 ${without.alone.toFixed(0)}/秒，经 HTTP 的为其 ${share(without.alone)}，目标 60%`);
  say(`同样合流的 ${without.together.toFixed(0)}/秒，经 HTTP 的为其 ${share(without.together)}`);
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
