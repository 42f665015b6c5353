-- 应回访而未回访: valid work orders resolved so early that their follow-up was due by the period's end, and not concluded then.
-- A row says how things stand now; where the answer was sent back since, the ledger says which one stood then.
with merged as materialized (
  select id
  from service_request
  where platform = :platform and merged_into is not null and settled_at < :until::timestamptz
)
select count(*) as count
from work_order
cross join lateral (
  select case
    when work_order.resolved_at < :until::timestamptz then work_order.resolved_at
    else (
      select case when kind = 'orderResolved' then at end
      from event
      where event.platform = work_order.platform and event.subject_id = work_order.id
        and kind in ('orderResolved', 'reworkDemanded') and at < :until::timestamptz
      order by version desc
      limit 1
    )
  end as at
) resolved
left join merged on merged.id = work_order.request
where platform = :platform
  and resolved.at < :resolved_before::timestamptz
  and dispatched_at < :until::timestamptz
  and (followed_up_at is null or followed_up_at >= :until::timestamptz)
  and (withdrawn_at is null or withdrawn_at >= :until::timestamptz)
  and (closed_at is null or closed_at >= :until::timestamptz)
  and merged.id is null
