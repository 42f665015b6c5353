/** 另起线程审核: a file from outside is read and audited beside the thread that answers, for no longer than it may. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { AuditedDocument } from "../../domain/document.ts";
import type { Finding } from "../../domain/finding.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";

export interface Audited {
  document: AuditedDocument;
  found: Finding[];
}

/** a report of forty pages takes two seconds */
const PATIENCE = 60_000;
/** the megabytes that a file may take to be read */
const MEMORY = 512;
/** more at a time would leave nobody else anything of the machine */
const AT_ONCE = 2;
const MOST_WAITING = 8;

const busy = refuse("auditBusy", "正在审核别的报告。", "请稍后再试。");
const slow = refuse("documentTooSlow", "这份报告一分钟还没有审完，停下了。", "请分成几份再审核。");
const large = refuse("documentTooLarge", "这个文件解开后的内容过大，没有审核。", "请另存为 .txt，或分成几份再审核。");

let running = 0;
const waiting: (() => void)[] = [];

/** 轮到了: whoever ends hands his turn on */
async function ourTurn(): Promise<void> {
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

function handOn(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

const isOutOfMemory = (error: unknown): boolean => (error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY";

/** threads that have ended their work and wait for more: to start one takes longer than most reports */
const idle: Worker[] = [];

const newThread = (): Worker =>
  new Worker(new URL("./thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });

interface Bounds {
  patience?: number;
  /** aborted when whoever asks gives up */
  signal?: AbortSignal;
}

async function askThread(bytes: Uint8Array, { patience = PATIENCE, signal }: Bounds): Promise<Audited | Refused> {
  const worker = idle.pop() ?? newThread();
  const timeout = AbortSignal.timeout(patience);
  try {
    worker.ref();
    worker.postMessage(bytes);
    const [answer] = await once(worker, "message", { signal: signal ? AbortSignal.any([timeout, signal]) : timeout });
    worker.unref();
    idle.push(worker);
    return answer;
  } catch (error) {
    await worker.terminate();
    signal?.throwIfAborted();
    if (timeout.aborted) return slow;
    if (isOutOfMemory(error)) return large;
    throw error;
  }
}

/** 审核一个文件: its text and what it contradicts itself in; nothing of it is kept. Ends with the signal's reason. */
export async function auditAside(bytes: Uint8Array, bounds: Bounds = {}): Promise<Audited | Refused> {
  if (waiting.length >= MOST_WAITING) return busy;
  await ourTurn();
  try {
    return await askThread(bytes, bounds);
  } finally {
    handOn();
  }
}
