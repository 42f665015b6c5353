/** 运行中的服务: the program as a process of its own over a database, and the people who use it through the interface. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { Place } from "../../src/main/place.ts";
import { freePort } from "../world/postgres.ts";

export interface Running {
  child: ChildProcess;
  port: number;
  /** what it said on its error output since it was ready; nothing, when all goes well */
  complaints: string[];
  stop(): Promise<void>;
}

/** 启动服务 with all its jobs; resolves once it welcomes readers. */
export async function serveAt({ data, keyFile, databaseUrl }: Place): Promise<Running> {
  const port = await freePort();
  const env = { ...process.env, REXIAN_DATA: data, REXIAN_KEY: keyFile, DATABASE_URL: databaseUrl! };
  const child = spawn(resolve("bin/rexian"), ["serve", "--port", String(port)], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "close");
  const complaints: string[] = [];
  const ready = new Promise<void>((welcome) => {
    child.stderr!.setEncoding("utf8").on("data", (said: string) => {
      if (said.includes("提供服务")) welcome();
      else complaints.push(said);
    });
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(complaints.join(""))))]);
  return {
    child,
    port,
    complaints,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export interface Answer {
  status: number;
  etag: string;
  // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at freely
  body: any;
}

/** 一次请求 to its whole answer, whatever it is. */
export async function ask(
  at: { port: number; token: string },
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`http://127.0.0.1:${at.port}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${at.token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const whole = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  return { status: answer.status, etag: answer.headers.get("etag") ?? "", body: isJson ? JSON.parse(whole) : whole };
}

/** 登录 as somebody of the demonstration; answers with his token. */
export async function signIn(port: number, role: string, unit?: string): Promise<string> {
  const { status, body } = await ask({ port, token: "" }, "POST", "/session/demonstration", {
    role,
    unit,
    bearer: true,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.token;
}

/** 另一个进程 of this folder, given its plan; what it prints is its result. */
export async function beside<R>(file: string, plan: unknown): Promise<R> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(plan));
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return JSON.parse(printed);
}

/** 按百分位 of milliseconds, sorted. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
