-- 批量退单: what one act returned in the period, by unit and topic, with the earliest dispatch among them.
select
  return_request.bulk,
  assignment.unit,
  work_order.topic,
  work_order.category,
  count(distinct work_order.id) as orders,
  min(work_order.dispatched_at) as "openSince",
  min(return_request.requested_at) as "returnedAt"
from return_request
join work_order on work_order.platform = return_request.platform and work_order.id = return_request.work_order
join assignment on assignment.platform = return_request.platform
  and assignment.work_order = return_request.work_order and assignment.no = return_request.assignment
where return_request.platform = :platform and return_request.bulk is not null
  and return_request.requested_at >= :from::timestamptz and return_request.requested_at < :until::timestamptz
group by 1, 2, 3, 4
order by 7, 1, 2, 3, 4
