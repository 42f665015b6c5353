-- What is kept beyond its time, and what was let go.

-- 法定保留: while one lasts, nothing of the request's matter is forgotten.
create table hold (
  platform text not null,
  id uuid not null,
  request uuid not null,
  reason text not null,
  by text not null,
  since timestamptz not null,
  -- null: until lifted
  until timestamptz,
  lifted_at timestamptz,
  lifted_by text,
  lift_reason text,
  primary key (platform, id)
);
create index hold_request on hold (platform, request);
create index hold_since on hold (platform, since desc, id desc);

-- 已遗忘: which class of what a request told is gone, and since when.
create table forgotten (
  platform text not null,
  request uuid not null,
  class text not null check (class in ('contact', 'text')),
  at timestamptz not null,
  primary key (platform, request, class)
);
