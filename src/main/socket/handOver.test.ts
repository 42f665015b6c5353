import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Io } from "../command.ts";
import { openFile, sizeOf, writeFile } from "../files.ts";
import { handOver } from "./caller.ts";
import { listenForCommands, type Serve } from "./server.ts";

let folder: string;
const closing: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hand-over-"));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true });
});

async function listen(serve: Serve, data = folder): Promise<string> {
  const server = await listenForCommands(data, folder, serve);
  closing.push(server.close);
  return server.path;
}

/** a caller whose files lie in `folder` and whose screen is a list */
function caller() {
  const said: string[] = [];
  const io: Io = {
    out: (text) => void said.push(`out ${text}`),
    err: (text) => void said.push(`err ${text}`),
    progress: (label, done, total) => void said.push(`progress ${label} ${done}/${total}`),
    open: (path) => openFile(folder, path),
    size: (path) => sizeOf(folder, path),
    write: (path, content) => writeFile(folder, path, content),
    secret: async (prompt) => `${prompt}：芝麻开门`,
  };
  return { io, said };
}

function signalled<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const order = { argv: ["copy"], version: "1", debug: false };
const call = (path: string, io: Io, signal = new AbortController().signal) => handOver(path, order, io, signal);

describe("移交命令", () => {
  test("输出、进度和退出码原样回到调用者", async () => {
    const path = await listen(async ({ argv }, io) => {
      io.out(`收到 ${argv.join(" ")}𬭎\n`);
      io.progress("读取", 1, 2);
      io.err("提示\n");
      return 3;
    });
    const { io, said } = caller();
    expect(await call(path, io)).toBe(3);
    expect(said).toEqual(["out 收到 copy𬭎\n", "progress 读取 1/2", "err 提示\n"]);
  });

  test("口令由调用者输入，原样交给服务", async () => {
    let got = "";
    const path = await listen(async (_, io) => {
      got = await io.secret("口令");
      return 0;
    });
    await call(path, caller().io);
    expect(got).toBe("口令：芝麻开门");
  });

  test("套接字只有本人能用；服务停止后不留文件", async () => {
    const server = await listenForCommands(folder, folder, async () => 0);
    expect(statSync(server.path).mode & 0o777).toBe(0o600);
    await server.close();
    expect(existsSync(server.path)).toBe(false);
  });

  test("数据目录的路径太长时，改用私有临时目录里的套接字", async () => {
    const deep = join(folder, "数据".repeat(30));
    mkdirSync(deep);
    const path = await listen(async () => 7, deep);
    expect(path.startsWith(join(folder, "rexian-"))).toBe(true);
    expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
    expect(await call(path, caller().io)).toBe(7);
  });

  test("大文件分块往返，一字节不差", async () => {
    const content = Buffer.alloc(5 << 20, "热线12345\n");
    writeFileSync(join(folder, "in"), content);
    const path = await listen(async (_, io) => {
      expect(await io.size("in")).toBe(content.length);
      await io.write("deep/out", await io.open("in"));
      return 0;
    });
    expect(await call(path, caller().io)).toBe(0);
    expect(readFileSync(join(folder, "deep/out")).equals(content)).toBe(true);
  });

  test("读多少取多少：没有尽头的文件只取走用到的几块", async () => {
    let given = 0;
    async function* endless() {
      for (;;) yield Buffer.alloc(64 << 10, (given += 1));
    }
    const path = await listen(async (_, io) => {
      let taken = 0;
      for await (const chunk of await io.open("endless")) if ((taken += (chunk as Buffer).length) > 1 << 20) break;
      return 0;
    });
    expect(await call(path, { ...caller().io, open: async () => Readable.from(endless(), { highWaterMark: 2 }) })).toBe(
      0,
    );
    expect(given).toBeLessThan(40);
  });

  test("收多少写多少：调用者的盘不动，服务就不再送", async () => {
    let made = 0;
    async function* endless() {
      for (;;) yield Buffer.alloc(64 << 10, (made += 1));
    }
    const path = await listen(async (_, io) => {
      await expect(io.write("full", Readable.from(endless()))).rejects.toThrow("磁盘已满。");
      return 0;
    });
    const full = async (_path: string, content: unknown) => {
      for await (const _ of content as Readable) throw new Refusal(refuse("fileENOSPC", "磁盘已满。"));
    };
    expect(await call(path, { ...caller().io, write: full })).toBe(0);
    expect(made).toBeLessThan(80);
  });

  test("文件的错误由调用者说明，同在本地执行时一样", async () => {
    const path = await listen(async (_, io) => {
      const refusal = await io.open("没有.csv").catch((error: unknown) => error as Refusal);
      expect(refusal).toBeInstanceOf(Refusal);
      io.out((refusal as Refusal).message);
      await expect(io.write("in/x", "text")).rejects.toThrow(/不是目录/);
      expect(await io.size("没有.csv")).toBeNull();
      return 1;
    });
    writeFileSync(join(folder, "in"), "");
    const { io, said } = caller();
    expect(await call(path, io)).toBe(1);
    expect(said).toEqual(["out 不能读取“没有.csv”：没有这个文件。"]);
  });

  test("写到一半失败，调用者那里不留半个文件", async () => {
    const path = await listen(async (_, io) => {
      async function* broken() {
        yield Buffer.from("一半");
        throw new Refusal(refuse("broken", "断了。"));
      }
      await expect(io.write("half", Readable.from(broken()))).rejects.toThrow("断了。");
      return 0;
    });
    expect(await call(path, caller().io)).toBe(0);
    expect(readdirSync(folder).filter((name) => name.includes("half"))).toEqual([]);
  });

  test("调用者离开，服务里的命令被中止", async () => {
    const aborted = signalled<boolean>();
    const started = signalled<void>();
    const path = await listen(async (_, io, signal) => {
      io.out("开始");
      started.resolve();
      await once(signal, "abort");
      aborted.resolve(signal.aborted);
      await expect(io.size("in")).rejects.toThrow();
      return 1;
    });
    const giveUp = new AbortController();
    const answer = call(path, caller().io, giveUp.signal);
    await started.promise;
    giveUp.abort(new Error("gave up"));
    await expect(answer).rejects.toThrow("gave up");
    expect(await aborted.promise).toBe(true);
  });

  test("服务中途停止，调用者得到一句话，不会一直等", async () => {
    const started = signalled<void>();
    const server = await listenForCommands(folder, folder, async (_, _io, signal) => {
      started.resolve();
      await once(signal, "abort");
      return 0;
    });
    const answer = call(server.path, caller().io);
    await started.promise;
    await Promise.all([server.close(), expect(answer).rejects.toThrow(/服务中断了连接/)]);
  });

  test("没有服务在听、或对方不是命令，都不会卡住", async () => {
    await expect(call(join(folder, "none.sock"), caller().io)).rejects.toThrow(Refusal);
    const path = await listen(async () => 0);
    const stranger = connect(path);
    stranger.write("GET / HTTP/1.1\r\n\r\n");
    await once(stranger, "close");
    expect(await call(path, caller().io)).toBe(0);
  });
});
