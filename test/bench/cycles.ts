/**
 * 一轮一轮地办: a process of its own that takes matters through all their steps, so many at once, each step as soon as the one
 * before is answered. Prints one line of JSON.
 */
import { matter } from "../world/matter.ts";
import { percentile } from "./running.ts";
import { opened, post } from "./wire.ts";

export interface CyclesPlan {
  port: number;
  warmUp: number;
  seconds: number;
  /** matters under way at once */
  atOnce: number;
  /** matters registered before anything is timed; when they are used up, or with none, each cycle begins with its registration */
  registered: number;
  tokens: { desk: string; unit: string; caller: string };
}

export interface CyclesResult {
  perSecond: number;
  /** milliseconds from its first step to the end of the follow-up */
  p50: number;
  p99: number;
}

const { port, warmUp, seconds, atOnce, registered, tokens } = JSON.parse(process.argv[2]!) as CyclesPlan;
const resolution = { solved: true, internalText: null, publicText: "电梯已修复。" };
const followUp = { channel: "phone", rating: "satisfied", solved: true, text: null };

type Socket = Awaited<ReturnType<typeof opened>>;
type Made = Awaited<ReturnType<typeof post>>;

const register = (socket: Socket, n: number): Promise<Made> =>
  post(socket, "/requests", tokens.desk, { ...matter, text: `第 ${n} 件，电梯停运。` });

/** 派发 → 签收 → 办结 → 回访 of one matter. */
async function cycle(socket: Socket, made: Made): Promise<void> {
  const order = await post(socket, `/requests/${made.id}/dispatch`, tokens.desk, { unit: "housing" }, made.etag);
  const path = `/orders/${order.id}`;
  const taken = await post(socket, `${path}/acknowledgement`, tokens.unit, {}, order.etag);
  const resolved = await post(socket, `${path}/resolution`, tokens.unit, resolution, taken.etag);
  await post(socket, `${path}/follow-up`, tokens.caller, followUp, resolved.etag);
}

interface Worker {
  socket: Socket;
  first: number;
  waiting: Made[];
}

async function prepared(first: number): Promise<Worker> {
  const socket = await opened(port);
  const waiting: Made[] = [];
  for (let n = first; n < registered; n += atOnce) waiting.push(await register(socket, n));
  return { socket, first: first + registered, waiting };
}

const took: number[] = [];

async function work({ socket, first, waiting }: Worker, measuredFrom: number): Promise<void> {
  const until = measuredFrom + seconds * 1000;
  for (let n = first, from = performance.now(); from < until; n += atOnce, from = performance.now()) {
    await cycle(socket, waiting.pop() ?? (await register(socket, n)));
    const ended = performance.now();
    if (ended >= measuredFrom && ended < until) took.push(ended - from);
  }
  socket.destroy();
}

const workers = await Promise.all(Array.from({ length: atOnce }, (_, first) => prepared(first)));
const measuredFrom = performance.now() + warmUp * 1000;
await Promise.all(workers.map((worker) => work(worker, measuredFrom)));
const sorted = took.toSorted((a, b) => a - b);
const result: CyclesResult = {
  perSecond: took.length / seconds,
  p50: percentile(sorted, 0.5),
  p99: percentile(sorted, 0.99),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
