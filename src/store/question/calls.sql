-- 话务: calls offered in the period.
select
  count(*) as offered,
  count(answered_at) as answered,
  count(*) filter (
    where answered_at <= coalesce(queued_at, offered_at) + make_interval(secs => :seconds::double precision)
  ) as within
from call
where platform = :platform and offered_at >= :from::timestamptz and offered_at < :until::timestamptz
