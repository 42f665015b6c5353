-- 曾转的下级单位: whom a unit took a matter from again, to hand it on to another, still sees it as it stood then. Who they are
-- is worked out from the events, once the unit lists have all their columns.
alter table work_order add column former_sub_units jsonb not null default '[]';
alter table work_order alter column former_sub_units drop default;
