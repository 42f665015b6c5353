-- 正在改的人: who has a paragraph of a draft open; told again while it is, and over by itself. It keeps nobody from writing.
create table report_writer (
  platform text not null,
  period text not null,
  paragraph text not null,
  -- who, as an event says it
  writer text not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (platform, period, paragraph, writer)
);
