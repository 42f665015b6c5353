-- 回访截点: work orders whose first follow-up was concluded in the period, under the unit that led at that instant.
-- 有效: not withdrawn, merged away or returned with consent. 按时: resolved before the deadline's end.
with merged as materialized (
  select id
  from service_request
  where platform = :platform and merged_into is not null and settled_at < :until::timestamptz
),
cohort as materialized (
  select
    work_order.*,
    lead.unit,
    lead.due_at,
    (work_order.withdrawn_at is null or work_order.withdrawn_at >= :until::timestamptz)
    and (lead.ended_at is null or lead.ended_at > work_order.followed_up_at)
    and merged.id is null as valid
  from work_order
  cross join lateral (
    select unit, due_at, ended_at
    from assignment
    where assignment.platform = work_order.platform and assignment.work_order = work_order.id
      and role = 'lead' and assignment.dispatched_at <= work_order.followed_up_at
    order by no desc
    limit 1
  ) lead
  left join merged on merged.id = work_order.request
  where work_order.platform = :platform
    and work_order.followed_up_at >= :from::timestamptz and work_order.followed_up_at < :until::timestamptz
)
select
  unit,
  category,
  follow_up_channel as channel,
  coalesce(rating, 'noResponse') as rating,
  count(*) as "followUps",
  count(*) filter (where valid) as "validOrders",
  count(*) filter (where valid and resolved_at < due_at) as "onTime",
  count(*) filter (where valid and informed_at is not null) as informed,
  sum(returned.requested) as "returnsRequested",
  sum(returned.accepted) as "returnsAccepted",
  sum(returned.rejected) as "returnsRejected",
  sum(returned.late) as "returnsLate"
from cohort
cross join lateral (
  select
    count(*)::int as requested,
    count(*) filter (where ruling = 'accepted' and ruled_at < :until::timestamptz)::int as accepted,
    count(*) filter (where ruling = 'rejected' and ruled_at < :until::timestamptz)::int as rejected,
    count(*) filter (where late)::int as late
  from return_request
  where return_request.platform = cohort.platform and return_request.work_order = cohort.id
    -- nothing but the order's own key serves here
    and requested_at + interval '0' < :until::timestamptz
) returned
group by 1, 2, 3, 4
order by 1, 2, 3, 4
