/**
 * 待清除的文件: bytes that a forgotten attachment left behind. The row is written with the forgetting and stays until they are
 * gone, so that a death in between leaves nothing lying about.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** Whoever uploads the same file while it is forgotten has long ended after this. */
const HOUR = 3_600_000;

/** 认领: the digests of at most `limit` files that nothing names; claimed, they are removed and nobody uploads them meanwhile. */
export const claimLeftovers = async (db: Database, platform: string, now: Instant, limit: number): Promise<string[]> =>
  (
    await db.query<{ digest: string }>(
      `update leftover_file set claimed = true
       where platform = $1 and digest in (
         select digest from leftover_file l
         where l.platform = $1 and l.since <= $2::timestamptz
           and not exists (select from attachment a where a.digest = l.digest)
         order by l.since, l.digest limit ${limit})
       returning digest`,
      [platform, timestamp(now - HOUR)],
    )
  ).map(({ digest }) => digest);

/** 已清除 */
export const leftoverGone = (db: Database, platform: string, digest: string): Promise<unknown> =>
  db.query("delete from leftover_file where platform = $1 and digest = $2", [platform, digest]);

/** 留下这个文件: it is about to be uploaded again. False: it is just being removed. */
export async function keepFile(db: Database, digest: string): Promise<boolean> {
  await db.query("delete from leftover_file where digest = $1 and not claimed", [digest]);
  return (await db.query("select from leftover_file where digest = $1", [digest])).length === 0;
}
