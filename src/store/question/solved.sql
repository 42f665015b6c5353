-- 解决与否: work orders whose first follow-up was concluded in the period, under the unit that led at that instant, by what
-- the citizen answered when asked whether the matter was solved; null: no answer.
select lead.unit, work_order.rated_solved as solved, count(*)::integer as count
from work_order
cross join lateral (
  select unit
  from assignment
  where assignment.platform = work_order.platform and assignment.work_order = work_order.id
    and role = 'lead' and assignment.dispatched_at <= work_order.followed_up_at
  order by no desc
  limit 1
) lead
where work_order.platform = :platform
  and work_order.followed_up_at >= :from::timestamptz and work_order.followed_up_at < :until::timestamptz
group by 1, 2
order by 1, 2
