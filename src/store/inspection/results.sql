-- 质检结果 of whoever was judged on samples first scored in a period: what was given and what could be, added up over all scores;
-- an upheld objection's points stand for all of its sample's. `waiting`: how many of his samples nobody has scored yet.
with begun as materialized (
  select distinct sample from inspection_score
  where platform = :platform and at >= :since::timestamptz and at < :until::timestamptz
),
each as (
  select
    s.judged,
    o.sample is not null as objected,
    coalesce(o.upheld, false) as upheld,
    case when o.upheld then o.points else c.points end as points,
    case when o.upheld then c.most else c.whole end as whole
  from begun
  join inspection_sample s on s.platform = :platform and s.id = begun.sample and s.of = :of
    and (:judged::text[] is null or s.judged = any (:judged::text[]))
  cross join lateral (
    select sum(points) as points, sum(full_points) as whole, max(full_points) as most, min(at) as first_at
    from inspection_score where platform = s.platform and sample = s.id
  ) c
  left join objection o on o.platform = s.platform and o.sample = s.id
  where c.first_at >= :since::timestamptz
)
select
  judged,
  count(*)::integer as samples,
  sum(points)::integer as points,
  sum(whole)::integer as "full",
  count(*) filter (where objected)::integer as objections,
  count(*) filter (where upheld)::integer as upheld,
  (
    select count(*)::integer from inspection_sample w
    where w.platform = :platform and w.of = :of and w.judged = each.judged
      and not exists (select from inspection_score c where c.platform = w.platform and c.sample = w.id)
  ) as waiting
from each
group by judged
order by sum(points)::numeric / sum(whole), judged
limit :most
