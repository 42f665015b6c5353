-- 抽来电: answered calls of a period that a rule names and no earlier draw took, in the order that a seed gives them; `found` is
-- how many there are.
select
  id as subject,
  null as number,
  offered_at as "subjectAt",
  -- an import names him with his role, the exchange without
  regexp_replace(agent, '^agent:', '') as judged,
  count(*) over ()::integer as found
from call
where platform = :platform
  and offered_at >= :since::timestamptz and offered_at < :until::timestamptz
  and answered_at is not null
  and agent is not null
  and case :rule::text
    when 'random' then true
    when 'longCall' then ended_at - answered_at >= make_interval(mins => :minutes::integer)
    when 'dissatisfied' then rating = 'dissatisfied'
  end
  and not exists (
    select from inspection_sample s
    where s.platform = call.platform and s.subject = call.id and s.drawn_at < :drawn_at::timestamptz
  )
order by md5(:seed::text || id::text), id
limit :wanted
