import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ended, startIn } from "../../../test/world/program.ts";
import type { Context, Io } from "../command.ts";
import { Interrupted } from "../interruption.ts";
import { runToEnd } from "../run.ts";
import { audit } from "./audit.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rexian-audit-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) => ended(startIn(folder, ["audit", ...words]));

describe("审核报告的命令", () => {
  test("没有数据库也能审：逐条说明在哪里、怎么算", async () => {
    writeFileSync(join(folder, "报告.txt"), "一、总体情况\n派发工单594件，按时办结591件，按时办结率99.60%。\n");
    const { code, out } = await run("报告.txt");
    expect(code).toBe(0);
    expect(out).toBe(
      "必须核对（1）\n" +
        "  【率与件数】“按时办结率”印作99.60%，按文中的按时办结591件、派发工单594件算应为99.49%。\n" +
        "    算式：591件 ÷ 594件 = 99.49% ≠ 99.60%\n" +
        "    第2行：派发工单594件，按时办结591件，按时办结率99.60%\n" +
        "    第2行：派发工单594件，按时办结591件\n" +
        "    第2行：派发工单594件\n\n" +
        "共 1 处。\n",
    );
  });

  test("--json 打印数组；没有矛盾就是空的", async () => {
    writeFileSync(join(folder, "报告.txt"), "派发工单594件，按时办结591件，按时办结率99.49%。\n");
    expect(await run("报告.txt", "--json")).toEqual({ code: 0, out: "[]\n", err: "" });
    expect((await run("报告.txt")).out).toBe("没有发现互相矛盾的数字。\n");
  });

  test("读不了的文件只说一句，什么也不打印", async () => {
    writeFileSync(join(folder, "旧.doc"), Buffer.from("d0cf11e0a1b11ae100", "hex"));
    const { code, out, err } = await run("旧.doc", "--json");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("另存为 .docx");
    expect((await run("没有.txt")).err).toContain("没有这个文件");
  });

  test("和网页上一样有限度：太长的报告不审，说清楚怎么办", async () => {
    writeFileSync(join(folder, "报告.txt"), "派发工单594件，按时办结591件。\n".repeat(30_000));
    const { code, out, err } = await run("报告.txt");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe("rexian：这份报告超过五十万字，没有审核。请分成几份再审核。\n");
  });

  test("审到一半可以中断，不必等它审完", async () => {
    const stop = new AbortController();
    async function* report() {
      yield Buffer.from("派发工单594件，按时办结591件，按时办结率99.60%。\n".repeat(200));
      // the next turn comes only where whoever audits leaves this thread free
      setTimeout(() => stop.abort(new Interrupted("已中断。", 143)));
    }
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const io = { out: say, err: say, open: async () => Readable.from(report()) } as Partial<Io> as Io;
    const input = { arguments: { 文件: "报告.txt" }, options: {} };
    expect(await runToEnd(audit, input, { io, signal: stop.signal } as Context, false)).toBe(143);
    expect(said).toEqual(["rexian：已中断。\n"]);
  });
});
