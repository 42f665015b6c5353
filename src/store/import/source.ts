/** 导入来源: which record came from which row of which old system. */
import type { Id } from "../../domain/ledger/event.ts";
import { appendEach } from "../appendEach.ts";
import type { Database } from "../database.ts";

/** Rows of one kind (calls, requests …) from one old system. */
export interface Origin {
  platform: string;
  kind: string;
  source: string;
}

export interface Imported {
  id: Id;
  digest: Uint8Array;
}

export interface ImportedRow extends Imported {
  number: string;
}

/**
 * One look-up by the whole key for every number: `offset 0` keeps the planner from joining otherwise, which on a table
 * that it has no statistics of yet (a first import) it would do by comparing every row with every number.
 */
const look = `select found.* from unnest($4::text[]) as wanted (number)
  cross join lateral (
    select source_number, subject_id, digest from import_source
    where platform = $1 and kind = $2 and source = $3 and source_number = wanted.number
    offset 0
  ) as found`;

/** 已导入的: what these source numbers became, and the digest of the row that made them. */
export async function importedBefore(
  db: Database,
  { platform, kind, source }: Origin,
  numbers: string[],
): Promise<Map<string, Imported>> {
  const rows = await db.query<{ source_number: string; subject_id: Id; digest: Uint8Array }>(look, [
    platform,
    kind,
    source,
    numbers,
  ]);
  return new Map(rows.map((row) => [row.source_number, { id: row.subject_id, digest: row.digest }]));
}

/** 是否曾有导入 of that kind from that source. */
export const hasImported = async (db: Database, { platform, kind, source }: Origin): Promise<boolean> =>
  (
    await db.query("select from import_source where platform = $1 and kind = $2 and source = $3 limit 1", [
      platform,
      kind,
      source,
    ])
  ).length > 0;

const columns = ["platform", "kind", "source", "source_number", "subject_id", "digest"];

/** 登记来源: `changed` are those of the rows that were registered before. */
export async function registerImported(
  db: Database,
  { platform, kind, source }: Origin,
  rows: ImportedRow[],
  changed: string[],
): Promise<void> {
  if (changed.length > 0)
    await db.query(
      `delete from import_source using unnest($4::text[]) as changed (number)
       where platform = $1 and kind = $2 and source = $3 and source_number = changed.number`,
      [platform, kind, source, changed],
    );
  const rowOf = ({ number, id, digest }: ImportedRow) => [platform, kind, source, number, id, digest];
  await appendEach(db, "import_source", columns, rows, rowOf);
}

/** 平台记为实有记录: it holds records that reconstruct did not make. */
export const markLive = (db: Database, platform: string) =>
  db.kysely.updateTable("platform").set({ origin: "live" }).where("platform", "=", platform).execute();
