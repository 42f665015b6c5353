-- 回访评价: by the first follow-up of a work order, concluded in the period.
select coalesce(rating, 'noResponse') as rating, count(*) as count
from work_order
where platform = :platform and followed_up_at >= :from::timestamptz and followed_up_at < :until::timestamptz
group by 1
order by 1
