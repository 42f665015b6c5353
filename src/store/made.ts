import type { Database } from "./database.ts";

/** 是否已建库: whether any migration was ever applied. */
export const isMade = async (db: Database): Promise<boolean> =>
  (await db.query<{ made: boolean }>("select to_regclass('installation') is not null as made"))[0]!.made;
