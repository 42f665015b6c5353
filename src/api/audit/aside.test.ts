import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { auditAside, flags } from "./aside.ts";

const TEXT = Buffer.from("派发工单594件，按时办结591件，按时办结率99.60%。\n");

test("另起进程审核：审得完的给结果，到时候没有审完的停下，说清楚", async () => {
  expect(await auditAside(TEXT)).toMatchObject({ found: [{ kind: "rateOfCounts" }] });
  expect(await auditAside(Buffer.from(String(TEXT).repeat(5000)), { patience: 20 })).toMatchObject({
    refused: "documentTooSlow",
  });
  expect(await auditAside(TEXT)).toMatchObject({ found: [{ kind: "rateOfCounts" }] });
});

test("另起进程审核：问的人不等了，进程就停下", async () => {
  const stop = new AbortController();
  const asked = auditAside(Buffer.from(String(TEXT).repeat(5000)), { signal: stop.signal });
  stop.abort(new Error("不等了"));
  await expect(asked).rejects.toThrow("不等了");
  expect(await auditAside(TEXT)).toMatchObject({ found: [{ kind: "rateOfCounts" }] });
});

test("另起进程审核：一个文件把内存占满，停下的只是它的进程，别的照常审核", async () => {
  const endless = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(20 * 2 ** 20, "A")]);
  const [filled, read] = await Promise.all([auditAside(endless, { patience: 110_000 }), auditAside(TEXT)]);
  expect(filled).toMatchObject({ refused: "documentTooLarge" });
  expect(read).toMatchObject({ found: [{ kind: "rateOfCounts" }] });
});

test("另起进程审核：读不到数据和密钥，写不了、也启动不了别的", () => {
  const may = (...asked: string[]): boolean =>
    JSON.parse(
      execFileSync(process.execPath, [...flags, "-p", `process.permission.has(...${JSON.stringify(asked)})`], {
        encoding: "utf8",
      }),
    );
  expect(may("fs.read", resolve("package.json"))).toBe(true);
  expect(may("fs.read", resolve("data.key"))).toBe(false);
  expect(may("fs.read", resolve("data/database"))).toBe(false);
  expect(may("fs.write")).toBe(false);
  expect(may("child")).toBe(false);
});
