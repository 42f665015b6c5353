-- 每小时来电 of a day, in the platform's zone.
select extract(hour from offered_at at time zone :zone)::integer as hour, count(*)::integer as calls
from call
where platform = :platform and offered_at >= :from::timestamptz and offered_at < :until::timestamptz
group by 1
order by 1
