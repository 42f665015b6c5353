-- Requests of a platform ($1) whose matter ended before an instant ($2), not yet forgotten in a class ($3), and not held at an
-- instant ($4); a repeat ends with the matter that it was merged into, and is held with it. At most $5, the oldest first, going
-- on after the one accepted at $6 with the id $7. What is looked up row by row is so whatever the statistics say: they lag
-- behind a table that was empty yesterday.
select r.id, r.accepted_at as "acceptedAt", r.contact, r.work_order as "workOrder"
from service_request r
join service_request m on m.platform = r.platform and m.id = coalesce(r.merged_into, r.id)
left join work_order o on o.platform = m.platform and o.id = m.work_order
where r.platform = $1
  and r.accepted_at < $2::timestamptz
  and (r.accepted_at, r.id) > ($6::timestamptz, $7::uuid)
  and r.outcome <> 'pending'
  and case
    when o.id is null then m.settled_at
    else coalesce(
      o.closed_at, o.withdrawn_at, case when o.reopened_at is null then o.followed_up_at else o.reopen_followed_up_at end
    )
  end < $2::timestamptz
  and (select true from forgotten f where f.platform = r.platform and f.request = r.id and f.class = $3) is null
  and (
    select true from hold h
    where h.platform = r.platform and h.request in (r.id, m.id)
      and h.lifted_at is null and (h.until is null or h.until > $4::timestamptz)
    limit 1
  ) is null
order by r.accepted_at, r.id
limit $5
