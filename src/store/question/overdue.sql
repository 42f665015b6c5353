-- 超期未反馈: unanswered past the deadline just before `until`, a pending return request included; the first round only.
-- A row says how things stand now; where it has moved since, the ledger says how they stood then.
with merged as materialized (
  select id
  from service_request
  where platform = :platform and merged_into is not null and settled_at < :until::timestamptz
)
select lead.unit, work_order.topic, work_order.category, count(*) as count
from work_order
cross join lateral (
  select no, unit, acknowledged_at, due_at, extended, ended_at
  from assignment
  where assignment.platform = work_order.platform and assignment.work_order = work_order.id
    and role = 'lead' and assignment.dispatched_at < :until::timestamptz
  order by no desc
  limit 1
) lead
cross join lateral (
  select coalesce(
    case when lead.extended then (
      select (data ->> 'dueAt')::bigint
      from event
      where event.platform = work_order.platform and event.subject_id = work_order.id
        and kind in ('orderAcknowledged', 'extensionGranted') and (data ->> 'assignment')::int = lead.no
        and at < :until::timestamptz
      order by version desc
      limit 1
    ) end,
    extract(epoch from lead.due_at) * 1000
  ) as due
) deadline
left join merged on merged.id = work_order.request
where work_order.platform = :platform
  and work_order.dispatched_at < :until::timestamptz
  and (work_order.followed_up_at is null or work_order.followed_up_at >= :until::timestamptz)
  and (work_order.withdrawn_at is null or work_order.withdrawn_at >= :until::timestamptz)
  and (work_order.closed_at is null or work_order.closed_at >= :until::timestamptz)
  and (work_order.resolved_at is null or work_order.resolved_at >= :until::timestamptz)
  and (lead.ended_at is null or lead.ended_at >= :until::timestamptz)
  and (lead.acknowledged_at is null or lead.acknowledged_at < :until::timestamptz)
  and deadline.due < extract(epoch from :until::timestamptz) * 1000
  and coalesce((
    select kind <> 'orderResolved'
    from event
    where event.platform = work_order.platform and event.subject_id = work_order.id
      and kind in ('orderResolved', 'reworkDemanded') and at < :until::timestamptz
    order by version desc
    limit 1
  ), true)
  and merged.id is null
group by 1, 2, 3
order by 1, 2, 3
