/**
 * `npm run bench:hour [-- 分钟 每秒]`: whether the running hotline keeps its memory: a server process under an even day's load
 * from another process, its resident memory looked at every ten seconds. The slope is that of the last half, least squares.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { prepare } from "../torture/torture.ts";
import type { MixedPlan, MixedResult } from "./mixed.ts";
import { beside, type Running, serveAt, signIn } from "./running.ts";
import { dropDatabase, freshDatabase, startServer } from "./server.ts";

const [minutes, rate] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 50)];
const seconds = minutes * 60;
const EVERY = Math.min(10, seconds / 12);
const MOST = 1;
/** shorter than this, a slope says nothing */
const LONG = 20;
const DATABASE = "rexian_hour";
const say = (text: string) => void process.stdout.write(`${text}\n`);

interface Sample {
  /** minutes since the start */
  at: number;
  megabytes: number;
}

/** 常驻内存 of a process, in MB. */
function resident(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) throw new Error("常驻内存从 /proc 读取，这里没有。");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"))![1]) / 1024;
}

/** 斜率 of the line through these samples with the least squares, in MB a minute. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [at, megabytes] = [mean((one) => one.at), mean((one) => one.megabytes)];
  const over = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0);
  return over((one) => (one.at - at) * (one.megabytes - megabytes)) / over((one) => (one.at - at) ** 2);
}

function watch(pid: number) {
  const samples: Sample[] = [];
  const started = performance.now();
  const look = () => {
    samples.push({ at: (performance.now() - started) / 60_000, megabytes: resident(pid) });
    if (samples.length % 30 === 0)
      say(`${samples.at(-1)!.at.toFixed(0)} 分钟：${samples.at(-1)!.megabytes.toFixed(1)} MB`);
  };
  look();
  const looking = setInterval(look, EVERY * 1000);
  return {
    samples,
    stop() {
      clearInterval(looking);
      look();
    },
  };
}

async function loaded({ child, port }: Running): Promise<{ samples: Sample[]; result: MixedResult }> {
  const tokens = {
    agent: await signIn(port, "agent"),
    desk: await signIn(port, "dispatcher"),
    unit: await signIn(port, "liaison", "housing"),
    caller: await signIn(port, "followUp"),
  };
  const plan: MixedPlan = { port, rate, seconds, exportEvery: Math.min(60, seconds / 4), tokens };
  const watching = watch(child.pid!);
  const result = await beside<MixedResult>("mixed.ts", plan).finally(() => watching.stop());
  return { samples: watching.samples, result };
}

function told(samples: Sample[], { kinds, heard, failures }: MixedResult, complaints: string[]): void {
  const half = samples.filter(({ at }) => at >= minutes / 2);
  const grown = slope(half);
  const all = Object.values(kinds);
  say("\n| 做什么 | 做成 | 失败 | p50 | p95 | p99 |\n| --- | --- | --- | --- | --- | --- |");
  for (const [kind, { done, failed, p50, p95, p99 }] of Object.entries(kinds))
    say(`| ${kind} | ${done} | ${failed} | ${[p50, p95, p99].map((ms) => `${ms.toFixed(1)} ms`).join(" | ")} |`);
  const failed = all.reduce((sum, one) => sum + one.failed, 0);
  say(`\n失败 ${failed} 件；实时屏幕收到 ${heard} 条；服务报错 ${complaints.length} 处`);
  for (const line of [...failures, ...complaints.slice(0, 10)]) say(line);
  const [first, middle, last] = [samples[0]!, half[0]!, samples.at(-1)!].map(({ megabytes }) => megabytes.toFixed(1));
  const most = Math.max(...samples.map(({ megabytes }) => megabytes)).toFixed(1);
  say(`常驻内存：开始 ${first} MB，半程 ${middle} MB，结束 ${last} MB，最多 ${most} MB`);
  const verdict = minutes < LONG ? "" : `，目标 < ${MOST} MB/分钟：${grown < MOST ? "达标" : "**未达标**"}`;
  say(`后一半的斜率：${grown.toFixed(3)} MB/分钟${verdict}`);
}

const commit = execFileSync("git", ["log", "-1", "--format=%h"], { encoding: "utf8" }).trim();
say(
  `${new Date().toISOString()}，版本 ${commit}，${cpus().length} 核，开始时负载 ${loadavg()[0]!.toFixed(1)}，${minutes} 分钟，每秒 ${rate} 件`,
);
const given = process.env.DATABASE_URL;
const server = given ? { url: given, stop: () => {} } : await startServer(join(tmpdir(), "rexian-bench", "process"));
const folder = mkdtempSync(join(tmpdir(), "rexian-hour-"));
try {
  const place = {
    data: join(folder, "data"),
    keyFile: join(folder, "key"),
    databaseUrl: await freshDatabase(server.url, DATABASE),
  };
  await prepare(place);
  const running = await serveAt(place);
  const { samples, result } = await loaded(running).finally(() => running.stop());
  told(samples, result, running.complaints);
  await dropDatabase(server.url, DATABASE);
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
