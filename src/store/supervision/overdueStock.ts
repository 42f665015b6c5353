import type { Instant } from "../../domain/calendar/civil.ts";
import type { Age, Band } from "../../domain/supervision/age.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { question } from "../question/ask.ts";

export interface StockCounts extends Record<Age, number> {
  unit: string;
  orders: number;
  /** in a reopened round: the month's report doesn't count them */
  reopened: number;
  oldestDueAt: Instant;
}

const ask = question<StockCounts>("../supervision/overdueStock.sql");

/** 超期未办结 by unit, the most first. */
export const overdueStock = (db: Database, platform: string, bands: Record<Age, Band>): Promise<StockCounts[]> =>
  ask(db, {
    platform,
    until: timestamp(bands.yellow.until),
    red_until: timestamp(bands.red.until),
    summon_until: timestamp(bands.summon.until),
  });
