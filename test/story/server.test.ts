import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ended, startIn } from "../world/program.ts";
import { password } from "../world/signing.ts";

/** 一个小平台的一天: a server holds the database; everything else goes through it. */
let folder: string;
let server: ChildProcess;
let url: string;

const start = (words: string[]) => startIn(folder, words);
const run = (...words: string[]) => ended(start(words));

async function serve(): Promise<void> {
  server = start(["serve", "--port", "0"]);
  let said = "";
  for await (const chunk of server.stderr!) if ((said += chunk).includes("提供服务")) break;
  url = said.match(/http:\/\/\S+/)![0];
}

async function stop(): Promise<void> {
  const closed = once(server, "close");
  server.kill("SIGTERM");
  await closed;
}

const file = {
  platform: "云岭市",
  period: "2021-03",
  calls: { offered: 400, answerRate: 90 },
  requests: {
    accepted: 120,
    byType: [
      { type: "咨询", count: 80, share: 66.67 },
      { type: "求助", count: 40, share: 33.33 },
    ],
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "server-story-"));
  writeFileSync(join(folder, "figures.json"), JSON.stringify(file));
  await serve();
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

describe("服务持有数据库，命令照常使用", () => {
  test("重建、核对、导出、写月报，都经服务完成，文件落在调用者的目录里", async () => {
    const made = await run("reconstruct", "figures.json");
    expect(made).toMatchObject({ code: 0 });
    expect(await run("figures", "--month", "2021-03", "--compare", "figures.json")).toMatchObject({ code: 0, out: "" });
    expect(await run("export", "requests", "--month", "2021-03", "--out", "deep/诉求.csv")).toMatchObject({ code: 0 });
    const rows = readFileSync(join(folder, "deep/诉求.csv"), "utf8").trimEnd().split("\n");
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(await run("report", "--month", "2021-03", "--formats", "html,xlsx")).toMatchObject({
      code: 0,
      out: "out/2021-03-云岭市.html\nout/2021-03-云岭市.xlsx\n",
    });
    expect(readFileSync(join(folder, "out/2021-03-云岭市.html"), "utf8")).toContain("演示");
  });

  test("网页：登录以后看首页、月报、下载、数字；陌生的路径是中文的 404；不引用外部主机", async () => {
    // who serves which platform is settled at the start
    expect(await (await fetch(url)).text()).toContain("不知道谁可以看");
    await stop();
    await serve();
    expect((await fetch(url)).status).toBe(401);
    const account = start(["account", "create", "--number", "0001", "--name", "王敏"]);
    account.stdin!.end(password);
    expect(await ended(account)).toMatchObject({ code: 0 });
    const session = await fetch(`${url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ number: "0001", password }),
    });
    const cookie = session.headers.getSetCookie()[0]!.split(";")[0]!;
    const fetchSigned = (address: string) => fetch(address, { headers: { cookie } });
    const home = await (await fetchSigned(url)).text();
    expect(home).toContain("2021 年 3 月");
    const report = await fetchSigned(`${url}/report/2021-03`);
    expect(report.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await report.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const book = await fetchSigned(`${url}/report/2021-03/2021-03.xlsx`);
    expect(
      Buffer.from(await book.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect(await (await fetchSigned(`${url}/figures/2021-03.json`)).json()).toMatchObject({ calls: { offered: 400 } });
    expect(await (await fetchSigned(`${url}/figures/2021-03`)).text()).toContain("calls.offered");
    for (const path of ["/nope", "/report/2021-13", "/report/1999-01", "/report/2021-03/a.exe", "/%ff"]) {
      const missing = await fetchSigned(`${url}${path}`);
      expect([path, missing.status >= 400 && missing.status < 500]).toEqual([path, true]);
      expect(await missing.text()).toContain("回首页");
    }
  });

  test("停止服务后，本地执行的输出与经服务的一字不差", async () => {
    const through = await run("figures", "--month", "2021-03", "--json");
    await stop();
    expect(await run("figures", "--month", "2021-03", "--json")).toEqual(through);
    expect(through.code).toBe(0);
    await serve();
  });

  test("导入到一半调用者被强杀：服务照常，重新导入后与从未中断过一样", async () => {
    const calls = Array.from({ length: 60_000 }, (_, at) => {
      const time = `2022-05-${String((at % 28) + 1).padStart(2, "0")} 09:00:00`;
      return `C${at},${time},${time},,${time}\r\n`;
    });
    writeFileSync(join(folder, "calls.csv"), `来电编号,呼入时间,排队时间,接听时间,结束时间\r\n${calls.join("")}`);
    const words = ["import", "calls", "calls.csv", "--platform", "江口市"];
    const killed = start(words);
    const closed = once(killed, "close");
    for await (const chunk of killed.stderr!) if (/[1-9]\d*%/.test(String(chunk))) break;
    killed.kill("SIGKILL");
    await closed;
    expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);

    expect(await run(...words)).toMatchObject({ code: 0 });
    const { out } = await run("figures", "--month", "2022-05", "--platform", "江口市", "--json");
    expect(JSON.parse(out).calls.offered).toBe(60_000);
    expect(existsSync(join(folder, "data/database"))).toBe(true);
  });
});
