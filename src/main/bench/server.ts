/** 基准用的 PostgreSQL: $DATABASE_URL's server, or one of its own in a folder that is kept, with a server's usual durability. */
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { books } from "../../../rulebook/books.ts";
import type { Database } from "../../store/database.ts";
import type { KeyRing } from "../../store/keys.ts";
import { migrate } from "../../store/migrate.ts";
import { openPostgres } from "../../store/open.ts";

/** Everything in a bench database is invented. */
export const benchKeys: KeyRing = { current: "bench", keys: [{ id: "bench", secret: new Uint8Array(32).fill(7) }] };

const PORT = 54321;
const quiet = { stdio: "pipe", encoding: "utf8" } as const;
const asRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. */
function run(command: string, args: string[], cwd: string, stdio: "pipe" | "ignore" = "pipe"): void {
  const [program, ...rest] = asRoot ? ["runuser", "-u", "postgres", "--", command, ...args] : [command, ...args];
  execFileSync(program!, rest, { ...quiet, stdio, cwd });
}

export interface Server {
  url: string;
  stop(): void;
}

/** 启动基准服务器 in `folder`, making it there the first time. */
export function startServer(folder: string): Server {
  const bin = execFileSync("pg_config", ["--bindir"], quiet).trim();
  const data = join(folder, "data");
  mkdirSync(folder, { recursive: true });
  if (asRoot) chownSync(folder, Number(execFileSync("id", ["-u", "postgres"], quiet)), 0);
  if (!existsSync(data))
    run(join(bin, "initdb"), ["-D", data, "-U", "rexian", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], folder);
  const settings = `-p ${PORT} -k ${folder} -c listen_addresses=127.0.0.1`;
  const args = ["-D", data, "-w", "-t", "300", "-l", join(folder, "log"), "-o", settings, "start"];
  run(join(bin, "pg_ctl"), args, folder, "ignore");
  return {
    url: `postgresql://rexian@127.0.0.1:${PORT}/postgres`,
    stop: () => run(join(bin, "pg_ctl"), ["-D", data, "-m", "fast", "-w", "stop"], folder),
  };
}

async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** 删除一个基准数据库, if it is there. */
export const dropDatabase = (url: string, name: string) =>
  administer(url, (client) => client.query(`drop database if exists ${name} with (force)`));

/** 打开名为 `name` 的基准数据库, made and migrated where there is none. */
export async function namedDatabase(url: string, name: string, now: number): Promise<Database> {
  await administer(url, async (client) => {
    const known = await client.query("select from pg_database where datname = $1", [name]);
    if (known.rowCount === 0) await client.query(`create database ${name} template template0 encoding 'UTF8'`);
  });
  const db = await openPostgres(Object.assign(new URL(url), { pathname: `/${name}` }).href, benchKeys);
  await migrate(db, books, now);
  return db;
}
