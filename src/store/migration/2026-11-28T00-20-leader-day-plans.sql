-- 领导接听日的安排: beside the ledger, which has the days that were held; a plan that is started has its day's id. No names.
create table leader_day_plan (
  platform text not null,
  id uuid not null,
  version integer not null,
  date date not null,
  unit text not null,
  post text not null,
  seat text not null,
  started_at timestamptz,
  ended_at timestamptz,
  cancelled_at timestamptz,
  reason text,
  planned_at timestamptz not null,
  planned_by text not null,
  primary key (platform, id)
);
create index leader_day_plan_date on leader_day_plan (platform, date desc, id desc);
-- whose calls are his: asked with every call that ends
create index leader_day_plan_seat on leader_day_plan (platform, seat, started_at) where started_at is not null;
