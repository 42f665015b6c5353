-- 接听日的来电和诉求: every call taken at the leader's seat with what came of it, and what was taken down without one; the latest
-- first.
select
  call.id as call,
  coalesce(call.answered_at, call.offered_at, request.accepted_at) as at,
  call.answered_at as "answeredAt",
  call.ended_at as "endedAt",
  request.id as request,
  (
    select event.data ->> 'text' from event
    where event.platform = request.platform and event.subject_id = request.id and event.kind = 'requestResolved'
    order by event.version desc limit 1
  ) as answer
from (select * from call where platform = :platform and leader_day = :day::uuid) call
full join (select * from service_request where platform = :platform and leader_day = :day::uuid) request
  on request.call = call.id
order by 2 desc, 1, 5
limit :most::int
