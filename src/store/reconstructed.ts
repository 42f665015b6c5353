/** 重建的记录: which months of a platform were made from figures files, and taking them back. */
import type { MonthKey } from "../domain/measure/counts.ts";
import type { Database } from "./database.ts";
import { ownBook } from "./rules.ts";

/** How a reconstructed month is entered among the sources of records. */
const KIND = "reconstruct";

/** 已重建的月份, the earliest first. */
export async function reconstructedMonths(db: Database, platform: string): Promise<MonthKey[]> {
  const rows = await db.kysely
    .selectFrom("import_source")
    .select("source_number")
    .where("platform", "=", platform)
    .where("kind", "=", KIND)
    .orderBy("source_number")
    .execute();
  return rows.map((row) => row.source_number);
}

/** 登记重建: that a month's records were made from a file with this digest. */
export const enterReconstructed = (db: Database, platform: string, month: MonthKey, digest: Uint8Array) =>
  db.kysely
    .insertInto("import_source")
    .values({ platform, kind: KIND, source: "figures", source_number: month, subject_id: platform, digest })
    .execute();

const TABLES = [
  "order_clock",
  "notice",
  "sms",
  "survey",
  "overdue_snapshot",
  "snapshot_taken",
  "seal",
  "import_source",
  "order_unit",
  "worklist",
  "request_text",
  "return_request",
  "assignment",
  "work_order",
  "service_request",
  "call",
  "leader_day",
  "mystery_call",
  "county_month",
  "free_text",
  "contact",
  "event",
];

/** 撤回重建: removes every record of a platform, and the rules that came with them. Only for one that has no others. */
export async function removeReconstructed(db: Database, platform: string): Promise<void> {
  for (const table of TABLES) await db.query(`delete from ${table} where platform = $1`, [platform]);
  await db.query("delete from rule_row where book = $1 and origin = 'reconstructed'", [ownBook(platform)]);
}

/** 未办结工单: valid ones that are neither resolved nor followed up, with the assignment that leads. */
export const openOrders = (db: Database, platform: string) =>
  db.query<{
    id: string;
    version: number;
    unit: string;
    category: string;
    topic: string | null;
    assignment: number;
    returns: number;
    acknowledgedAt: number;
    dueAt: number;
  }>(
    `select
       work_order.id, version, lead.unit, category, topic, lead.no as assignment,
       (select count(*) from return_request
        where return_request.platform = $1 and return_request.work_order = work_order.id) as returns,
       lead.acknowledged_at as "acknowledgedAt", lead.due_at as "dueAt"
     from work_order
     cross join lateral (
       select * from assignment
       where assignment.platform = $1 and assignment.work_order = work_order.id and role = 'lead'
       order by no desc limit 1
     ) lead
     where work_order.platform = $1 and resolved_at is null and followed_up_at is null and withdrawn_at is null
       and closed_at is null and lead.due_at is not null
     order by work_order.dispatched_at, work_order.number`,
    [platform],
  );
