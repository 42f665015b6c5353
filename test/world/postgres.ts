/** A real PostgreSQL: made in a temporary folder, thrown away afterwards. The environment's DATABASE_URL plays no part. */
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

const root = userInfo().uid === 0;
const quiet = { stdio: "pipe", encoding: "utf8" } as const;

/** 服务器程序所在 */
export function binaries(): string {
  const asked = (() => {
    try {
      return [execFileSync("pg_config", ["--bindir"], quiet).trim()];
    } catch {
      return [];
    }
  })();
  const found = [...asked, ...(process.env.PATH ?? "").split(delimiter)].find((dir) => existsSync(join(dir, "initdb")));
  if (!found) throw new Error("no initdb by pg_config or on PATH");
  return found;
}

/** 空闲端口 */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** PostgreSQL refuses to run as root. */
const asOwner = (command: string, args: string[]): [string, string[]] =>
  root ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args];

/** 以数据库的主人运行 */
export const run = (command: string, args: string[], cwd: string) =>
  execFileSync(...asOwner(command, args), { ...quiet, cwd });

/** 交给数据库的主人 */
export function hand(folder: string): string {
  if (root) chownSync(folder, Number(execFileSync("id", ["-u", "postgres"], quiet)), 0);
  return folder;
}

const settings = (port: number, folder: string) => [
  ...["-c", `port=${port}`, "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${folder}`],
  ...["-c", "fsync=off", "-c", "max_connections=200", "-c", "timezone=America/New_York"],
];

async function answering(url: string, ended: Promise<never>): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    const answer = client.connect().then(
      () => client.end().then(() => true),
      (error) => (error.code === "ECONNREFUSED" || error.code === "57P03" ? false : Promise.reject(error)),
    );
    if (await Promise.race([answer, ended])) return;
  }
}

/** 启动一个 that is thrown away when it stops. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const bin = binaries();
  const folder = hand(mkdtempSync(join(tmpdir(), "rexian-postgres-")));
  const data = join(folder, "data");
  run(join(bin, "initdb"), ["-D", data, "-U", "rexian", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"], folder);
  const port = await freePort();
  const [command, args] = asOwner(join(bin, "postgres"), ["-D", data, ...settings(port, folder)]);
  const server = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], cwd: folder });
  let said = "";
  server.stderr.on("data", (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const url = `postgresql://rexian@127.0.0.1:${port}/postgres`;
  await answering(
    url,
    exited.then(() => Promise.reject(new Error(said))),
  );
  const stop = async () => {
    run(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], folder);
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}
