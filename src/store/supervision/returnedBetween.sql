-- 两家之间退过的工单: agreed returns since an instant by which one of the two got an order from the other.
with handed as materialized (
  select distinct r.work_order
  from return_request r
  join assignment part on part.platform = r.platform and part.work_order = r.work_order and part.no = r.assignment
  cross join lateral (
    select unit from assignment
    where assignment.platform = r.platform and assignment.work_order = r.work_order
      and assignment.no > r.assignment and role = 'lead'
    order by no limit 1
  ) next
  where r.platform = :platform and r.requested_at >= :since::timestamptz and r.ruling = 'accepted'
    and ((part.unit = :unit and next.unit = :other) or (part.unit = :other and next.unit = :unit))
)
select
  w.work_order as "order",
  w.stage in ('unacknowledged', 'handling', 'returning', 'arbitrating', 'returned') as open,
  count(*) over ()::integer as total
from handed
join worklist w on w.platform = :platform and w.work_order = handed.work_order
order by 2 desc, w.moved_at desc, 1
limit :limit::integer
