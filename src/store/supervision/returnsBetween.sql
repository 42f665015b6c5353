-- 退来退去: agreed returns that were asked for since an instant, by who returned and who was given the order next.
select
  part.unit as "from",
  next.unit as "to",
  count(*)::integer as returns,
  count(*) filter (where r.late)::integer as late,
  count(*) filter (where r.bulk is not null)::integer as bulk
from return_request r
join assignment part on part.platform = r.platform and part.work_order = r.work_order and part.no = r.assignment
left join lateral (
  select unit from assignment
  where assignment.platform = r.platform and assignment.work_order = r.work_order
    and assignment.no > r.assignment and role = 'lead'
  order by no limit 1
) next on true
where r.platform = :platform and r.requested_at >= :since::timestamptz and r.ruling = 'accepted'
group by 1, 2
order by 3 desc, 1, 2
