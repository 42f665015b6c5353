-- 领导接听日: the days held, with their calls.
select
  leader_day.id,
  leader_day.date,
  leader_day.unit,
  (select count(*) from call where call.platform = leader_day.platform and call.leader_day = leader_day.id) as calls
from leader_day
where platform = :platform and date >= :first_day and date <= :last_day
order by date, unit, id
