import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Database } from "../database.ts";
import type { KeyRing } from "../keys.ts";
import { cameBetween } from "./cameBetween.ts";
import { tellCommit } from "./commit.ts";
import { copyStatement, copyText } from "./copyText.ts";
import { queryBuilder } from "./queryBuilder.ts";
import { atOnce, inTurn } from "./together.ts";
import { instant } from "./value.ts";

const OLDEST = 150_000;
/** Compiling a month's questions takes longer than answering them. */
const SESSION = "-c timezone=UTC -c jit=off";
const parsers: Record<number, (text: string) => unknown> = { 20: Number, 1082: (text) => text, 1184: instant };
const types = {
  getTypeParser: ((oid: number, format?: "text") =>
    (format !== ("binary" as string) && parsers[oid]) || pg.types.getTypeParser(oid, format)) as never,
};

const unreachable: Record<string, string> = {
  ECONNREFUSED: "那里没有数据库在监听。",
  ENOTFOUND: "找不到这个主机名。",
  EAI_AGAIN: "找不到这个主机名。",
  ETIMEDOUT: "连接超时。",
  ENOENT: "找不到这个套接字。",
  "28P01": "用户名或口令不对。",
  "28000": "数据库不允许这个用户登录。",
  "3D000": "没有这个名字的数据库。",
};

/** Where a URL points to, without user and password. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed ? `${parsed.host || "本机"}${parsed.pathname}` : "所给地址";
}

const refusalOf = (url: string, error: { code?: string; message: string }): Refusal =>
  new Refusal(
    refuse(
      "databaseUnreachable",
      `连接不上数据库 ${placeOf(url)}：${unreachable[error.code ?? ""] ?? error.message}`,
      "请检查环境变量 DATABASE_URL。",
    ),
  );

async function checkVersion(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await pool
    .query("select current_setting('server_version_num')::int as version, current_setting('server_version') as name")
    .catch((error) => {
      throw refusalOf(url, error);
    });
  if (rows[0].version < OLDEST)
    throw new Refusal(refuse("databaseTooOld", `数据库是 PostgreSQL ${rows[0].name}，需要 15 或更新的版本。`));
}

type Runner = Pick<pg.ClientBase, "query">;

/** How long one waits for a connection of a pool, in milliseconds. */
const PATIENCE = 10_000;

/** All connections taken for so long is no fault of the program: whoever asks is told to come again. */
const tellBusy = (error: Error): never => {
  if (error.message !== "timeout exceeded when trying to connect") throw error;
  throw new Refusal(refuse("databaseBusy", "现在办理的人太多，数据库忙不过来，没有保存。", "请稍后再试。"));
};

const runOn = (runner: Runner) => async (sql: string, parameters: readonly unknown[]) => {
  const { rows, rowCount } = await runner.query(sql, parameters as unknown[]);
  return { rows, affected: rowCount ?? 0 };
};

/** Names of prepared statements, shorter than the 63 bytes that the server keeps of one. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql) ?? `s${names.size}`;
  names.set(sql, known);
  return known;
}

/** What a pool and a single client have in common; each adds how it opens a transaction and copies. */
const overRunner = (runner: Runner, keys: KeyRing, isPipelined = false) => ({
  kind: "postgres" as const,
  isPipelined,
  together: isPipelined ? atOnce : inTurn,
  keys,
  kysely: queryBuilder(runOn(runner)),
  query: async (sql: string, parameters: readonly unknown[] = []) =>
    (await runOn(runner)(sql, parameters)).rows as never,
  prepared: async (sql: string, parameters: readonly unknown[] = []) =>
    (await runner.query({ name: nameOf(sql), text: sql, values: parameters as unknown[] })).rows as never,
  script: async (sql: string) => {
    await runner.query(sql);
  },
});

const inside = (client: pg.PoolClient, keys: KeyRing): Database => {
  const tx: Database = {
    ...overRunner(client, keys, client.pipeline),
    copy: async (table, columns, rows) =>
      pipeline(Readable.from(copyText(rows)), client.query(copyFrom(copyStatement(table, columns, "stdin")))),
    transaction: (work) => work(tx),
    snapshot: (read) => read(tx),
    decision: (work) => work(tx),
    close: async () => {},
  };
  return tx;
};

type Work<T> = (tx: Database) => Promise<T>;

async function transaction<T>(pool: pg.Pool, keys: KeyRing, begin: string, work: Work<T>): Promise<T> {
  const client = await pool.connect().catch(tellBusy);
  let broken: Error | undefined;
  try {
    const tx = inside(client, keys);
    const [, result] = await tx.together([() => client.query(begin), () => work(tx)]);
    await client.query("commit").catch(tellCommit);
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** More often than this only a fault can be met. */
const TIMES = 5;

const again = <T>(attempt: () => Promise<T>, times: number): Promise<T> =>
  attempt().catch((error) => {
    if (times <= 1 || !cameBetween(error)) throw error;
    return again(attempt, times - 1);
  });

/** `pipelined`: its connections take a statement before the one ahead is answered; COPY can't be among them. */
function poolOf(url: string, pipelined: boolean, patience: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    connectionTimeoutMillis: patience,
    options: SESSION,
    pipeline: pipelined,
  });
  // A connection that breaks is replaced; the statement that was under way, or the next, says what is wrong.
  pool.on("error", () => {}).on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** 连接 PostgreSQL: refuses what can't be reached and what is older than 15. The session's zone is UTC. */
export async function connectPostgres(url: string, keys: KeyRing, patience = PATIENCE): Promise<Database> {
  const pool = poolOf(url, false, patience);
  await checkVersion(pool, url).catch(async (error) => {
    await pool.end();
    throw error;
  });
  const deciding = poolOf(url, true, patience);
  const waiting = { query: (...asked: [string, unknown[]]) => pool.query(...asked).catch(tellBusy) };
  const db: Database = {
    ...overRunner(waiting as unknown as Runner, keys),
    copy: (table, columns, rows) => db.transaction((tx) => tx.copy(table, columns, rows)),
    transaction: (work) => transaction(pool, keys, "begin", work),
    snapshot: (read) => transaction(pool, keys, "begin isolation level repeatable read read only", read),
    decision: (work) => again(() => transaction(deciding, keys, "begin isolation level repeatable read", work), TIMES),
    close: async () => {
      await Promise.all([pool.end(), deciding.end()]);
    },
  };
  return db;
}
