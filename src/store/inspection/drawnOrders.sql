-- 抽工单: orders dispatched in a period that a rule names and no earlier draw took, in the order that a seed gives them; `found`
-- is how many there are. Judged is the lead that it has now.
select
  o.id as subject,
  o.number,
  o.dispatched_at as "subjectAt",
  w.lead as judged,
  count(*) over ()::integer as found
from worklist w
join work_order o on o.platform = w.platform and o.id = w.work_order
where w.platform = :platform
  and w.dispatched_at >= :since::timestamptz and w.dispatched_at < :until::timestamptz
  and case :rule::text
    when 'random' then o.resolved_at is not null
    when 'dissatisfied' then o.rating = 'dissatisfied' or o.reopen_rating = 'dissatisfied'
    when 'late' then (
      select a.due_at from assignment a
      where a.platform = o.platform and a.work_order = o.id and a.role = 'lead' order by a.no desc limit 1
    ) < coalesce(o.resolved_at, o.withdrawn_at, :drawn_at::timestamptz)
    when 'returnedTwice' then (
      select count(*) from return_request r where r.platform = o.platform and r.work_order = o.id
    ) >= 2
  end
  and not exists (
    select from inspection_sample s
    where s.platform = o.platform and s.subject = o.id and s.drawn_at < :drawn_at::timestamptz
  )
order by md5(:seed::text || o.id::text), o.id
limit :wanted
