-- 各类各地诉求: requests accepted in the period by subcategory and place; not those refused (不予受理) by its end.
select category, place, count(*)::integer as count
from service_request
where platform = :platform
  and accepted_at >= :from::timestamptz and accepted_at < :until::timestamptz
  and not (outcome = 'refused' and settled_at < :until::timestamptz)
group by 1, 2
order by 1, 2
