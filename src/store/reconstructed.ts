/** 重建的记录: which months of a platform were made from figures files, and taking them back. */
import type { Id } from "../domain/ledger/event.ts";
import type { MonthKey } from "../domain/measure/counts.ts";
import type { OrderState } from "../domain/order/order.ts";
import type { Database } from "./database.ts";
import { ownBook } from "./rules.ts";
import { subjects } from "./subject.ts";

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
  "report_writer",
  "report_paragraph",
  "report_contents",
  "report_file",
  "report_edition",
  "report_case_text",
  "report_case",
  "leader_day_plan",
  "objection",
  "inspection_score",
  "inspection_sample",
  "inspection_draw",
  "order_clock",
  "notice",
  "sms",
  "survey",
  "overdue_snapshot",
  "snapshot_taken",
  "hold",
  "forgotten",
  "seal",
  "import_source",
  "order_unit",
  "worklist",
  "unit_request",
  "request_text",
  "words_entered",
  "return_request",
  "assignment",
  "work_order",
  "service_request",
  "call",
  "leader_day",
  "mystery_objection",
  "mystery_rating",
  "mystery_task",
  "mystery_plan",
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

/** 未办完的工单: those still to be followed up, the oldest first. */
export async function openOrders(db: Database, platform: string): Promise<OrderState[]> {
  const rows = await db.query<{ id: Id }>(
    `select id from work_order
     where platform = $1 and followed_up_at is null and withdrawn_at is null and closed_at is null
     order by dispatched_at, number`,
    [platform],
  );
  const ids = rows.map(({ id }) => id);
  const states = (await subjects.order.load(db, platform, ids)) as OrderState[];
  const byId = new Map(states.map((state) => [state.id, state]));
  return ids.map((id) => byId.get(id)!);
}
