/** 查验月末留存: what was kept of a month's end is what a recount gives, unless something of that month was recorded later. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Finding } from "../../domain/ledger/finding.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { platformOf } from "../platform.ts";
import { monthOf } from "../question/month.ts";
import { overdueAt } from "../question/overdue.ts";
import { rulebookOf } from "../rules.ts";
import { canonical } from "./canonical.ts";

interface Taken {
  month: MonthKey;
  takenAt: Instant;
}

const TAKEN = `select month, taken_at as "takenAt" from snapshot_taken where platform = $1 order by month`;
const KEPT = "select unit, orders from overdue_snapshot where platform = $1 and month = $2";
const LATER =
  "select from event where platform = $1 and at < $2::timestamptz and recorded_at > $3::timestamptz limit 1";

async function differs(db: Database, platform: string, { month, takenAt }: Taken): Promise<boolean> {
  const asked = monthOf((await platformOf(db, platform))!, month, await rulebookOf(db, platform));
  const kept = await db.query<{ unit: string; orders: number }>(KEPT, [platform, month]);
  const counted: Record<string, number> = {};
  for (const { unit, count } of await overdueAt(db, asked, asked.until)) counted[unit] = (counted[unit] ?? 0) + count;
  if (canonical(Object.fromEntries(kept.map(({ unit, orders }) => [unit, orders]))) === canonical(counted))
    return false;
  return (await db.query(LATER, [platform, asked.until, timestamp(takenAt)])).length === 0;
}

/** 查验全部的月末留存: the first that a recount contradicts; null: none. */
export async function checkSnapshots(db: Database, platform: string): Promise<Finding | null> {
  for (const taken of await db.query<Taken>(TAKEN, [platform]))
    if (await db.snapshot((tx) => differs(tx, platform, taken)))
      return { fault: "snapshotDiffers", month: taken.month };
  return null;
}
