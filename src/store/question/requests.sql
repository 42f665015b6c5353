-- 诉求: requests accepted in the period, with what had become of them at its end; not those refused (不予受理) by then.
-- A merged repeat goes with the matter it was merged into, followed through further merging.
with recursive repeat (id, matter) as (
  select id, merged_into
  from service_request
  where platform = :platform and accepted_at >= :from::timestamptz and accepted_at < :until::timestamptz
    and merged_into is not null and outcome = 'merged' and settled_at < :until::timestamptz
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
counted (category, type, hot_event, outcome, repeat, rating, count) as (
  select
    category,
    type,
    hot_event,
    case
      when settled_at < :until::timestamptz then outcome
      when settled_at is not null
        and (select dispatched_at from work_order where platform = :platform and id = request.work_order)
          < :until::timestamptz then 'dispatched'
      else 'pending'
    end,
    false,
    case
      when outcome = 'firstContact' and settled_at < :until::timestamptz
        then coalesce(case when rated_at < :until::timestamptz then rating end, 'noResponse')
    end,
    count(*)
  from service_request request
  where platform = :platform
    and accepted_at >= :from::timestamptz and accepted_at < :until::timestamptz
    and not (outcome in ('merged', 'refused') and settled_at < :until::timestamptz)
  group by 1, 2, 3, 4, 5, 6
  union all
  select category, type, hot_event, coalesce(nullif(fate.outcome, 'refused'), 'pending'), true, null, count(*)
  from service_request request
  left join fate on fate.id = request.id
  where request.platform = :platform and request.id in (select id from repeat)
  group by 1, 2, 3, 4, 5, 6
)
select category, type, hot_event as "hotEvent", outcome, repeat, rating, count
from counted
order by 1, 2, 3, 4, 5, 6
