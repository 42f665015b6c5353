-- 诉求渠道: requests accepted in the period by the way they came in; not those refused (不予受理) by its end.
select channel, count(*)::integer as count
from service_request
where platform = :platform
  and accepted_at >= :from::timestamptz and accepted_at < :until::timestamptz
  and not (outcome = 'refused' and settled_at < :until::timestamptz)
group by 1
order by 1
