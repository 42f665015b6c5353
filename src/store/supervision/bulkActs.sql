-- 批量退单: what one act returned, by unit and category, with what has become of it.
select
  r.bulk,
  part.unit,
  w.category,
  count(*)::integer as orders,
  count(*) filter (where r.ruling is null)::integer as pending,
  count(*) filter (where r.ruling = 'accepted')::integer as accepted,
  count(*) filter (where r.late)::integer as late,
  min(r.requested_at) as "requestedAt",
  min(w.dispatched_at) as "openSince"
from return_request r
join assignment part on part.platform = r.platform and part.work_order = r.work_order and part.no = r.assignment
join worklist w on w.platform = r.platform and w.work_order = r.work_order
where r.platform = :platform and r.requested_at >= :since::timestamptz and r.bulk is not null
group by 1, 2, 3
order by 8 desc, 4 desc, 1, 2, 3
limit 50
