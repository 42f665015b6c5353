/**
 * 日常负载: what a hotline's day brings, at a fixed rate whether or not answers come (open loop): matters registered, orders
 * taken through all their steps, lists, searches, live screens, an export now and then. Prints one line of JSON.
 */
import { json } from "node:stream/consumers";
import { openLive } from "../world/liveClient.ts";
import { matter } from "../world/matter.ts";
import { type Answer, ask, percentile } from "./running.ts";

export interface MixedPlan {
  port: number;
  /** things done a second; one that takes an order through its steps is one */
  rate: number;
  seconds: number;
  /** between two exports */
  exportEvery: number;
  tokens: { agent: string; desk: string; unit: string; caller: string };
}

interface KindResult {
  done: number;
  failed: number;
  p50: number;
  p95: number;
  p99: number;
}

export interface MixedResult {
  kinds: Record<string, KindResult>;
  /** of the live screens */
  heard: number;
  /** the first few, as they were answered */
  failures: string[];
}

const where = ["三号楼", "东门路口", "幸福小区", "菜市场旁", "中学门口", "河堤下", "老街", "北站广场"];
const what = ["电梯停运", "路灯不亮", "夜里施工", "井盖破损", "垃圾没有清运", "停水", "油烟扰民", "公交不停站"];
const since = ["三天", "一个星期", "半个月", "从昨晚起", "好几回"];
const picked = (list: readonly string[], n: number) => list[n % list.length]!;
const textOf = (n: number) =>
  `第 ${n} 件，${picked(where, n)}${picked(what, Math.floor(n / 8))}，已经${picked(since, Math.floor(n / 64))}，请派人处理。`;

const plan: MixedPlan = (await json(process.stdin)) as MixedPlan;
const { port, tokens } = plan;

class Failed extends Error {}

async function well(answer: Promise<Answer>): Promise<Answer> {
  const { status, body } = await answer;
  if (status !== 200) throw new Failed(`${status} ${JSON.stringify(body).slice(0, 300)}`);
  return answer;
}

const get = (token: string, path: string) => well(ask({ port, token }, "GET", path));
const post = (token: string, path: string, body: unknown, etag?: string) =>
  well(ask({ port, token }, "POST", path, body, etag ? { "if-match": etag } : {}));

const register = (n: number) => post(tokens.agent, "/requests", { ...matter, text: textOf(n) });

/** 派发 → 签收 → 办结 → 回访 of one matter. */
async function wholeCycle(n: number): Promise<void> {
  const made = await register(n);
  const order = await post(tokens.desk, `/requests/${made.body.id}/dispatch`, { unit: "housing" }, made.etag);
  const path = `/orders/${order.body.id}`;
  const taken = await post(tokens.unit, `${path}/acknowledgement`, {}, order.etag);
  const resolution = { solved: true, internalText: null, publicText: "已修复。" };
  const resolved = await post(tokens.unit, `${path}/resolution`, resolution, taken.etag);
  const followUp = { channel: "phone", rating: "satisfied", solved: true, text: null };
  await post(tokens.caller, `${path}/follow-up`, followUp, resolved.etag);
}

/** An order left with its unit, and looked at there. */
async function dispatched(n: number): Promise<void> {
  const made = await register(n);
  const order = await post(tokens.desk, `/requests/${made.body.id}/dispatch`, { unit: "housing" }, made.etag);
  await get(tokens.unit, `/orders/${order.body.id}`);
  await get(tokens.unit, `/orders/${order.body.id}/events`);
}

async function pages(token: string, path: string): Promise<void> {
  const { body } = await get(token, path);
  if (body.next) await get(token, `${path}&cursor=${encodeURIComponent(body.next)}`);
}

const search = (token: string, n: number) => get(token, `/requests?q=${encodeURIComponent(picked(what, n))}`);

const kinds: Record<string, (n: number) => Promise<unknown>> = {
  登记: register,
  一轮办理: wholeCycle,
  派发: dispatched,
  待派清单: () => pages(tokens.desk, "/requests?outcome=pending"),
  工单清单: () => pages(tokens.desk, "/orders?stage=handling,resolved"),
  单位清单: () => pages(tokens.unit, "/orders?stage=unacknowledged"),
  检索: (n) => search(tokens.desk, n),
  单位检索: (n) => search(tokens.unit, n),
};
/** Of twenty things done. */
const day = Object.entries({
  登记: 8,
  一轮办理: 3,
  派发: 1,
  待派清单: 2,
  工单清单: 2,
  单位清单: 2,
  检索: 1,
  单位检索: 1,
})
  .flatMap(([kind, times]) => Array.from({ length: times }, (_, at) => ({ kind, at: (at + 0.5) / times })))
  .toSorted((a, b) => a.at - b.at)
  .map(({ kind }) => kind);

const latencies = new Map<string, number[]>();
const failed = new Map<string, number>();
const failures: string[] = [];

async function measured(kind: string, due: number, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    const known = latencies.get(kind) ?? [];
    known.push(performance.now() - due);
    latencies.set(kind, known);
  } catch (error) {
    failed.set(kind, (failed.get(kind) ?? 0) + 1);
    if (failures.length < 10) failures.push(`${kind} ${(error as Error).message}`);
  }
}

const started = performance.now();
const until = started + plan.seconds * 1000;

let heard = 0;
/** A screen comes again when the stream ends, as a browser does; what it heard is counted and forgotten. */
async function screen(token: string): Promise<void> {
  while (performance.now() < until) {
    const live = await openLive(`http://127.0.0.1:${port}/api/v1/live`, { authorization: `Bearer ${token}` });
    const forgetting = setInterval(() => {
      heard += live.events.splice(0).length;
    }, 1000);
    const over = setTimeout(live.leave, until - performance.now());
    await live.ended;
    clearInterval(forgetting);
    clearTimeout(over);
    heard += live.events.length;
  }
}

async function exporting(): Promise<void> {
  for (let n = 1; started + n * plan.exportEvery * 1000 < until; n += 1) {
    const due = started + n * plan.exportEvery * 1000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const path = n % 2 ? "/exports/requests.csv?outcome=firstContact" : "/exports/orders.xlsx?stage=followedUp";
    await measured("导出", performance.now(), () => get(tokens.desk, path));
  }
}

async function working(): Promise<void> {
  const underWay = new Set<Promise<void>>();
  for (let n = 0; ; n += 1) {
    const due = started + (n * 1000) / plan.rate;
    if (due >= until) break;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const kind = day[n % day.length]!;
    const one = measured(kind, due, () => kinds[kind]!(n)).finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
}

await Promise.all([working(), exporting(), screen(tokens.desk), screen(tokens.unit)]);
const names = new Set([...latencies.keys(), ...failed.keys()]);
const result: MixedResult = {
  heard,
  failures,
  kinds: Object.fromEntries(
    [...names].map((kind) => {
      const sorted = (latencies.get(kind) ?? []).toSorted((a, b) => a - b);
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share));
      return [kind, { done: sorted.length, failed: failed.get(kind) ?? 0, p50: p50!, p95: p95!, p99: p99! }];
    }),
  ),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
