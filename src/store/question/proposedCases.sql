-- 可以写成案例的: of the month's followed-up orders those praised in the citizen's own words and the quickest of the satisfied,
-- and those handled longest; of the orders with a return asked for in the month (bulk acts apart) those with late returns and
-- those returned most. Of each ground the foremost; a confidential one never.
with followed as (
  select work_order.*, comment.data ->> 'text' as said
  from work_order
  left join event comment on comment.platform = work_order.platform and comment.subject_id = work_order.id
    and comment.kind = 'followUpConcluded' and comment.at = work_order.followed_up_at
  where work_order.platform = :platform
    and followed_up_at >= :from::timestamptz and followed_up_at < :until::timestamptz
    and withdrawn_at is null and resolved_at is not null
),
returned as (
  select
    work_order as id,
    count(*) filter (where late) as late,
    count(*) as returns
  from return_request
  where platform = :platform and requested_at < :until::timestamptz
    and work_order in (
      select work_order from return_request
      where platform = :platform and bulk is null
        and requested_at >= :from::timestamptz and requested_at < :until::timestamptz
    )
  group by 1
),
good as (
  select * from followed
  where rating = 'satisfied' and solved
    and not exists (
      select from return_request
      where return_request.platform = :platform and return_request.work_order = followed.id
    )
),
candidate as (
  select id, 'praised' as ground, extract(epoch from resolved_at - dispatched_at) as weight from good where said is not null
  union all
  select id, 'quickest', extract(epoch from resolved_at - dispatched_at) from good where said is null
  union all
  select id, 'longest', -extract(epoch from resolved_at - dispatched_at) from followed
  union all
  select id, 'lateReturns', -late from returned where late > 0
  union all
  select id, 'mostReturned', -returns from returned where returns > 1
),
ranked as (
  select
    candidate.ground,
    work_order.id,
    work_order.request,
    row_number() over (partition by candidate.ground order by candidate.weight, work_order.dispatched_at, work_order.id) as place
  from candidate
  join work_order on work_order.platform = :platform and work_order.id = candidate.id
  join service_request request on request.platform = :platform and request.id = work_order.request
  where not request.confidential
)
select id, request, ground from ranked where place <= :most::int order by ground, place
