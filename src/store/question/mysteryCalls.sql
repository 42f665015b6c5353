-- 拨测: the sheets of the calls made in the period.
select *
from mystery_call
where platform = :platform and called_at >= :from::timestamptz and called_at < :until::timestamptz
order by county, called_at, id
