/** 标准地图, every one that was ever added; the newest that isn't withdrawn holds. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { DrawnMap } from "../../domain/map/map.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, boundedCount, isBefore, together, where } from "../desk/page.ts";

export interface ApprovedMap {
  id: Id;
  approval: string;
  source: string;
  addedAt: Instant;
  addedBy: string;
  withdrawnAt: Instant | null;
  withdrawnBy: string | null;
}

const COLUMNS = `id, approval, source, added_at as "addedAt", added_by as "addedBy", withdrawn_at as "withdrawnAt",
  withdrawn_by as "withdrawnBy"`;

/** 登记一幅; `given`: the GeoJSON as it came */
export const addMap = (
  db: Database,
  platform: string,
  { id, approval, source, addedAt, addedBy }: Omit<ApprovedMap, "withdrawnAt" | "withdrawnBy">,
  given: object,
  drawn: DrawnMap,
): Promise<unknown> =>
  db.query(
    `insert into approved_map (platform, id, approval, source, given, drawn, added_at, added_by)
     values ($1, $2, $3, $4, $5::json, $6::json, $7, $8)`,
    [
      ...[platform, id, approval, source, JSON.stringify(given), JSON.stringify(drawn)],
      ...[timestamp(addedAt), addedBy],
    ],
  );

/** 撤下; null: there is none, or it is withdrawn already. */
export const withdrawMap = async (
  db: Database,
  platform: string,
  id: Id,
  { at, by }: { at: Instant; by: string },
): Promise<ApprovedMap | null> =>
  (
    await db.query<ApprovedMap>(
      `update approved_map set withdrawn_at = $3, withdrawn_by = $4
       where platform = $1 and id = $2 and withdrawn_at is null returning ${COLUMNS}`,
      [platform, id, timestamp(at), by],
    )
  )[0] ?? null;

/** 现在用的; null: none. */
export const mapInForce = async (
  db: Database,
  platform: string,
): Promise<(Pick<ApprovedMap, "approval" | "source"> & DrawnMap) | null> => {
  const [row] = await db.query<{ approval: string; source: string; drawn: DrawnMap }>(
    `select approval, source, drawn from approved_map where platform = $1 and withdrawn_at is null
     order by added_at desc, id desc limit 1`,
    [platform],
  );
  return row ? { approval: row.approval, source: row.source, ...row.drawn } : null;
};

/** 一页, the newest first */
export async function mapPage(
  db: Database,
  platform: string,
  after: After | null,
  limit: number,
): Promise<{ rows: ApprovedMap[]; total: string }> {
  const asked = together([where("platform = $1"), ...isBefore("added_at", "id", after)], [platform]);
  const rows = await db.query<ApprovedMap>(
    `select ${COLUMNS} from approved_map where ${asked.sql} order by added_at desc, id desc limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, "from approved_map where platform = $1", [platform]) };
}
