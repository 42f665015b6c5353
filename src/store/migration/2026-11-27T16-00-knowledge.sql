-- 知识库: what the hotline answers from. An edition is never overwritten: another one follows it.
create table article_edition (
  platform text not null,
  article uuid not null,
  no integer not null,
  title text not null,
  -- read aloud to the caller
  answer text not null,
  text text not null,
  -- one on a line
  materials text,
  -- who answers for it; null: the hotline office
  unit text,
  source text not null,
  valid_from date not null,
  -- the last day
  valid_until date,
  reason text not null,
  by text not null,
  at timestamptz not null,
  -- a unit's words, which wait for the office; the ruling is written once
  proposed boolean not null,
  ruled_at timestamptz,
  ruled_by text,
  accepted boolean,
  ruling text,
  primary key (platform, article, no)
);

-- 条目 as its editions make it: what the lists are ordered, narrowed and found by.
create table article (
  platform text not null,
  id uuid not null,
  version integer not null,
  -- in force; null: none was accepted yet
  edition integer,
  -- waits for the office
  waiting integer,
  unit text,
  valid_from date not null,
  valid_until date,
  changed_at timestamptz not null,
  words tsvector not null,
  primary key (platform, id)
);
create index article_changed on article (platform, changed_at desc, id desc);
create index article_until on article (platform, valid_until) where valid_until is not null;
create index article_unit on article (platform, unit, changed_at desc, id desc);
create index article_waiting on article (platform, changed_at desc, id desc) where waiting is not null;
create index article_words on article using gin (words);

-- 采用: one row each time somebody answered from it.
create table article_use (
  platform text not null,
  id uuid not null,
  article uuid not null,
  edition integer not null,
  -- answered so; null: not said
  request uuid,
  by text not null,
  at timestamptz not null,
  primary key (platform, id)
);
create index article_use_at on article_use (platform, at) include (article);
create index article_use_article on article_use (platform, article, at);

-- 报错: one line; how it was settled is written once.
create table article_report (
  platform text not null,
  id uuid not null,
  article uuid not null,
  edition integer not null,
  text text not null,
  by text not null,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  settlement text,
  primary key (platform, id)
);
create index article_report_at on article_report (platform, at desc, id desc);
create index article_report_open on article_report (platform, at desc, id desc) where settled_at is null;
create index article_report_article on article_report (platform, article, at desc, id desc);

-- 没有答案的问题: what was asked and not found; which article answers it is written once.
create table open_question (
  platform text not null,
  id uuid not null,
  text text not null,
  by text not null,
  at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  article uuid,
  primary key (platform, id)
);
create index open_question_at on open_question (platform, at desc, id desc);
create index open_question_open on open_question (platform, at desc, id desc) where answered_at is null;
