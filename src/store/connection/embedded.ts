import { PGlite, type Transaction, types } from "@electric-sql/pglite";
import type { Database } from "../database.ts";
import type { KeyRing } from "../keys.ts";
import { tellCommit } from "./commit.ts";
import { copyStatement, copyText } from "./copyText.ts";
import { queryBuilder } from "./queryBuilder.ts";
import { inTurn } from "./together.ts";
import { instant } from "./value.ts";

const parsers = { [types.INT8]: Number, [types.DATE]: (text: string) => text, [types.TIMESTAMPTZ]: instant };

/** 启动内嵌数据库 in a folder, or in memory, or from a dump; its session's zone is UTC. */
export async function startEmbedded(dataDir?: string, loadDataDir?: Blob): Promise<PGlite> {
  const lite = await PGlite.create({ dataDir, loadDataDir, parsers });
  await lite.exec("set timezone = 'UTC'");
  return lite;
}

const runOn = (lite: PGlite | Transaction) => async (sql: string, parameters: readonly unknown[]) => {
  const { rows, affectedRows } = await lite.query(sql, parameters as unknown[]);
  return { rows, affected: affectedRows ?? rows.length };
};

const overSession = (lite: PGlite | Transaction, keys: KeyRing) => ({
  kind: "embedded" as const,
  isPipelined: false,
  together: inTurn,
  keys,
  kysely: queryBuilder(runOn(lite)),
  query: async (sql: string, parameters: readonly unknown[] = []) => (await runOn(lite)(sql, parameters)).rows as never,
  prepared: async (sql: string, parameters: readonly unknown[] = []) =>
    (await runOn(lite)(sql, parameters)).rows as never,
  script: async (sql: string) => {
    await lite.exec(sql);
  },
});

const inside = (session: Transaction, keys: KeyRing): Database => {
  const tx: Database = {
    ...overSession(session, keys),
    copy: async (table, columns, rows) => {
      for await (const chunk of copyText(rows))
        await session.query(copyStatement(table, columns, "'/dev/blob'"), [], { blob: new Blob([chunk]) });
    },
    transaction: (work) => work(tx),
    snapshot: (read) => read(tx),
    decision: (work) => work(tx),
    close: async () => {},
  };
  return tx;
};

async function transaction<T>(lite: PGlite, keys: KeyRing, work: (tx: Database) => Promise<T>): Promise<T> {
  let isDone = false;
  const all = async (session: Transaction) => {
    const result = await work(inside(session, keys));
    isDone = true;
    return result;
  };
  return lite.transaction(all).catch((error) => {
    if (!isDone) throw error;
    return tellCommit(error);
  });
}

/** 内嵌会话: a started embedded database as a `Database`. One session: a statement waits while a transaction is open. */
export function overEmbedded(lite: PGlite, keys: KeyRing, afterClose: () => void = () => {}): Database {
  const db: Database = {
    ...overSession(lite, keys),
    copy: (table, columns, rows) => db.transaction((tx) => tx.copy(table, columns, rows)),
    transaction: (work) => transaction(lite, keys, work),
    // its only session: nothing else writes while a transaction is open
    snapshot: (read) => db.transaction(read),
    decision: (work) => db.transaction(work),
    close: async () => {
      if (lite.closed) return;
      await lite.close();
      afterClose();
    },
  };
  return db;
}
