-- 典型案例: followed up in the period, on time, never returned, rated satisfied; those with the citizen's own words first,
-- then the quickest.
select work_order.id, work_order.request
from work_order
join service_request request on request.platform = work_order.platform and request.id = work_order.request
cross join lateral (
  select due_at
  from assignment
  where assignment.platform = work_order.platform and assignment.work_order = work_order.id
    and role = 'lead' and assignment.dispatched_at <= work_order.followed_up_at
  order by no desc
  limit 1
) lead
left join event comment on comment.platform = work_order.platform and comment.subject_id = work_order.id
  and comment.kind = 'followUpConcluded' and comment.at = work_order.followed_up_at
where work_order.platform = :platform
  and work_order.followed_up_at >= :from::timestamptz and work_order.followed_up_at < :until::timestamptz
  and work_order.rating = 'satisfied' and work_order.solved
  and work_order.resolved_at < lead.due_at
  and work_order.withdrawn_at is null and not request.confidential
  -- read once and looked up: how many orders are asked about is more than the planner expects
  and work_order.id not in (select work_order from return_request where platform = :platform)
order by
  (comment.data ->> 'text') is null,
  work_order.resolved_at - work_order.dispatched_at,
  work_order.id
limit :most::int
