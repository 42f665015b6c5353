-- 疑难案例: work orders with a return asked for in the period (bulk acts apart), those with most late returns first, then
-- most returns, then the oldest; after them those whose bad rating came after the longest handling.
with returned as (
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
disliked as (
  select id, 0 as late, 0 as returns
  from work_order
  where platform = :platform and rating = 'dissatisfied'
    and followed_up_at >= :from::timestamptz and followed_up_at < :until::timestamptz
    and id not in (select id from returned)
  order by followed_up_at - dispatched_at desc, id
  limit :most::int
)
select work_order.id, work_order.request
from (select * from returned union all select * from disliked) candidate
join work_order on work_order.platform = :platform and work_order.id = candidate.id
join service_request request on request.platform = :platform and request.id = work_order.request
where not request.confidential
order by candidate.late desc, candidate.returns desc, work_order.dispatched_at, work_order.id
limit :most::int
