-- 先例: of each subcategory in its area, what became of the latest matters that were sent out: to which units, and how often one
-- was let off. Bounded: so many of the class are looked at, so many of the area are counted.
select asked.no, assignment.unit, count(*)::integer as orders,
  count(*) filter (where assignment.ended_by = 'return')::integer as returned
from jsonb_to_recordset(:asked::text::jsonb) as asked (no integer, category text, places jsonb)
cross join lateral (
  select seen.work_order
  from (
    select work_order, place
    from service_request
    where service_request.platform = :platform and service_request.category = asked.category
      and service_request.accepted_at >= :since::timestamptz
    order by accepted_at desc, id
    limit :looked
  ) seen
  where seen.work_order is not null and (asked.places is null or asked.places ? seen.place)
  limit :counted
) recent
join assignment on assignment.platform = :platform and assignment.work_order = recent.work_order
  and assignment.role = 'lead'
group by 1, 2
order by 1, 3 desc, 2
