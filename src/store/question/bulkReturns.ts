import type { Instant } from "../../domain/calendar/civil.ts";
import { civilDateOf } from "../../domain/calendar/zone.ts";
import { grouped } from "../../domain/grouped.ts";
import type { BulkReturnCounts } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import type { Month } from "./month.ts";
import { sumOf } from "./tally.ts";
import { topicOf } from "./topic.ts";

interface Row {
  bulk: string;
  unit: string;
  topic: string | null;
  category: string;
  orders: number;
  openSince: Instant;
  returnedAt: Instant;
}

const ask = question<Row>("./bulkReturns.sql");

/** 批量退单 of the month, each act's orders by unit and topic, largest first. */
export async function bulkReturns(db: Database, asked: Month): Promise<BulkReturnCounts[]> {
  const { from, until, platform } = asked;
  const monthIn = (at: Instant) => civilDateOf(at, platform.zone).slice(0, 7);
  const rows = await ask(db, { platform: platform.platform, from, until });
  const acts = grouped(rows, (row) => JSON.stringify([row.bulk, row.unit, topicOf(asked, row)]));
  return [...acts.values()]
    .map((act) => ({
      unit: act[0]!.unit,
      orders: sumOf(act, "orders"),
      topic: topicOf(asked, act[0]!),
      openSince: monthIn(Math.min(...act.map((row) => row.openSince))),
      returnedIn: monthIn(Math.min(...act.map((row) => row.returnedAt))),
    }))
    .sort((one, other) => other.orders - one.orders);
}
