/** 我的设置 of an account, as one text: what it may say is the interface's concern. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** null: nothing was ever chosen */
export const settingsOf = async (db: Database, platform: string, account: Id): Promise<string | null> =>
  (
    await db.kysely
      .selectFrom("own_settings")
      .select("settings")
      .where("platform", "=", platform)
      .where("account", "=", account)
      .executeTakeFirst()
  )?.settings ?? null;

/** the last that was chosen holds, from whichever machine */
export const keepSettings = (db: Database, platform: string, account: Id, settings: string, at: Instant) =>
  db.kysely
    .insertInto("own_settings")
    .values({ platform, account, settings, changed_at: timestamp(at) })
    .onConflict((known) => known.columns(["platform", "account"]).doUpdateSet({ settings, changed_at: timestamp(at) }))
    .execute();
