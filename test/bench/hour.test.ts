import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, it } from "vitest";

const server = inject("postgres");

it("内存试验跑得通：几秒的日常负载里没有一件失败，说得出斜率", async () => {
  if (!("url" in server)) throw new Error(server.problem);
  const env = { ...process.env, DATABASE_URL: server.url };
  const { stdout } = await promisify(execFile)(process.execPath, ["test/bench/hour.ts", "0.06", "10"], { env });
  process.stdout.write(`\n${stdout}`);
  expect(stdout).toMatch(/^失败 0 件；实时屏幕收到 [1-9]\d* 条；服务报错 0 处$/m);
  expect(stdout).toMatch(/^后一半的斜率：-?\d+\.\d+ MB\/分钟/m);
  for (const kind of ["登记", "一轮办理", "待派清单", "工单清单", "单位清单", "检索", "单位检索", "导出"])
    expect(stdout).toMatch(new RegExp(`^\\| ${kind} \\| [1-9]`, "m"));
});
