/** 评价: the surveys behind one-time links. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { codeDigest, surveyCode } from "./code.ts";

export interface Survey {
  order: Id;
  round: number;
  keyId: string;
  version: number;
  until: Instant;
  answeredAt: Instant | null;
}

/** 发起评价: returns the digest that its message leads to. */
export async function addSurvey(
  db: Database,
  platform: string,
  { order, round, version, until }: Pick<Survey, "order" | "round" | "version" | "until">,
): Promise<Uint8Array> {
  const keyId = db.keys.current;
  const digest = codeDigest(surveyCode(db.keys, keyId, { platform, order, version }));
  await db.query(
    `insert into survey (platform, digest, work_order, round, key_id, version, until)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (platform, digest) do nothing`,
    [platform, digest, order, round, keyId, version, timestamp(until)],
  );
  return digest;
}

/** 按摘要查评价; null: there is none. */
export const surveyOf = async (db: Database, platform: string, digest: Uint8Array): Promise<Survey | null> =>
  (
    await db.query<Survey>(
      `select work_order as "order", round, key_id as "keyId", version, until, answered_at as "answeredAt"
       from survey where platform = $1 and digest = $2`,
      [platform, digest],
    )
  )[0] ?? null;

/** 按代码查评价 */
export const surveyByCode = (db: Database, platform: string, code: string): Promise<Survey | null> =>
  surveyOf(db, platform, codeDigest(code));

/** 代码 of a survey, for its message. */
export const codeOfSurvey = (db: Database, platform: string, { keyId, order, version }: Survey): string =>
  surveyCode(db.keys, keyId, { platform, order, version });

/** 记为已评价 */
export const markAnswered = (db: Database, platform: string, code: string, at: Instant) =>
  db.query("update survey set answered_at = $3 where platform = $1 and digest = $2 and answered_at is null", [
    platform,
    codeDigest(code),
    timestamp(at),
  ]);
