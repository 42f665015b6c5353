-- 记录的开始: the first call, or where there is none the first request; one that came in earlier in an old way is no record of its day.
select coalesce(
  (select offered_at from call where platform = :platform order by offered_at limit 1),
  (select accepted_at from service_request where platform = :platform order by accepted_at limit 1)
) as at
