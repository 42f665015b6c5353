import type { Instant } from "../../domain/calendar/civil.ts";
import type { Database } from "../database.ts";

/** 最后记下的事 of a platform: when it happened; null: nothing has. */
export async function lastEventAt(db: Database, platform: string): Promise<Instant | null> {
  const [row] = await db.query<{ at: Instant }>(
    "select at from event where platform = $1 order by position desc limit 1",
    [platform],
  );
  return row?.at ?? null;
}
