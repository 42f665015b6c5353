-- 月报版次: what was frozen and issued, with the very files. Figures, files and words are written once; a state is settled once.
create table report_edition (
  platform text not null,
  id uuid not null,
  month text not null,
  no integer not null,
  state text not null check (state in ('frozen', 'issued', 'discarded')),
  version integer not null,
  dated date not null,
  correction text,
  -- where the ledger stood
  position bigint not null,
  digest text not null,
  -- the figures file, in its own order
  figures json not null,
  frozen_at timestamptz not null,
  frozen_by text not null,
  settled_at timestamptz,
  settled_by text,
  reason text,
  primary key (platform, id)
);
create unique index report_edition_no on report_edition (platform, month, no) where state <> 'discarded';
create index report_edition_month on report_edition (platform, month, no desc);
create index report_edition_at on report_edition (platform, frozen_at desc, id desc);

create table report_file (
  platform text not null,
  edition uuid not null,
  format text not null,
  name text not null,
  sha256 text not null,
  size integer not null,
  content bytea not null,
  primary key (platform, edition, format)
);
