-- 曾转的下级单位: whom a unit took a matter from again, to hand it on to another, still sees it as it stood then.
alter table work_order add column former_sub_units jsonb not null default '[]';
alter table work_order alter column former_sub_units drop default;

create temporary table former on commit drop as
select platform, subject_id as work_order, unit, ended_at, ended_in
from (
  select platform, subject_id, data ->> 'unit' as unit,
    lead(data ->> 'unit') over next_one as next_unit, lead(at) over next_one as ended_at, lead(version) over next_one as ended_in
  from event where kind = 'assignmentHandedOn'
  window next_one as (partition by platform, subject_id, data -> 'assignment' order by version)
) handed_on
where next_unit <> unit;

update work_order set former_sub_units = units.had
from (
  select platform, work_order,
    jsonb_agg(
      jsonb_build_object('unit', unit, 'seenUntil', trim_scale(extract(epoch from ended_at) * 1000)) order by ended_in
    ) as had
  from former group by platform, work_order
) units
where work_order.platform = units.platform and work_order.id = units.work_order;

insert into order_unit (platform, unit, work_order, request, seen_until)
select former.platform, former.unit, former.work_order, work_order.request, max(former.ended_at)
from former
join work_order on work_order.platform = former.platform and work_order.id = former.work_order
group by former.platform, former.unit, former.work_order, work_order.request
on conflict do nothing;
