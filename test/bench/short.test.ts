import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("小规模的测速跑得通，每个项目都有数", { timeout: 300_000 }, async () => {
  const { DATABASE_URL: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ["test/bench/bench.ts", "--short"], { env });
  process.stdout.write(`\n${stdout}`);
  const rows = stdout.split("\n").filter((line) => line.startsWith("| "));
  expect(rows.slice(2)).toHaveLength(13);
  for (const row of rows.slice(2)) expect(row).toMatch(/^\| \S.* \| [\d.]+ (s|行\/s) \|/);
});
