import type { OverdueCounts } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import type { Month } from "./month.ts";
import { tally } from "./tally.ts";
import { topicOf } from "./topic.ts";

const ask = question<{ unit: string; topic: string | null; category: string; count: number }>("./overdue.sql");

/** 超期未反馈: the stock just before `until`, by unit and printed topic. */
export async function overdueAt(db: Database, asked: Month, until: string): Promise<OverdueCounts[]> {
  const rows = await ask(db, { platform: asked.platform.platform, until });
  return tally(rows, (row) => ({ unit: row.unit, topic: topicOf(asked, row) }));
}
