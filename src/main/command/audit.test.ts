import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ended, startIn } from "../../../test/world/program.ts";

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
});
