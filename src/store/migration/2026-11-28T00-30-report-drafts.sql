-- 月报底稿: what people changed before a report is frozen; each change a further row, so that nobody's words are lost.
create table report_contents (
  platform text not null,
  period text not null,
  version integer not null,
  -- sections and appendices in their order, each printed or not
  lines json not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (platform, period, version)
);

create table report_paragraph (
  platform text not null,
  period text not null,
  paragraph text not null,
  version integer not null,
  -- words and bound figures; null: as it is written, again
  text json,
  written json not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (platform, period, paragraph, version)
);
