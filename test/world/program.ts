/** 程序本身: `bin/rexian` as a process of its own, far from the database and the keys of whoever runs the tests. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

export const program = resolve("bin/rexian");
const { DATABASE_URL: _, REXIAN_DATA: __, REXIAN_KEY: ___, ...rest } = process.env;
export const environment = rest;

export const startIn = (folder: string, words: string[], own: NodeJS.ProcessEnv = {}, executable = program) =>
  spawn(executable, words, { cwd: folder, env: { ...environment, ...own } });

/** Its exit code and all that it said, once it has ended. */
export async function ended(child: ChildProcess) {
  let [out, err] = ["", ""];
  child.stdout!.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr!.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, "close");
  return { code, out, err };
}
