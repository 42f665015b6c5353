/** 口令输错: counted by the number that was typed, before the password is looked at, so that guesses at once count too. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface Lockout {
  attempts: number;
  minutes: number;
}

const count = `
  insert into sign_in_attempt (platform, number, failed, at) values ($1, $2, 1, $3)
  on conflict (platform, number) do update set
    failed = case when sign_in_attempt.at <= $4 then 1 else sign_in_attempt.failed + 1 end,
    at = case when sign_in_attempt.failed >= $5 and sign_in_attempt.at > $4 then sign_in_attempt.at else excluded.at end
  returning failed`;

/** 记一次尝试: false where the number is locked. A locked number's wait isn't made longer by trying on. */
export async function countAttempt(
  db: Database,
  platform: string,
  number: string,
  { attempts, minutes }: Lockout,
  now: Instant,
): Promise<boolean> {
  const since = now - minutes * 60_000;
  const [row] = await db.query<{ failed: number }>(count, [
    platform,
    number,
    timestamp(now),
    timestamp(since),
    attempts,
  ]);
  return row!.failed <= attempts;
}

/** 还一次: what was tried was right after all; whatever else was tried from there stays counted. */
export const giveBackAttempt = (db: Database, platform: string, number: string) =>
  db.query("update sign_in_attempt set failed = failed - 1 where platform = $1 and number = $2 and failed > 0", [
    platform,
    number,
  ]);

/** 解锁: after a right password, or by an administrator; false: there was nothing. */
export async function clearAttempts(db: Database, platform: string, number: string): Promise<boolean> {
  const { numDeletedRows } = await db.kysely
    .deleteFrom("sign_in_attempt")
    .where("platform", "=", platform)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
