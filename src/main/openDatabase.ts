import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal, refuse } from "../domain/refusal.ts";
import type { Lock } from "../store/connection/lock.ts";
import type { Database } from "../store/database.ts";
import type { KeyRing } from "../store/keys.ts";
import { isMade } from "../store/made.ts";
import { pendingMigrations } from "../store/migrate.ts";
import { hasEmbedded, openEmbedded, openPostgres } from "../store/open.ts";
import { createKeyFile, newKeyRing, readKeyFile } from "./keyFile.ts";
import type { Place } from "./place.ts";

/** 打开的目的: the database must be there or may be made; its schema must be current, or may be behind, to be brought up. */
export interface Purpose {
  makes: boolean;
  /** asked before one is made; a refusal leaves nothing behind */
  beforeMaking?(): Promise<void>;
  upgrades: boolean;
}

export interface Opened {
  db: Database;
  /** of the embedded database */
  lock: Lock | null;
  /** made just now */
  isNew: boolean;
}

/** What a new database starts with. */
export type Fill = (db: Database) => Promise<void>;

/**
 * 打开数据库: the one in the data folder, or the PostgreSQL that $DATABASE_URL names. Refuses a place without a database unless
 * it may be made, a schema that is behind unless it may be upgraded, and a database whose key file is gone.
 */
export async function openDatabase(place: Place, purpose: Purpose, fill: Fill): Promise<Opened> {
  return place.databaseUrl === null
    ? openFolder(place, purpose, fill)
    : openServer(place, place.databaseUrl, purpose, fill);
}

const none = (where: string) =>
  new Refusal(
    refuse("noDatabase", `${where}还没有数据库。`, "请先运行 npm start 看演示，或用 rexian migrate 建一个空的。"),
  );

const keyGone = (path: string) =>
  new Refusal(
    refuse("keyFileMissing", `找不到密钥文件“${path}”，数据库里的个人信息无法读写。`, "请从另行保管的副本恢复。"),
  );

async function openFolder(place: Place, purpose: Purpose, fill: Fill): Promise<Opened> {
  const exists = hasEmbedded(place.data);
  if (!exists && !purpose.makes) throw none(`数据目录“${place.data}”里`);
  if (!exists) await purpose.beforeMaking?.();
  const opened = await openEmbedded(place.data, keysFor(place, exists), fill);
  await upToDate(opened.db, purpose);
  return { ...opened, isNew: !exists };
}

function keysFor(place: Place, exists: boolean): KeyRing {
  const known = readKeyFile(place.keyFile);
  if (known) return known;
  if (exists) throw keyGone(place.keyFile);
  return saved(place, newKeyRing());
}

function saved(place: Place, ring: KeyRing): KeyRing {
  mkdirSync(dirname(place.keyFile), { recursive: true });
  createKeyFile(place.keyFile, ring);
  return ring;
}

async function openServer(place: Place, url: string, purpose: Purpose, fill: Fill): Promise<Opened> {
  const known = readKeyFile(place.keyFile);
  const ring = known ?? newKeyRing();
  const db = await openPostgres(url, ring);
  try {
    const made = await isMade(db);
    if (!made && !purpose.makes) throw none("DATABASE_URL 所指的地方");
    if (made && !known) throw keyGone(place.keyFile);
    if (!made) await purpose.beforeMaking?.();
    if (!known) saved(place, ring);
    if (!made) await db.transaction(fill);
    await upToDate(db, purpose);
    return { db, lock: null, isNew: !made };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function upToDate(db: Database, purpose: Purpose): Promise<void> {
  if (purpose.upgrades || (await pendingMigrations(db)).length === 0) return;
  await db.close();
  throw new Refusal(refuse("schemaBehind", "数据库结构比本程序旧。", "请先运行 rexian migrate。"));
}
