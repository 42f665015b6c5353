/**
 * 另起进程审核: a file from outside is read and audited in a process of its own, for no longer and in no more memory than
 * it may; what it does to that process, it does to nobody else (decision 028).
 */
import { type ChildProcess, type ForkOptions, fork, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { realpathSync } from "node:fs";
import type { AuditedDocument } from "../../domain/document.ts";
import type { Finding } from "../../domain/finding.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";

export interface Audited {
  document: AuditedDocument;
  found: Finding[];
}

/** what the process sends back; an error that isn't a refusal is a bug of ours */
export type Answer = Audited | Refused | { bug: Error };

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

/** processes that have ended their work and wait for more: to start one takes longer than most reports */
const idle: ChildProcess[] = [];

const root = new URL("../../../", import.meta.url);
/** the data and their key lie beside these by default; what is installed may lie elsewhere */
const programme = ["src", "package.json", "node_modules"].map((name) => realpathSync(new URL(name, root)));

/** 审核进程的权限: it reads nothing but the programme, writes nothing and starts nothing */
export const flags = [
  "--experimental-strip-types",
  "--disable-warning=ExperimentalWarning",
  "--permission",
  ...programme.map((path) => `--allow-fs-read=${path}`),
  `--max-old-space-size=${MEMORY}`,
];

/** A process that has no secret in its environment; a signal of the terminal is for us to answer, not for it. */
function newProcess(): ChildProcess {
  const stdio: StdioOptions = ["ignore", "ignore", "ignore", "ipc"];
  const bounds: ForkOptions = { execArgv: flags, env: {}, serialization: "advanced", detached: true, stdio };
  const child = fork(new URL("./process.ts", import.meta.url), bounds);
  child.once("exit", () => {
    if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
  });
  return child;
}

interface Bounds {
  patience?: number;
  /** aborted when whoever asks gives up */
  signal?: AbortSignal;
}

/** What the process tells; `large` when it died of the file: nobody else ends it by a signal. */
async function answerOf(child: ChildProcess, bytes: Uint8Array, signal: AbortSignal): Promise<Answer> {
  const settled = new AbortController();
  const either = { signal: AbortSignal.any([signal, settled.signal]) };
  try {
    child.send(bytes);
    return await Promise.race([
      once(child, "message", either).then(([answer]): Answer => answer),
      once(child, "exit", either).then(
        ([code]): Answer => (code === null ? large : { bug: new Error(`审核进程退出：${code}`) }),
      ),
    ]);
  } finally {
    settled.abort();
  }
}

async function askProcess(bytes: Uint8Array, { patience = PATIENCE, signal }: Bounds): Promise<Audited | Refused> {
  const child = idle.pop() ?? newProcess();
  const timeout = AbortSignal.timeout(patience);
  try {
    child.ref();
    child.channel?.ref();
    const answer = await answerOf(child, bytes, signal ? AbortSignal.any([timeout, signal]) : timeout);
    if ("bug" in answer) throw answer.bug;
    if (child.connected) idle.push(child);
    return answer;
  } catch (error) {
    child.kill("SIGKILL");
    signal?.throwIfAborted();
    if (timeout.aborted) return slow;
    throw error;
  } finally {
    child.unref();
    child.channel?.unref();
  }
}

/** 审核一个文件: its text and what it contradicts itself in; nothing of it is kept. Ends with the signal's reason. */
export async function auditAside(bytes: Uint8Array, bounds: Bounds = {}): Promise<Audited | Refused> {
  if (waiting.length >= MOST_WAITING) return busy;
  await ourTurn();
  try {
    return await askProcess(bytes, bounds);
  } finally {
    handOn();
  }
}
