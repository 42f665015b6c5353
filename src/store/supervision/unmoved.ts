import { readFileSync } from "node:fs";
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

const written = readFileSync(new URL("./unmovedOrders.sql", import.meta.url), "utf8").replace(/^\s*--.*$/gm, "");

/** 无人动过的工单 as a part of a list's statement: the platform is its first parameter, the instant is asked for twice. */
export const UNMOVED_ORDERS = written.replaceAll(":platform", "$1").replaceAll(":before", "$?");

export interface UnmovedCounts {
  unit: string;
  category: string;
  orders: number;
  /** the earliest dispatch among them */
  since: Instant;
}

/** 无人动过 since before an instant, by unit and category, the most first. */
export const unmovedOrders = (db: Database, platform: string, before: Instant): Promise<UnmovedCounts[]> =>
  db.query<UnmovedCounts>(
    `select w.lead as unit, w.category, count(*)::integer as orders, min(w.dispatched_at) as since
     from worklist w
     where w.platform = $1 and w.work_order = any (array(${written.replaceAll(":platform", "$1").replaceAll(":before", "$2")}))
     group by 1, 2 order by 3 desc, 4, 1, 2`,
    [platform, timestamp(before)],
  );
