/** 月末超期未反馈: kept as the month's end found it, for whoever looks before anything is counted again. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { MonthKey, OverdueCounts } from "../../domain/measure/counts.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** 留存到哪里了: since when the platform is here, and the months that are kept. */
export async function snapshotsTaken(
  db: Database,
  platform: string,
): Promise<{ since: Instant; months: ReadonlySet<MonthKey> }> {
  const [taken] = await db.query<{ since: Instant; months: MonthKey[] }>(
    `select created_at as since, array(select month from snapshot_taken where platform = $1) as months
     from platform where platform = $1`,
    [platform],
  );
  return { since: taken!.since, months: new Set(taken!.months) };
}

/** 留存, once a month; inside a transaction. */
export async function keepSnapshot(
  db: Database,
  platform: string,
  month: MonthKey,
  counts: readonly OverdueCounts[],
  at: Instant,
): Promise<void> {
  const first = await db.query(
    `insert into snapshot_taken (platform, month, taken_at) values ($1, $2, $3)
     on conflict (platform, month) do nothing returning month`,
    [platform, month, timestamp(at)],
  );
  if (first.length === 0) return;
  await db.query(
    `insert into overdue_snapshot (platform, month, unit, orders)
     select $1, $2, unit, sum(count) from jsonb_to_recordset($3::text::jsonb) as given (unit text, count integer)
     group by unit`,
    [platform, month, JSON.stringify(counts)],
  );
}

export interface KeptSnapshot {
  month: MonthKey;
  takenAt: Instant;
  units: { unit: string; orders: number }[];
}

/** 留存过的月份, the latest first, before one of them. */
export const keptSnapshots = (
  db: Database,
  platform: string,
  before: MonthKey | null,
  limit: number,
): Promise<KeptSnapshot[]> =>
  db.query<KeptSnapshot>(
    `select month, taken_at as "takenAt", coalesce((
       select jsonb_agg(jsonb_build_object('unit', unit, 'orders', orders) order by orders desc, unit)
       from overdue_snapshot kept where kept.platform = taken.platform and kept.month = taken.month
     ), '[]') as units
     from snapshot_taken taken where platform = $1 and ($2::text is null or month < $2)
     order by month desc limit $3`,
    [platform, before, limit],
  );
