import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, it } from "vitest";

const server = inject("postgres");

it("各台清单和检索的测速跑得通：小规模的世界里每一组都有数", { timeout: 300_000 }, async () => {
  if (!("url" in server)) throw new Error(server.problem);
  const env = { ...process.env, DATABASE_URL: server.url };
  const { stdout } = await promisify(execFile)(process.execPath, ["test/bench/desk.ts", "--short"], { env });
  process.stdout.write(`\n${stdout}`);
  const rows = stdout.split("\n").filter((line) => line.startsWith("| "));
  for (const group of [
    "诉求清单（派单员）",
    "工单清单（派单员）",
    "工单清单（单位，行级权限）",
    "检索（全市）：最常见的五十个双字",
    "检索（单位）：短语",
  ])
    expect(rows.find((row) => row.startsWith(`| ${group} |`))).toMatch(/ \| [\d.]+ \| [\d.]+ \| [\d.]+ \| /);
});
