-- 撤销拨测: a planned call that isn't made, with the reason; it stays. A plan of which no call is left makes room for another.
alter table mystery_task add column withdrawn_at timestamptz, add column withdrawn_by text, add column withdrawal text;
alter table mystery_plan add column withdrawn_at timestamptz;
drop index mystery_plan_month;
create unique index mystery_plan_month on mystery_plan (platform, month, county) where withdrawn_at is null;
