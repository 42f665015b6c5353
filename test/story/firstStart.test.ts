import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const program = resolve("bin/rexian");
const { DATABASE_URL: _, REXIAN_DATA: __, REXIAN_KEY: ___, ...env } = process.env;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "first-start-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]) {
  const child = spawn(program, words, { cwd: folder, env });
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, "close");
  return { code, err };
}

describe("安装依赖", () => {
  test("node_modules 是符号链接：说出来，不动它指向的目录，也不去装", async () => {
    for (const part of ["bin/install", "package-lock.json"]) cpSync(resolve(part), join(folder, part));
    for (const made of ["others", "path"]) mkdirSync(join(folder, made));
    writeFileSync(join(folder, "others/kept"), "");
    symlinkSync("others", join(folder, "node_modules"));
    // what it would run, if it ran it
    writeFileSync(join(folder, "path/npm"), `#!/bin/sh\nrm -r ${folder}/others/*\n`);
    chmodSync(join(folder, "path/npm"), 0o755);
    const path = `${join(folder, "path")}${delimiter}${env.PATH}`;
    const child = spawn("sh", [join(folder, "bin/install")], { cwd: folder, env: { ...env, PATH: path } });
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const [code] = await once(child, "close");
    expect([code, err]).toEqual([1, expect.stringContaining("node_modules 是符号链接，指向 others")]);
    expect(existsSync(join(folder, "others/kept"))).toBe(true);
  });
});

describe("第一次启动", () => {
  test("装入演示到一半被强杀：不留半个数据库，下次从头再来", async () => {
    const child = spawn(program, ["start", "--port", "0"], { cwd: folder, env });
    const closed = once(child, "close");
    for await (const chunk of child.stderr) if (String(chunk).includes("写入记录")) break;
    child.kill("SIGKILL");
    await closed;
    expect(existsSync(join(folder, "data/database"))).toBe(false);
    const { code, err } = await run("figures", "--month", "2022-11");
    expect(code).toBe(1);
    expect(err).toContain("还没有数据库");
  }, 180_000);

  test("端口被占：先说出来，什么也不做", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const { code, err } = await run("start", "--port", String(port));
    taken.close();
    expect(code).toBe(1);
    expect(err).toContain(`端口 ${port} 已被别的程序占用`);
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  test("正式的数据库里不装入演示", async () => {
    expect((await run("migrate")).code).toBe(0);
    const { code, err } = await run("start", "--port", "0");
    expect(code).toBe(1);
    expect(err).toContain("不装入演示");
  });
});
