/** 账号的管理: what an administrator does to accounts. Nobody's is ever deleted: the ledger names it. */
import type { Role } from "../../domain/access/role.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { boundedCount, type Condition, together, where } from "../desk/page.ts";
import { type Account, accountFields } from "./account.ts";
import type { Lockout } from "./attempt.ts";

/** 按编号查账号 */
export const accountOf = async (db: Database, platform: string, id: Id): Promise<Account | null> =>
  (await db.kysely
    .selectFrom("account")
    .select(accountFields)
    .where("platform", "=", platform)
    .where("id", "=", id)
    .executeTakeFirst()) ?? null;

const one = (db: Database, platform: string, id: Id) =>
  db.kysely.updateTable("account").where("platform", "=", platform).where("id", "=", id);

/** 停用、启用 (null) */
export const setDisabled = (db: Database, platform: string, id: Id, at: Instant | null): Promise<unknown> =>
  one(db, platform, id)
    .set({ disabled_at: at === null ? null : timestamp(at) })
    .execute();

/** 改姓名、角色、单位 */
export const changeAccount = (
  db: Database,
  platform: string,
  id: Id,
  to: { name: string; role: Role; unit: string | null },
): Promise<unknown> => one(db, platform, id).set(to).execute();

/** 还有几个能用的管理员 besides this account; holds the administrators' rows, so that two can't disable each other at once. */
export async function otherAdministrators(tx: Database, platform: string, id: Id): Promise<number> {
  const rows = await tx.kysely
    .selectFrom("account")
    .select("id")
    .where("platform", "=", platform)
    .where("role", "=", "administrator")
    .where("disabled_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.filter((row) => row.id !== id).length;
}

export interface AccountFilter {
  q?: string;
  role?: Role;
  unit?: string;
  disabled?: boolean;
}

function conditionsOf({ q, role, unit, disabled }: AccountFilter): Condition[] {
  const conditions = [where("platform = $1")];
  if (q !== undefined) conditions.push(where("strpos(number || ' ' || name, $?) > 0", q));
  if (role !== undefined) conditions.push(where("role = $?", role));
  if (unit !== undefined) conditions.push(where("unit = $?", unit));
  if (disabled !== undefined) conditions.push(where(`disabled_at is ${disabled ? "not null" : "null"}`));
  return conditions;
}

/** 账号的一页, by number, going on after `after`. */
export async function accountPage(
  db: Database,
  platform: string,
  filter: AccountFilter,
  after: string | null,
  limit: number,
): Promise<{ rows: Account[]; total: string }> {
  const conditions = conditionsOf(filter);
  const counted = together(conditions, [platform]);
  if (after !== null) conditions.push(where('number collate "C" > $? collate "C"', after));
  const asked = together(conditions, [platform]);
  const rows = await db.query<Account>(
    `select id, number, name, role, unit, temporary, created_at as "createdAt", disabled_at as "disabledAt"
     from account where ${asked.sql} order by number collate "C" limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from account where ${counted.sql}`, counted.values) };
}

/** 锁定的工号 among these. */
export async function lockedAmong(
  db: Database,
  platform: string,
  numbers: readonly string[],
  { attempts, minutes }: Lockout,
  now: Instant,
): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db.kysely
    .selectFrom("sign_in_attempt")
    .select("number")
    .where("platform", "=", platform)
    .where("number", "in", numbers)
    .where("failed", ">=", attempts)
    .where("at", ">", timestamp(now - minutes * 60_000) as never)
    .execute();
  return new Set(rows.map(({ number }) => number));
}
