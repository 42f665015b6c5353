-- 标准地图: as it was given and as it is drawn; the newest that isn't withdrawn holds.
create table approved_map (
  platform text not null,
  id uuid not null,
  approval text not null,
  source text not null,
  given json not null,
  drawn json not null,
  added_at timestamptz not null,
  added_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (platform, id)
);
create index approved_map_added on approved_map (platform, added_at desc, id desc);
