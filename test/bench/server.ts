/** 基准用的 PostgreSQL: $DATABASE_URL's server, or one of its own in a folder that is kept, with a server's usual durability. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { books } from "../../rulebook/books.ts";
import type { Database } from "../../src/store/database.ts";
import type { KeyRing } from "../../src/store/keys.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openPostgres } from "../../src/store/open.ts";
import { binaries, freePort, hand, run } from "../world/postgres.ts";

/** Everything in a bench database is invented. */
export const benchKeys: KeyRing = { current: "bench", keys: [{ id: "bench", secret: new Uint8Array(32).fill(7) }] };

export interface Server {
  url: string;
  stop(): void;
}

const isRunning = (control: (...args: string[]) => string): boolean => {
  try {
    return control("status").includes("PID");
  } catch {
    return false;
  }
};

/** 启动基准服务器 in `folder`, making it there the first time; one that runs already is used, and left running. */
export async function startServer(folder: string): Promise<Server> {
  const bin = binaries();
  const data = join(folder, "data");
  mkdirSync(folder, { recursive: true });
  hand(folder);
  const control = (...args: string[]) => run(join(bin, "pg_ctl"), ["-D", data, "-w", "-t", "300", ...args], folder);
  const url = (port: number) => `postgresql://rexian@127.0.0.1:${port}/postgres`;
  if (isRunning(control))
    return { url: url(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3])), stop: () => {} };
  if (!existsSync(data))
    run(join(bin, "initdb"), ["-D", data, "-U", "rexian", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], folder);
  const port = await freePort();
  control("-l", join(folder, "log"), "-o", `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`, "start");
  return { url: url(port), stop: () => void control("-m", "fast", "stop") };
}

async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** 删除一个基准数据库, if it is there. */
export const dropDatabase = (url: string, name: string) =>
  administer(url, (client) => client.query(`drop database if exists ${name} with (force)`));

/** 新的空数据库 of this name on the server; answers with its URL. */
export async function freshDatabase(url: string, name: string): Promise<string> {
  await dropDatabase(url, name);
  await administer(url, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

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
