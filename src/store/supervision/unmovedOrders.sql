-- 无人动过: orders in a unit's hands that no unit has touched, nor been given again, since before an instant.
-- The same instants as `unmovedSince` of the domain; what the hotline does (reminders, colours) moves nothing.
select w.work_order
from worklist w
join work_order o on o.platform = w.platform and o.id = w.work_order
cross join lateral (
  select
    max(dispatched_at) filter (where role = 'lead') as given_at,
    max(greatest(case when not deemed then acknowledged_at end, contacted_at, handed_on_at, reported_at)) as acted_at
  from assignment
  where assignment.platform = w.platform and assignment.work_order = w.work_order
) part
cross join lateral (
  select max(greatest(requested_at, ruled_at)) as ruled_at
  from return_request
  where return_request.platform = w.platform and return_request.work_order = w.work_order
) returned
where w.platform = :platform and w.stage in ('unacknowledged', 'handling')
  and w.dispatched_at < :before::timestamptz
  and greatest(
    part.given_at,
    part.acted_at,
    returned.ruled_at,
    to_timestamp((o.extension ->> 'askedAt')::bigint / 1000.0),
    o.informed_at,
    o.reworked_at,
    o.reopened_at
  ) < :before::timestamptz
