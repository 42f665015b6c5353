-- 诉求: requests accepted in the period, with what had become of them at its end; not those refused (不予受理) by then. A merged repeat goes with the matter
-- it was merged into, followed through further merging.
with recursive repeat (id, matter) as (
  select id, merged_into
  from service_request
  where platform = :platform and accepted_at >= :from::timestamptz and accepted_at < :until::timestamptz
    and outcome = 'merged' and settled_at < :until::timestamptz
  union
  select repeat.id, next.merged_into
  from repeat
  join service_request next on next.platform = :platform and next.id = repeat.matter
  where next.outcome = 'merged' and next.settled_at < :until::timestamptz
),
fate (id, outcome) as (
  select
    repeat.id,
    case
      when matter.settled_at < :until::timestamptz then matter.outcome
      when (select dispatched_at from work_order where platform = :platform and id = matter.work_order)
        < :until::timestamptz then 'dispatched'
      else 'pending'
    end
  from repeat
  join service_request matter on matter.platform = :platform and matter.id = repeat.matter
  where not (matter.outcome = 'merged' and matter.settled_at < :until::timestamptz)
),
accepted as materialized (
  select
    request.category,
    request.type,
    request.hot_event,
    case
      when request.settled_at < :until::timestamptz then request.outcome
      when request.settled_at is not null
        and (select dispatched_at from work_order where platform = :platform and id = request.work_order)
          < :until::timestamptz then 'dispatched'
      else 'pending'
    end as outcome,
    case when request.rated_at < :until::timestamptz then request.rating end as rating,
    request.id
  from service_request request
  where request.platform = :platform
    and request.accepted_at >= :from::timestamptz and request.accepted_at < :until::timestamptz
    and not (request.outcome = 'refused' and request.settled_at < :until::timestamptz)
)
select
  category,
  type,
  hot_event as "hotEvent",
  coalesce(nullif(fate.outcome, 'refused'), nullif(accepted.outcome, 'merged'), 'pending') as outcome,
  accepted.outcome = 'merged' as repeat,
  case when accepted.outcome = 'firstContact' then coalesce(rating, 'noResponse') end as rating,
  count(*) as count
from accepted
left join fate on fate.id = accepted.id
group by 1, 2, 3, 4, 5, 6
order by 1, 2, 3, 4, 5, 6
