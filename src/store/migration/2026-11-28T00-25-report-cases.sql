-- 案例: matters that a month's report may tell, each with all its wordings; which of them are told is chosen. Without a citizen's
-- name, but in his words: they go when his words go.
create table report_case (
  platform text not null,
  id uuid not null,
  month text not null,
  kind text not null check (kind in ('typical', 'difficult')),
  request uuid not null,
  work_order uuid not null,
  chosen boolean not null,
  version integer not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (platform, id)
);
create unique index report_case_month on report_case (platform, month, kind, work_order);
create index report_case_request on report_case (platform, request);

create table report_case_text (
  platform text not null,
  report_case uuid not null,
  no integer not null,
  title text not null,
  text text not null,
  at timestamptz not null,
  by text not null,
  primary key (platform, report_case, no)
);
