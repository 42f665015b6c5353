import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { question } from "../question/ask.ts";

export interface HandOvers {
  from: string;
  /** null: nobody has got it yet */
  to: string | null;
  returns: number;
  late: number;
  bulk: number;
}

const ask = question<HandOvers>("../supervision/returnsBetween.sql");

/** 退来退去 since an instant, the most first. */
export const returnsBetween = (db: Database, platform: string, since: Instant): Promise<HandOvers[]> =>
  ask(db, { platform, since: timestamp(since) });

export interface BulkAct {
  bulk: string;
  unit: string;
  category: string;
  orders: number;
  pending: number;
  accepted: number;
  late: number;
  requestedAt: Instant;
  /** the earliest dispatch among them */
  openSince: Instant;
}

const askBulk = question<BulkAct>("../supervision/bulkActs.sql");

/** 批量退单 since an instant, the latest first. */
export const bulkActs = (db: Database, platform: string, since: Instant): Promise<BulkAct[]> =>
  askBulk(db, { platform, since: timestamp(since) });

const askPair = question<{ order: string; open: boolean; total: number }>("../supervision/returnedBetween.sql");

/** 两家之间退过的工单 since an instant, the open ones first, then the latest moved; at most `limit`, with how many there are. */
export const returnedBetween = (
  db: Database,
  platform: string,
  [unit, other]: readonly [string, string],
  since: Instant,
  limit: number,
) => askPair(db, { platform, unit, other, since: timestamp(since), limit });
