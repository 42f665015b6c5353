/**
 * 施压者: a process of its own that sends at a fixed rate, whether or not answers come (open loop), so that a server that
 * stalls is seen to stall. Latency counts from when a request was due. Prints one line of JSON.
 */
import type { Socket } from "node:net";
import { opened, requestOf, whole } from "./wire.ts";

export interface LoadPlan {
  port: number;
  /** requests a second */
  rate: number;
  warmUp: number;
  seconds: number;
  connections: number;
  /** the request's head and body with {n} for its number */
  template: { head: string; body: string };
}

export interface LoadResult {
  sent: number;
  ok: number;
  failed: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** 按百分位 of sorted milliseconds. */
const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

interface Line {
  socket: Socket;
  due: number | null;
  counted: boolean;
  read: string;
}

const lineTo = async (port: number): Promise<Line> => ({
  socket: await opened(port),
  ...{ due: null, counted: false, read: "" },
});

async function press(plan: LoadPlan): Promise<LoadResult> {
  const lines = await Promise.all(Array.from({ length: plan.connections }, () => lineTo(plan.port)));
  const idle = [...lines];
  const waiting: { due: number; n: number }[] = [];
  const latencies: number[] = [];
  let [ok, failed, sent] = [0, 0, 0];
  const started = performance.now();
  const measuredFrom = started + plan.warmUp * 1000;
  const until = measuredFrom + plan.seconds * 1000;

  const send = (line: Line, { due, n }: { due: number; n: number }) => {
    const body = plan.template.body.replaceAll("{n}", String(n));
    line.due = due;
    line.counted = due >= measuredFrom;
    line.read = "";
    line.socket.write(requestOf(plan.template.head.replaceAll("{n}", String(n)), body));
  };
  const answered = (line: Line) => {
    if (line.counted) {
      latencies.push(performance.now() - line.due!);
      if (line.read.startsWith("HTTP/1.1 200")) ok += 1;
      else failed += 1;
    }
    line.due = null;
    const next = waiting.shift();
    if (next) send(line, next);
    else idle.push(line);
  };
  for (const line of lines) {
    line.socket.on("data", (chunk) => {
      line.read += chunk;
      if (whole(line.read)) answered(line);
    });
  }
  let n = 0;
  await new Promise<void>((done) => {
    const tick = () => {
      const now = performance.now();
      for (
        let due = started + (n * 1000) / plan.rate;
        due <= now && due < until;
        due = started + (n * 1000) / plan.rate
      ) {
        n += 1;
        if (due >= measuredFrom) sent += 1;
        const line = idle.pop();
        if (line) send(line, { due, n });
        else waiting.push({ due, n });
      }
      if (now < until) setTimeout(tick, 1);
      else if (lines.every(({ due }) => due === null) || now > until + 10_000) done();
      else setTimeout(tick, 5);
    };
    tick();
  });
  for (const { socket } of lines) socket.destroy();
  const sorted = Float64Array.from(latencies).sort();
  return {
    sent,
    ok,
    failed,
    perSecond: ok / plan.seconds,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
  };
}

process.stdout.write(`${JSON.stringify(await press(JSON.parse(process.argv[2]!) as LoadPlan))}\n`);
