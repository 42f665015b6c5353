import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** as root the bundle is tried where there is no network at all */
const offline = process.getuid?.() === 0 ? ["unshare", "-n"] : [];
const { DATABASE_URL: _, REXIAN_DATA: __, REXIAN_KEY: ___, ...env } = process.env;
let folder: string;
let home: string;

function inBundle(...words: string[]) {
  const [command, ...rest] = [...offline, "bin/rexian", ...words];
  return spawn(command!, rest, { cwd: home, env: { ...env, PATH: "/usr/sbin:/usr/bin:/sbin:/bin" } });
}

async function said(...words: string[]) {
  const child = inBundle(...words);
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      text += chunk;
    });
  const [code] = await once(child, "close");
  return { code, text };
}

beforeAll(() => {
  const archive = execFileSync(process.execPath, ["src/main/bundle.ts"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  folder = mkdtempSync(join(tmpdir(), "离线 安装-"));
  cpSync(archive.trim(), join(folder, "bundle.tar.gz"));
  execFileSync("tar", ["-xzf", "bundle.tar.gz"], { cwd: folder });
  home = join(folder, readdirSync(folder).find((name) => !name.endsWith(".gz"))!);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("离线安装包", () => {
  test("解开后每个文件都与校验和相符，不超过 700 MB", () => {
    execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: home });
    const [size] = execFileSync("du", ["-sm", home], { encoding: "utf8" }).split("\t");
    expect(Number(size)).toBeLessThan(700);
    expect(readdirSync(home)).toEqual(expect.arrayContaining(["LICENSE", "LICENSES.md", "bin", "rulebook"]));
    expect(readdirSync(join(home, "dist/web"))).toEqual(
      expect.arrayContaining(["desk.html", "assets", "licences.txt"]),
    );
  });

  test("断网时体检全部通过：数据库、字体、四种格式的报告", async () => {
    const { code, text } = await said("doctor");
    expect(text).toContain("试写 .pdf 报告");
    expect([code, text.match(/^✗.*/gm)]).toEqual([0, null]);
  }, 120_000);

  test("断网时启动服务，别的命令经它使用数据库", async () => {
    const server = inBundle("serve");
    const closed = once(server, "close");
    for await (const chunk of server.stderr) if (String(chunk).includes("提供服务")) break;
    expect(await said("figures", "--month", "2022-11")).toMatchObject({
      code: 1,
      text: expect.stringContaining("还没有热线平台"),
    });
    server.kill("SIGTERM");
    expect(await closed).toEqual([0, null]);
  }, 120_000);
});
