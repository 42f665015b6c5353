/** 会话: known by the SHA-256 of its token only. */
import type { Role } from "../../domain/access/role.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface NewSession {
  token: Uint8Array;
  id: Id;
  account: Id;
  expiresAt: Instant;
}

/** 会话和它的账号 */
export interface Session {
  id: Id;
  account: Id;
  seenAt: Instant;
  expiresAt: Instant;
  screenLocked: boolean;
  number: string;
  name: string;
  role: Role;
  unit: string | null;
  temporary: boolean;
  disabledAt: Instant | null;
}

/** 开始会话 */
export const openSession = (
  db: Database,
  platform: string,
  { expiresAt, ...session }: NewSession,
  now: Instant,
): Promise<unknown> =>
  db.kysely
    .insertInto("session")
    .values({
      platform,
      ...session,
      created_at: timestamp(now),
      seen_at: timestamp(now),
      expires_at: timestamp(expiresAt),
      screen_locked: false,
    })
    .execute();

/** 按凭证查会话; null: there is none. */
export const sessionUnder = async (db: Database, platform: string, token: Uint8Array): Promise<Session | null> =>
  (await db.kysely
    .selectFrom("session")
    .innerJoin("account", (join) =>
      join.onRef("account.platform", "=", "session.platform").onRef("account.id", "=", "session.account"),
    )
    .select([
      "session.id",
      "session.account",
      "session.seen_at as seenAt",
      "session.expires_at as expiresAt",
      "session.screen_locked as screenLocked",
      "account.number",
      "account.name",
      "account.role",
      "account.unit",
      "account.temporary",
      "account.disabled_at as disabledAt",
    ])
    .where("session.platform", "=", platform)
    .where("session.token", "=", token)
    .executeTakeFirst()) ?? null;

/** 又来了 */
export const sessionSeen = (db: Database, platform: string, token: Uint8Array, now: Instant): Promise<unknown> =>
  db.kysely
    .updateTable("session")
    .set({ seen_at: timestamp(now) })
    .where("platform", "=", platform)
    .where("token", "=", token)
    .execute();

const one = (db: Database, platform: string, account: Id) =>
  db.kysely.updateTable("session").where("platform", "=", platform).where("account", "=", account);

/** 锁屏、解锁 */
export const setScreenLocked = (db: Database, platform: string, of: { account: Id; session: Id }, locked: boolean) =>
  one(db, platform, of.account).set({ screen_locked: locked }).where("id", "=", of.session).execute();

/** 结束会话 of an account: all, or all but one, or only one, or those whose screen is locked. */
export async function endSessions(
  db: Database,
  platform: string,
  account: Id,
  which: { except?: Id; only?: Id; locked?: true } = {},
): Promise<void> {
  let ended = db.kysely.deleteFrom("session").where("platform", "=", platform).where("account", "=", account);
  if (which.except !== undefined) ended = ended.where("id", "!=", which.except);
  if (which.only !== undefined) ended = ended.where("id", "=", which.only);
  if (which.locked) ended = ended.where("screen_locked", "=", true);
  await ended.execute();
}
