/** 重复的请求: which keys were used, and what was answered. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface KeyOwner {
  platform: string;
  account: string;
  key: string;
}

/** 占用: false where the key is taken; a claim under way elsewhere is waited for. */
export async function claim(db: Database, owner: KeyOwner, digest: Uint8Array, now: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.kysely
    .insertInto("idempotency")
    .values({ ...owner, digest, answer: "null", created_at: timestamp(now) })
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export interface Claim extends KeyOwner {
  digest: Uint8Array;
  answer: unknown;
}

/** 一并占用, each with the answer that it will get; the names of those that were free: platform, account, key as JSON. */
export async function claimAll(db: Database, claims: readonly Claim[], now: Instant): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  const rows = await db.kysely
    .insertInto("idempotency")
    .values(
      claims.map(({ answer, ...claim }) => ({ ...claim, answer: JSON.stringify(answer), created_at: timestamp(now) })),
    )
    .onConflict((taken) => taken.doNothing())
    .returning(["platform", "account", "key"])
    .execute();
  return new Set(rows.map(({ platform, account, key }) => JSON.stringify({ platform, account, key })));
}

const under = ({ platform, account, key }: KeyOwner) => ({ platform, account, key });

/** 留存答复 of a claimed key. */
export const keepAnswer = (db: Database, owner: KeyOwner, answer: unknown) =>
  db.query("update idempotency set answer = $4 where platform = $1 and account = $2 and key = $3", [
    ...Object.values(under(owner)),
    JSON.stringify(answer ?? null),
  ]);

/** 原来的答复 */
export const answerUnder = async (db: Database, { platform, account, key }: KeyOwner) =>
  (await db.kysely
    .selectFrom("idempotency")
    .select(["digest", "answer"])
    .where("platform", "=", platform)
    .where("account", "=", account)
    .where("key", "=", key)
    .executeTakeFirst()) ?? null;

/** 清除过期的重复请求记录 made before an instant; returns how many. */
export const forgetKeysBefore = async (db: Database, before: Instant): Promise<number> =>
  (await db.query("delete from idempotency where created_at < $1 returning key", [timestamp(before)])).length;
