import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import { civilDateOf } from "../../domain/calendar/zone.ts";
import type { Database } from "../database.ts";
import type { Platform } from "../platform.ts";
import { question } from "./ask.ts";

const ask = question<{ at: Instant | null }>("./recordsSince.sql");

/** 记录自何日起: the day of the first call, or where there is none of the first request; null: of neither. */
export async function recordsSince(db: Database, { platform, zone }: Platform): Promise<CivilDate | null> {
  const [row] = await ask(db, { platform });
  return row?.at == null ? null : civilDateOf(row.at, zone);
}
