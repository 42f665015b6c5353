-- 质检: what was drawn, how it was scored, what was objected and ruled. Rows are only added; a ruling is written once.
create table inspection_draw (
  platform text not null,
  id uuid not null,
  of text not null check (of in ('call', 'order')),
  rule text not null,
  first_day date not null,
  last_day date not null,
  wanted integer not null,
  -- the same seed, period and instant draw the same
  seed text not null,
  -- how many there were to draw from
  found integer not null,
  by text not null,
  at timestamptz not null,
  primary key (platform, id)
);
create index inspection_draw_at on inspection_draw (platform, at desc, id desc);

create table inspection_sample (
  platform text not null,
  id uuid not null,
  draw uuid not null,
  of text not null,
  rule text not null,
  -- the call or the work order
  subject uuid not null,
  number text,
  subject_at timestamptz not null,
  -- the agent's staff number, or the unit's code
  judged text not null,
  drawn_at timestamptz not null,
  primary key (platform, id)
);
create unique index inspection_sample_subject on inspection_sample (platform, subject);
create index inspection_sample_drawn on inspection_sample (platform, drawn_at desc, id desc);
create index inspection_sample_draw on inspection_sample (platform, draw);
create index inspection_sample_judged on inspection_sample (platform, judged, drawn_at desc, id desc);

create table inspection_score (
  platform text not null,
  sample uuid not null,
  by text not null,
  at timestamptz not null,
  -- first day of the sheet that was used
  sheet date not null,
  -- each item with the words and points of its day
  items jsonb not null,
  points integer not null,
  full_points integer not null,
  note text,
  primary key (platform, sample, by)
);
create index inspection_score_at on inspection_score (platform, at);

create table objection (
  platform text not null,
  sample uuid not null,
  text text not null,
  by text not null,
  at timestamptz not null,
  ruled_at timestamptz,
  ruled_by text,
  upheld boolean,
  -- what an upheld one makes of it
  points integer,
  ruling text,
  primary key (platform, sample)
);
create index objection_open on objection (platform, at desc) where ruled_at is null;
