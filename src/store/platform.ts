import type { Instant } from "../domain/calendar/civil.ts";
import { timestamp } from "./connection/value.ts";
import type { Database } from "./database.ts";

/** 热线平台 as registered. `books` are the rulebooks that apply to it, in order. */
export interface Platform {
  platform: string;
  name: string;
  level: "city" | "county";
  zone: string;
  origin: "reconstructed" | "live";
  books: string[];
}

const fields = ["platform", "name", "level", "zone", "origin", "books"] as const;

/** 登记平台. Throws when its id or name is taken: look first. */
export const createPlatform = (db: Database, platform: Platform, now: Instant) =>
  db.kysely
    .insertInto("platform")
    .values({ ...platform, created_at: timestamp(now) })
    .execute();

/** 平台自何时在此, where its clock isn't the one by which it was registered. */
export const setHereSince = (db: Database, platform: string, since: Instant) =>
  db.query("update platform set created_at = $2 where platform = $1 and created_at <> $2", [
    platform,
    timestamp(since),
  ]);

/** 全部平台, by name. */
export const platforms = (db: Database): Promise<Platform[]> =>
  db.kysely.selectFrom("platform").select(fields).orderBy("name").execute();

/** 按名称查平台; null: none has that name. */
export const platformNamed = async (db: Database, name: string): Promise<Platform | null> =>
  (await db.kysely.selectFrom("platform").select(fields).where("name", "=", name).executeTakeFirst()) ?? null;

/** 按编号查平台; null: none has that id. */
export const platformOf = async (db: Database, platform: string): Promise<Platform | null> =>
  (await db.kysely.selectFrom("platform").select(fields).where("platform", "=", platform).executeTakeFirst()) ?? null;

/** 标记安装: once, at creation: when it was made and whether it is the demonstration. */
export const markInstallation = (db: Database, demonstration: boolean, now: Instant) =>
  db.kysely
    .insertInto("installation")
    .values({ demonstration, created_at: timestamp(now) })
    .execute();

/** 是否演示: null where the installation was never marked. */
export const isDemonstration = async (db: Database): Promise<boolean | null> =>
  (await db.kysely.selectFrom("installation").select("demonstration").executeTakeFirst())?.demonstration ?? null;

/** 账本位置: the last event's position; 0 in an empty ledger. A report says at which one its figures were computed. */
export async function ledgerPosition(db: Database, platform: string): Promise<number> {
  const { position } = await db.kysely
    .selectFrom("event")
    .select(({ fn }) => fn.max("position").as("position"))
    .where("platform", "=", platform)
    .executeTakeFirstOrThrow();
  return position ?? 0;
}

/** 是否演示: synthetic records are a demonstration wherever they are. */
export const isDemonstrationOf = async (db: Database, { origin }: Platform): Promise<boolean> =>
  origin === "reconstructed" || (await isDemonstration(db)) === true;
