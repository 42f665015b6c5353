import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ended, environment, program, startIn } from "../../test/world/program.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rexian-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (words: string[], own?: NodeJS.ProcessEnv, executable?: string) =>
  ended(startIn(folder, words, own, executable));

describe("命令行", () => {
  test("推算工作日：结果只在标准输出", async () => {
    expect(await run(["workday", "2022-09-30", "+2"])).toEqual({ code: 0, out: "2022-10-09\n", err: "" });
  });

  test("超出已公布的放假安排时，结果照给，另外提示", async () => {
    const { code, out, err } = await run(["workday", "2026-12-30", "+3"]);
    expect([code, out]).toEqual([0, "2027-01-04\n"]);
    expect(err).toContain("暂定");
  });

  test("每个命令都有中文说明", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const name of ["serve", "migrate", "doctor", "figures", "report", "workday", "key rotate"]) {
      expect(out).toContain(name);
      const help = await run([...name.split(" "), "--help"]);
      expect([help.code, help.err]).toEqual([0, ""]);
      expect(help.out).toContain(`用法：rexian ${name}`);
    }
  });

  test.each([
    [["找不到的命令"], "没有命令“找不到的命令”"],
    [["workday"], "缺少参数 日期"],
    [["workday", "2022-09-30", "+2", "多余"], "多余的参数“多余”"],
    [["workday", "2022-09-30", "+2", "--nope"], "没有选项 --nope"],
    [["figures"], "缺少选项 --month"],
    [["figures", "--month"], "选项 --month 后面要写月份"],
    [["figures", "--json=1", "--month", "2022-11"], "选项 --json 不带值"],
    [["key"], "不是完整的命令"],
    [["workday", "--data"], "选项 --data 后面要写数据目录"],
  ])("写错的命令行 %j：一句话，退出码 2", async (words, sentence) => {
    const { code, out, err } = await run(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test.each([
    [["workday", "2022-02-30", "+2"], "不是日期"],
    [["workday", "2022-09-30", "两天"], "不是工作日数"],
    [["figures", "--month", "2022-11"], "还没有数据库"],
  ])("做不到的事 %j：一句话，退出码 1", async (words, sentence) => {
    const { code, out, err } = await run(words);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("读的人先走了（管道关闭）不算错误，也不打印堆栈", async () => {
    const child = spawn("sh", ["-c", `'${program}' --help | true`], { env: environment });
    expect(await ended(child)).toEqual({ code: 0, out: "", err: "" });
  });

  test("经符号链接、在带空格的目录里、从别处运行都行", async () => {
    const odd = join(folder, "带 空格的目录");
    mkdirSync(odd);
    symlinkSync(program, join(odd, "rexian"));
    symlinkSync("rexian", join(odd, "热线"));
    expect(await run(["workday", "2022-09-30", "+2"], {}, join(odd, "热线"))).toMatchObject({ out: "2022-10-09\n" });
  });

  test("连不上的 PostgreSQL：一句话，退出码 1", async () => {
    const { code, err } = await run(["figures", "--month", "2022-11"], {
      DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/none",
    });
    expect(code).toBe(1);
    expect(err).toContain("连接不上数据库");
    expect(err).not.toContain("secret");
  });
});

test("migrate 在新目录里说明新建了数据库，再来一次才说已是最新", async () => {
  expect(await run(["migrate"])).toMatchObject({ code: 0, out: "已新建数据库，建好结构，装入随程序发布的规则。\n" });
  expect(await run(["migrate"])).toMatchObject({ code: 0, out: "数据库结构和规则都已是最新。\n" });
});

describe("服务持有数据库时", () => {
  let server: ChildProcess;
  beforeEach(async () => {
    server = startIn(folder, ["serve", "--port", "0"]);
    for await (const line of server.stderr!) if (String(line).includes("提供服务")) break;
  });
  afterEach(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const closed = once(server, "close");
    server.kill("SIGTERM");
    await closed;
  });

  test("命令交给服务执行，输出和退出码同本地一样", async () => {
    const { code, out, err } = await run(["figures", "--month", "2022-11"]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("还没有热线平台");
    expect((await run(["key", "rotate"])).code).toBe(0);
  });

  test("migrate 和第二个服务被拒绝，说明是谁占着", async () => {
    for (const words of [["migrate"], ["serve", "--port", "0"]]) {
      const { code, err } = await run(words);
      expect(code).toBe(1);
      expect(err).toContain("正由另一个程序使用（进程");
    }
  });

  test("收到停止信号就关好数据库，退出码 0，随后可在本地打开", async () => {
    const closed = once(server, "close");
    server.kill("SIGTERM");
    expect(await closed).toEqual([0, null]);
    expect((await run(["migrate"])).code).toBe(0);
  });

  test("服务被强杀后留下的锁和套接字不挡路", async () => {
    const closed = once(server, "close");
    server.kill("SIGKILL");
    await closed;
    const { code, out } = await run(["migrate"]);
    expect([code, out]).toEqual([0, "数据库结构和规则都已是最新。\n"]);
  });
});
