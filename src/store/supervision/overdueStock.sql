-- 超期未办结: orders in a unit's hands past their deadline, by the unit that leads and by how long; those reopened among them.
select
  w.lead as unit,
  count(*)::integer as orders,
  count(*) filter (where o.reopened_at is not null)::integer as reopened,
  count(*) filter (where w.due_at >= :red_until::timestamptz)::integer as yellow,
  count(*) filter (where w.due_at >= :summon_until::timestamptz and w.due_at < :red_until::timestamptz)::integer as red,
  count(*) filter (where w.due_at < :summon_until::timestamptz)::integer as summon,
  min(w.due_at) as "oldestDueAt"
from worklist w
join work_order o on o.platform = w.platform and o.id = w.work_order
where w.platform = :platform and w.stage in ('unacknowledged', 'handling', 'returning', 'arbitrating')
  and w.due_at < :until::timestamptz
group by 1
order by 2 desc, 7, 1
