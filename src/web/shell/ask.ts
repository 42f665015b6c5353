/** 问接口: every word between the page and the server goes through here. */
import type { Problem } from "../../contract/problem.ts";
import { noteTime } from "./clock.ts";

/** 被拒绝 or failed: the server's own sentence and what to do next. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** 没有连上: the network or the server doesn't answer; nothing is known of whether it was done. */
export class Unreachable extends Error {}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Sending {
  /** the version that was seen: whoever was faster wins */
  version?: number;
  /** the same key again does nothing twice */
  key?: string;
  /** as an upload instead of JSON */
  file?: File;
  /** what an upload has no other place for */
  headers?: Record<string, string>;
}

const known = (query: Query): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
};

const unreadable: Problem = { type: "urn:rexian:fault", status: 502, code: "fault", title: "服务器的答复看不懂。" };

async function answerOf<T>(response: Response): Promise<T> {
  noteTime(response.headers.get("date"));
  if (response.status === 204) return undefined as T;
  const body = await response.json().catch(() => unreadable);
  if (response.ok) return body as T;
  const problem = body as Problem;
  if (signedOut.has(problem.code)) for (const tell of listeners) tell(problem);
  throw new Refused(problem);
}

const reach = async (path: string, init: RequestInit): Promise<Response> =>
  fetch(`/api/v1${path}`, init).catch(() => {
    throw new Unreachable("没有连上服务器。");
  });

/** 读 */
export const read = async <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  answerOf<T>(await reach(path + known(query), { signal: signal ?? null }));

const AGAIN = [0, 1_000, 3_000, 8_000];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function sent(body: unknown, { version, key, file, headers: more }: Sending): RequestInit {
  const headers: Record<string, string> = { ...more, "idempotency-key": key ?? crypto.randomUUID() };
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  headers["content-type"] = file ? "application/octet-stream" : "application/json";
  if (file) headers["x-file-name"] = encodeURIComponent(file.name);
  return { method: "POST", headers, body: file ?? JSON.stringify(body ?? {}) };
}

/** which of what is being sent is sent again, and for which time */
const retried = new Map<RequestInit, number>();
const watchers = new Set<() => void>();
const tellRetry = () => {
  for (const tell of watchers) tell();
};

/** 正在第几次重试 of what is being sent, the most of them; 0: nothing is. One bar says it for every form. */
export const retries = {
  watch(tell: () => void): () => void {
    watchers.add(tell);
    return () => watchers.delete(tell);
  },
  now: () => Math.max(0, ...retried.values()),
};

/** 做: sent again under the same key while the network is down. */
export async function act<T>(path: string, body: unknown, sending: Sending = {}): Promise<T> {
  const init = sent(body, { ...sending, key: sending.key ?? crypto.randomUUID() });
  try {
    for (let time = 0; ; time++) {
      await pause(AGAIN[time]!);
      try {
        return await answerOf<T>(await reach(path, init));
      } catch (error) {
        if (!(error instanceof Unreachable) || time + 1 === AGAIN.length) throw error;
        retried.set(init, time + 1);
        tellRetry();
      }
    }
  } finally {
    if (retried.delete(init)) tellRetry();
  }
}

/** 说一声: what is soon said again, or matters to nobody once it is late: not sent twice, and sent even by a page that is being left. */
export const mention = async <T>(path: string, body: unknown): Promise<T> =>
  answerOf<T>(await reach(path, { ...sent(body, {}), keepalive: true }));

/** 传文件, told how much of it has gone (0 to 1); not sent again by itself, since nothing says whether it arrived. */
export function upload<T>(path: string, file: File, told: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const asking = new XMLHttpRequest();
    asking.open("POST", `/api/v1${path}`);
    asking.setRequestHeader("content-type", "application/octet-stream");
    asking.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    asking.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    asking.onerror = () => reject(new Unreachable("没有连上服务器。"));
    asking.onload = () => {
      const headers = { date: asking.getResponseHeader("date") ?? "" };
      answerOf<T>(new Response(asking.responseText, { status: asking.status, headers })).then(resolve, reject);
    };
    asking.send(file);
  });
}

/** 传文件，取回文件 */
export async function exchange(path: string, file: File): Promise<Blob> {
  const response = await reach(path, sent(null, { file }));
  return response.ok ? response.blob() : answerOf(response);
}

/** 撤 */
export const remove = async (path: string): Promise<void> => answerOf(await reach(path, { method: "DELETE" }));

/** what says that somebody has to sign in, or do something about it, before anything else goes */
const signedOut = new Set(["notSignedIn", "sessionExpired", "screenLocked", "passwordTemporary"]);
const listeners = new Set<(problem: Problem) => void>();

/** 登录没了: tells whenever the server says so, wherever it was asked. */
export function onSignedOut(tell: (problem: Problem) => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
