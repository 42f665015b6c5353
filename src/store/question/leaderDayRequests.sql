-- 领导接听日的诉求: by day and subject, with what had become of them at the period's end.
select
  request.leader_day as day,
  request.category,
  count(*) as count,
  count(*) filter (where request.outcome = 'firstContact' and request.settled_at < :until::timestamptz) as settled,
  count(*) filter (where work_order.dispatched_at < :until::timestamptz) as dispatched
from leader_day
join service_request request on request.platform = leader_day.platform and request.leader_day = leader_day.id
left join work_order on work_order.platform = request.platform and work_order.id = request.work_order
where leader_day.platform = :platform and date >= :first_day and date <= :last_day
group by 1, 2
order by 1, 3 desc, 2
