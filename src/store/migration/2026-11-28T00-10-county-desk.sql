-- 县级月报的检查: the parts of its totals, what was objected, and how its accuracy was judged.
alter table county_month add column days jsonb not null default '[]';
alter table county_month add column objections jsonb not null default '[]';
alter table county_month add column verdict jsonb;
