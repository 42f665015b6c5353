-- 单位本月: as followedUp.sql counts them, of the work orders that these units led when their first follow-up was concluded.
select
  coalesce(work_order.rating, 'noResponse') as rating,
  count(*) as "followUps",
  count(*) filter (where judged.valid) as "validOrders",
  count(*) filter (where judged.valid and work_order.resolved_at < lead.due_at) as "onTime"
from work_order
cross join lateral (
  select unit, due_at, ended_at
  from assignment
  where assignment.platform = work_order.platform and assignment.work_order = work_order.id
    and role = 'lead' and assignment.dispatched_at <= work_order.followed_up_at
  order by no desc
  limit 1
) lead
cross join lateral (
  select (work_order.withdrawn_at is null or work_order.withdrawn_at >= :until::timestamptz)
    and (lead.ended_at is null or lead.ended_at > work_order.followed_up_at)
    and not exists (
      select from service_request
      where service_request.platform = work_order.platform and service_request.id = work_order.request
        and merged_into is not null and settled_at < :until::timestamptz
    ) as valid
) judged
where work_order.platform = :platform
  and work_order.followed_up_at >= :from::timestamptz and work_order.followed_up_at < :until::timestamptz
  and lead.unit = any (string_to_array(:units, chr(31)))
group by 1
order by 1
