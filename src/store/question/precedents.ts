import type { Instant } from "../../domain/calendar/civil.ts";
import type { Precedent } from "../../domain/directory/propose.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";

/** 同类同地: a subcategory, and the places that count as the same area; null: wherever it was */
export interface Alike {
  category: string;
  places: readonly string[] | null;
}

/** so many of a class are looked at, and so many of the area counted: what was done lately says enough */
export const LOOKED = 2_000;
export const COUNTED = 200;

const ask = question<Precedent & { no: number }>("./precedents.sql");

/** 先例 of each, since an instant; the units that were sent the most come first. */
export async function precedentsOf(
  db: Database,
  platform: string,
  alike: readonly Alike[],
  since: Instant,
): Promise<Precedent[][]> {
  if (alike.length === 0) return [];
  const asked = JSON.stringify(alike.map((one, no) => ({ no, ...one })));
  const bounds = { since: timestamp(since), looked: LOOKED, counted: COUNTED };
  const rows = await ask(db, { platform, asked, ...bounds });
  return alike.map((_, no) =>
    rows.filter((row) => row.no === no).map(({ unit, orders, returned }): Precedent => ({ unit, orders, returned })),
  );
}
