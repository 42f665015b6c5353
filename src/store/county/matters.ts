import type { Id } from "../../domain/ledger/event.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";

/** 哪个平台、哪个月 of these delivered months and planned mystery calls. */
export async function countyMattersOf(
  db: Database,
  platform: string,
  ids: readonly Id[],
): Promise<Map<Id, { month: MonthKey; county: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: Id; month: MonthKey; county: string }>(
    `select id, month, county from county_month where platform = $1 and id = any ($2::uuid[])
     union all select id, month, county from mystery_task where platform = $1 and id = any ($2::uuid[])`,
    [platform, ids],
  );
  return new Map(rows.map(({ id, ...matter }) => [id, matter]));
}
