/** 模拟短信: what a demonstration's gateway has taken. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Sms } from "../../domain/notice/sms.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface SimulatedSms extends Sms {
  at: Instant;
}

/** 收下, once under one id. */
export const keepSimulated = (db: Database, platform: string, { id, to, text }: Sms, at: Instant) =>
  db.query(
    `insert into simulated_sms (platform, id, to_number, text, at) values ($1, $2, $3, $4, $5)
     on conflict (platform, id) do nothing`,
    [platform, id, to, text, timestamp(at)],
  );

/** 模拟短信清单, the latest first; `before` the last of the page before. */
export const simulatedMessages = (
  db: Database,
  platform: string,
  before: { at: Instant; id: string } | null,
  limit: number,
): Promise<SimulatedSms[]> =>
  db.query<SimulatedSms>(
    `select id, to_number as "to", text, at from simulated_sms
     where platform = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid))
     order by at desc, id desc limit $4`,
    [platform, before ? timestamp(before.at) : null, before?.id ?? null, limit],
  );
