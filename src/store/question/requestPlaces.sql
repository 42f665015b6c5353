-- 各地诉求: accepted requests of the period by their place; as the report counts them: not those refused by its end.
select place, count(*)::integer as count
from service_request
where platform = :platform
  and accepted_at >= :from::timestamptz and accepted_at < :until::timestamptz
  and not (outcome = 'refused' and settled_at < :until::timestamptz)
group by 1
order by 2 desc, 1
