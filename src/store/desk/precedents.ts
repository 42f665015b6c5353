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
const LOOKED_AT = 1_000;
const UNITS = 3;

/** By the unit that has them now, the most first; of the orders of the class that moved last. */
export const precedentsOf = (
  db: Database,
  platform: string,
  { category, places, since }: Precedents,
): Promise<Precedent[]> =>
  db.query<Precedent>(
    `with lately as materialized (
       select work_order, request, lead from worklist
       where platform = $1 and category = $2 and moved_at >= $3::timestamptz and dispatched_at >= $3::timestamptz
         and stage <> 'withdrawn'
       order by moved_at desc, work_order limit ${LOOKED_AT}
     )
     select w.lead as unit, count(*)::integer as orders, (count(*) filter (where exists (
       select from return_request b where b.platform = $1 and b.work_order = w.work_order
     )))::integer as returned
     from lately w
     where $4::text[] is null or exists (
       select from service_request r where r.platform = $1 and r.id = w.request and r.place = any ($4::text[])
     )
     group by w.lead order by orders desc, w.lead limit ${UNITS}`,
    [platform, category, timestamp(since), places],
  );
