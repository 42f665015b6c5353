import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ended, startIn } from "../world/program.ts";

/** 半路不做了: whoever stops a reconstruction gets his terminal back at once, and nothing of it stays. */
const demonstration = resolve("demo/2022-11.figures.json");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "give-up-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (...words: string[]) => startIn(folder, words);

async function until(child: ChildProcess, said: string): Promise<string> {
  let err = "";
  for await (const chunk of child.stderr!.iterator({ destroyOnReturn: false }))
    if ((err += chunk).includes(said)) return err;
  throw new Error(`“${said}” was never said, but ${err}`);
}

/** Nothing but its own end comes after the stop: no plan, no record. */
async function stopWhen(said: string, signal: NodeJS.Signals) {
  const child = start("reconstruct", demonstration);
  await until(child, said);
  const stopped = ended(child);
  child.kill(signal);
  return stopped;
}

test.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)("求解时收到 %s：立刻停止，数据库里什么也没有", async (signal, code) => {
  const stopped = await stopWhen("求解整数", signal);
  expect(stopped).toEqual({ code, out: "", err: "rexian：已中断，没有做完的部分不会留下。\n" });
  expect(await ended(start("figures", "--month", "2022-11"))).toMatchObject({
    code: 1,
    err: expect.stringContaining("还没有数据库"),
  });
});

test("写入记录时收到 SIGINT：不写完就停，什么也没有留下", async () => {
  const stopped = await stopWhen("写入记录", "SIGINT");
  expect(stopped.code).toBe(130);
  expect(stopped.err).toContain("已中断");
  expect(stopped.err).not.toContain("写入记录 100%");
  expect((await ended(start("figures", "--month", "2022-11"))).err).toContain("还没有热线平台");
});

test("经服务求解：别人的网页照常打开；调用者走了，服务也不再求解，什么也没有留下", async () => {
  const server = start("serve", "--port", "0");
  const url = (await until(server, "提供服务")).match(/http:\/\/\S+/)![0];
  const child = start("reconstruct", demonstration);
  await until(child, "求解整数");
  let solved = "";
  child.stderr!.on("data", (chunk) => {
    solved += chunk;
  });
  // without a platform there is nothing to see yet, and that is said at once
  const page = await fetch(url);
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining("还没有平台")]);
  expect(solved).toBe("");
  const left = once(child, "close");
  child.kill("SIGTERM");
  expect((await left)[0]).toBe(143);
  expect((await ended(start("figures", "--month", "2022-11"))).err).toContain("还没有热线平台");
  const closed = ended(server);
  server.kill("SIGTERM");
  expect((await closed).code).toBe(0);
});
