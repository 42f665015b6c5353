import type { MonthKey } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";

/** 有记录的月份 of a platform, in its own zone, the latest first: months in which calls came or requests were accepted. */
export async function monthsWithRecords(db: Database, platform: string): Promise<MonthKey[]> {
  const sql = `
    with recursive month (first) as (
      select date_trunc('month', min(at) at time zone zone) from span group by zone
      union all
      select first + interval '1 month' from month, edge where first + interval '1 month' <= last
    ),
    span as (
      select p.zone, x.at from platform p
      cross join lateral (
        select min(offered_at) as at from call where platform = $1
        union all select max(offered_at) from call where platform = $1
        union all select min(accepted_at) from service_request where platform = $1
        union all select max(accepted_at) from service_request where platform = $1
      ) x
      where p.platform = $1 and x.at is not null
    ),
    edge as (select max(at) at time zone zone as last, zone from span group by zone)
    select to_char(first, 'YYYY-MM') as month from month, edge
    where exists (
      select from service_request where platform = $1
        and accepted_at >= first at time zone zone and accepted_at < (first + interval '1 month') at time zone zone
    ) or exists (
      select from call where platform = $1
        and offered_at >= first at time zone zone and offered_at < (first + interval '1 month') at time zone zone
    )
    order by month desc`;
  return (await db.query<{ month: MonthKey }>(sql, [platform])).map(({ month }) => month);
}
