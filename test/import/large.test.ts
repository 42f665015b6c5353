import { expect, it } from "vitest";
import { imports } from "../../src/main/command/import.ts";
import { eachDatabase } from "../world/databases.ts";
import { importBooks } from "../world/importRules.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

const SIZE = 200 * 1024 * 1024;
const WORDS = "小区门口的路灯坏了三天没有人来修，晚上出门很不方便，请尽快处理。".repeat(20);

async function* largeFile() {
  let sent = 0;
  yield Buffer.from("诉求编号,受理时间,诉求类型,诉求小类,电话,诉求内容\n");
  for (let at = 0; sent < SIZE; ) {
    const lines: string[] = [];
    for (const end = at + 100; at < end; at += 1)
      lines.push(`A${at},2022-11-03 09:05,咨询,市容环境,${13800000000 + at},"${WORDS}\n${at}"\n`);
    const part = Buffer.from(lines.join(""));
    sent += part.length;
    yield part;
  }
}

eachDatabase((_, open) => {
  it("200 MB 的文件在一分钟内读完，内存不随文件增长", async () => {
    const db = await open();
    const io = memoryIo({ f: largeFile });
    const before = process.memoryUsage().rss;
    let most = before;
    io.progress = () => {
      most = Math.max(most, process.memoryUsage().rss);
    };
    const options = { platform: "甲市", "dry-run": true as const };
    await runCommand(imports, "import requests", { file: "f", options }, { db, io, now: 0 });
    const rows = Number(/共 (\d+) 行/.exec(io.printed.out)?.[1]);
    expect(rows).toBeGreaterThan(90_000);
    expect(io.printed.out).toContain(`新增 ${rows}，更新 0，未变 0，退回 0`);
    expect((most - before) / 1e6).toBeLessThan(400);
  });
}, importBooks);
