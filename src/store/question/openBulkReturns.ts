import type { Instant } from "../../domain/calendar/civil.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";

export interface OpenBulkReturn {
  bulk: string;
  unit: string;
  reason: string | null;
  requestedAt: Instant;
  orders: number;
  late: number;
  /** the earliest dispatch among them */
  openSince: Instant;
  categories: string[];
  /** one of its orders, and the words that were said with it */
  workOrder: string;
  request: string;
  text: string | null;
}

const ask = question<OpenBulkReturn>("./openBulkReturns.sql");

/** 待裁定的批量退单, the oldest first, at most so many. */
export const openBulkReturns = (db: Database, platform: string, most: number): Promise<OpenBulkReturn[]> =>
  ask(db, { platform, most });
