/** 先例: which units had the orders of a class lately. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface Precedent {
  unit: string;
  orders: number;
  /** a return was asked for, whatever became of it */
  returned: number;
}

export interface Precedents {
  category: string;
  /** where it happened; null: anywhere */
  places: readonly string[] | null;
  /** dispatched since then */
  since: Instant;
}

/** as many as tell who usually has them */
const LOOKED_AT = 500;
const UNITS = 3;

/** By the unit that has them now, the most first; of the orders that moved last. */
export const precedentsOf = (
  db: Database,
  platform: string,
  { category, places, since }: Precedents,
): Promise<Precedent[]> =>
  db.query<Precedent>(
    `select lead as unit, count(*)::integer as orders, (count(*) filter (where returned))::integer as returned
     from (
       select w.lead, exists (
         select from return_request b where b.platform = $1 and b.work_order = w.work_order
       ) as returned
       from worklist w
       join service_request r on r.platform = $1 and r.id = w.request
       where w.platform = $1 and w.category = $2 and w.dispatched_at >= $3::timestamptz
         and w.moved_at >= $3::timestamptz and w.stage <> 'withdrawn'
         and ($4::text[] is null or r.place = any ($4::text[]))
       order by w.moved_at desc, w.work_order limit ${LOOKED_AT}
     ) lately
     group by lead order by orders desc, lead limit ${UNITS}`,
    [platform, category, timestamp(since), places],
  );
