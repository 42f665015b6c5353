/** 账号: whoever of the staff may come in. */
import type { Role } from "../../domain/access/role.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface Account {
  id: Id;
  /** 工号 */
  number: string;
  name: string;
  role: Role;
  unit: string | null;
  /** given by an administrator: to be changed first */
  temporary: boolean;
  createdAt: Instant;
  disabledAt: Instant | null;
}

export interface NewAccount {
  id: Id;
  number: string;
  name: string;
  role: Role;
  unit: string | null;
  /** 口令的摘要; null: doesn't sign in with one */
  password: string | null;
  temporary: boolean;
}

export const accountFields = [
  "id",
  "number",
  "name",
  "role",
  "unit",
  "temporary",
  "created_at as createdAt",
  "disabled_at as disabledAt",
] as const;

/** 新增账号, those whose number is free; returns how many. */
export async function addAccounts(db: Database, platform: string, accounts: readonly NewAccount[], now: Instant) {
  if (accounts.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await db.kysely
    .insertInto("account")
    .values(accounts.map((account) => ({ platform, ...account, created_at: timestamp(now) })))
    .onConflict((taken) => taken.columns(["platform", "number"]).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}

/** 按工号查账号 */
export const accountNumbered = async (db: Database, platform: string, number: string): Promise<Account | null> =>
  (await db.kysely
    .selectFrom("account")
    .select(accountFields)
    .where("platform", "=", platform)
    .where("number", "=", number)
    .executeTakeFirst()) ?? null;

/** 口令的摘要 of an account; null: none, or no such account. */
export const passwordOf = async (db: Database, platform: string, id: Id): Promise<string | null> =>
  (
    await db.kysely
      .selectFrom("account")
      .select("password")
      .where("platform", "=", platform)
      .where("id", "=", id)
      .executeTakeFirst()
  )?.password ?? null;

export interface Password {
  password: string;
  temporary: boolean;
}

/** 改口令 */
export const setPassword = (db: Database, platform: string, id: Id, to: Password) =>
  db.kysely.updateTable("account").set(to).where("platform", "=", platform).where("id", "=", id).execute();
