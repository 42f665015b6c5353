-- 派发工单: by their first dispatch in the period, under the unit that leads at its end.
select lead.unit, work_order.category, count(*) as count
from work_order
cross join lateral (
  select unit
  from assignment
  where assignment.platform = work_order.platform and assignment.work_order = work_order.id
    and role = 'lead' and assignment.dispatched_at < :until::timestamptz
  order by no desc
  limit 1
) lead
where work_order.platform = :platform
  and work_order.dispatched_at >= :from::timestamptz and work_order.dispatched_at < :until::timestamptz
group by 1, 2
order by 1, 2
