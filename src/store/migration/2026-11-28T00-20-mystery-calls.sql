-- 拨测: plans, the calls they drew, what each rater gave, what the platform objected. Rows are only added; a call is settled once.
-- What was settled is the ledger's: mystery_call, by the task's id.
create table mystery_plan (
  platform text not null,
  id uuid not null,
  month text not null,
  county text not null,
  calls integer not null,
  raters integer not null,
  -- the same seed draws the same days
  seed text not null,
  by text not null,
  at timestamptz not null,
  primary key (platform, id)
);
create unique index mystery_plan_month on mystery_plan (platform, month, county);

create table mystery_task (
  platform text not null,
  id uuid not null,
  -- one more with whatever is said of it: of two who write at once the second is told so
  version integer not null,
  plan uuid not null,
  month text not null,
  county text not null,
  day date not null,
  raters integer not null,
  settled_at timestamptz,
  settled_by text,
  upheld boolean,
  settlement text,
  primary key (platform, id)
);
create index mystery_task_month on mystery_task (platform, month, county, day);

create table mystery_rating (
  platform text not null,
  task uuid not null,
  by text not null,
  at timestamptz not null,
  called_at timestamptz not null,
  seconds_to_answer integer,
  voice_menu integer not null,
  connection integer not null,
  etiquette integer not null,
  knowledge integer not null,
  follow_up integer not null,
  note text,
  primary key (platform, task, by)
);

create table mystery_objection (
  platform text not null,
  task uuid not null,
  text text not null,
  by text not null,
  at timestamptz not null,
  primary key (platform, task)
);
