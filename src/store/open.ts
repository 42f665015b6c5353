import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { overEmbedded, startEmbedded } from "./connection/embedded.ts";
import { type Lock, takeLock } from "./connection/lock.ts";
import { connectPostgres } from "./connection/postgres.ts";
import type { Database } from "./database.ts";
import type { KeyRing } from "./keys.ts";
import { refuseNewerSchema } from "./migrate.ts";

/** An embedded database and the lock that its one owner holds. */
export interface EmbeddedDatabase {
  db: Database;
  lock: Lock;
}

type Prepare = (db: Database) => Promise<void>;

/** Made beside its place and renamed when complete: an interrupted first start leaves no half database. */
async function make(dir: string, keys: KeyRing, prepare: Prepare): Promise<void> {
  const making = join(dir, "database.making");
  rmSync(making, { recursive: true, force: true });
  const db = overEmbedded(await startEmbedded(making), keys);
  await prepare(db).finally(() => db.close());
  renameSync(making, join(dir, "database"));
}

/** 是否已有内嵌数据库: whether a data folder holds a complete one. */
export const hasEmbedded = (dir: string): boolean => existsSync(join(dir, "database"));

/** Closes what was opened when its schema is newer than this program. */
async function checked(db: Database): Promise<Database> {
  try {
    await refuseNewerSchema(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/**
 * 打开内嵌数据库 in a data folder; `prepare` (migrate, and whatever a first start loads) runs once, when there is none yet.
 * Refuses a folder that another process holds (`databaseHeld`, with its holder) and a schema newer than this program.
 */
export async function openEmbedded(dir: string, keys: KeyRing, prepare: Prepare): Promise<EmbeddedDatabase> {
  const lock = takeLock(dir);
  try {
    if (!hasEmbedded(dir)) await make(dir, keys, prepare);
    const db = await checked(overEmbedded(await startEmbedded(join(dir, "database")), keys, lock.release));
    return { db, lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** 打开 PostgreSQL: refuses one that can't be reached, is older than 15, or has a schema newer than this program. */
export const openPostgres = async (url: string, keys: KeyRing): Promise<Database> =>
  checked(await connectPostgres(url, keys));
