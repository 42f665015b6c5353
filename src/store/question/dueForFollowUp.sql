-- 应回访而未回访: valid work orders resolved so early that their follow-up was due by the period's end, and not concluded then.
with merged as materialized (
  select id
  from service_request
  where platform = :platform and merged_into is not null and settled_at < :until::timestamptz
)
select count(*) as count
from work_order
left join merged on merged.id = work_order.request
where platform = :platform
  and resolved_at < :resolved_before::timestamptz
  and dispatched_at < :until::timestamptz
  and (followed_up_at is null or followed_up_at >= :until::timestamptz)
  and (withdrawn_at is null or withdrawn_at >= :until::timestamptz)
  and (closed_at is null or closed_at >= :until::timestamptz)
  and merged.id is null
