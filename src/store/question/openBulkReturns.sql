-- 待裁定的批量退单: each act that returned many, what of it awaits the ruling; one of its orders to read its words by.
select
  open.bulk,
  part.unit,
  min(open.reason) as reason,
  min(open.requested_at) as "requestedAt",
  count(*)::integer as orders,
  count(*) filter (where open.late)::integer as late,
  min(work_order.dispatched_at) as "openSince",
  array_agg(distinct work_order.category) as categories,
  (array_agg(open.work_order order by open.work_order))[1] as "workOrder",
  (array_agg(work_order.request order by open.work_order))[1] as request,
  (array_agg(open.text order by open.work_order))[1] as text
from return_request open
join work_order on work_order.platform = open.platform and work_order.id = open.work_order
join assignment part on part.platform = open.platform and part.work_order = open.work_order
  and part.no = open.assignment
where open.platform = :platform and open.bulk is not null and open.ruling is null
group by 1, 2
order by 4, 1
limit :most
