-- The spine: ledger, rows folded from it, personal data, rulebook. Platform first in every key: the data can be
-- distributed by platform and, ids being time-ordered, partitioned by month without a new key.

create table installation (
  only_row boolean primary key default true check (only_row),
  created_at timestamptz not null,
  -- made for the demonstration: 演示 stands on everything that leaves it
  demonstration boolean not null
);

create table platform (
  platform text primary key,
  name text not null unique,
  level text not null check (level in ('city', 'county')),
  zone text not null,
  -- who made its records: 'reconstructed', 'live'
  origin text not null check (origin in ('reconstructed', 'live')),
  -- rulebooks that apply to it, later ones winning; its own rows ('platform:' and its id) come last
  books text[] not null,
  created_at timestamptz not null
);

-- The big tables don't reference platform: their one write path checks it once per batch.
create table event (
  platform text not null,
  position bigint not null generated always as identity,
  subject text not null,
  subject_id uuid not null,
  version integer not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  by text not null,
  data jsonb not null,
  primary key (platform, position),
  unique (platform, subject_id, version)
);

create table contact (
  platform text not null,
  id uuid not null,
  -- {name, phone, address, identityNumber} as one sealed text; nonce and tag included
  sealed bytea not null,
  cipher text not null,
  key_id text not null,
  -- keyed blind indexes: equal numbers give equal values, nothing else can be told
  phone_index bytea,
  identity_index bytea,
  hash text not null,
  primary key (platform, id)
);
create index contact_phone on contact (platform, phone_index);
create index contact_identity on contact (platform, identity_index);
create index contact_key on contact (platform, key_id);

create table free_text (
  platform text not null,
  id uuid not null,
  text text not null,
  primary key (platform, id)
);

create table call (
  platform text not null,
  id uuid not null,
  version integer not null,
  offered_at timestamptz not null,
  queued_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz not null,
  agent text,
  contact uuid,
  leader_day uuid,
  callbacks jsonb not null,
  rating text check (rating in ('satisfied', 'neutral', 'dissatisfied', 'noResponse')),
  rated_at timestamptz,
  primary key (platform, id)
);
create index call_offered on call (platform, offered_at);
create index call_leader_day on call (platform, leader_day) where leader_day is not null;

create table service_request (
  platform text not null,
  id uuid not null,
  version integer not null,
  number text not null,
  accepted_at timestamptz not null,
  type text not null,
  tree text not null,
  category text not null,
  channel text not null,
  place text,
  urgent boolean not null,
  confidential boolean not null,
  contact uuid,
  text uuid,
  call uuid,
  hot_event text,
  leader_day uuid,
  outcome text not null check (outcome in ('pending', 'firstContact', 'dispatched', 'withdrawn', 'merged', 'refused')),
  settled_at timestamptz,
  work_order uuid,
  merged_into uuid,
  repeats jsonb not null,
  refusal jsonb,
  amendments jsonb not null,
  rating text check (rating in ('satisfied', 'neutral', 'dissatisfied', 'noResponse')),
  rated_at timestamptz,
  primary key (platform, id),
  unique (platform, number)
);
create index service_request_accepted on service_request (platform, accepted_at);
create index service_request_contact on service_request (platform, contact);
create index service_request_leader_day on service_request (platform, leader_day) where leader_day is not null;
create index service_request_merged on service_request (platform, merged_into) where merged_into is not null;

create table work_order (
  platform text not null,
  id uuid not null,
  version integer not null,
  request uuid not null,
  number text not null,
  tree text not null,
  category text not null,
  topic text,
  urgent boolean not null,
  complex boolean not null,
  confidential boolean not null,
  dispatched_at timestamptz not null,
  informed_at timestamptz,
  resolved_at timestamptz,
  solved boolean,
  reviewed_at timestamptz,
  reworks integer not null,
  extension jsonb,
  follow_up_attempts jsonb not null,
  followed_up_at timestamptz,
  follow_up_channel text,
  rating text check (rating in ('satisfied', 'neutral', 'dissatisfied', 'noResponse')),
  rated_solved boolean,
  round integer not null,
  reopened_at timestamptz,
  reopen_due_at timestamptz,
  reopen_resolved_at timestamptz,
  reopen_informed_at timestamptz,
  reopen_followed_up_at timestamptz,
  reopen_rating text check (reopen_rating in ('satisfied', 'neutral', 'dissatisfied', 'noResponse')),
  reminded_at timestamptz,
  supervision text,
  supervised_at timestamptz,
  notices jsonb not null,
  withdrawn_at timestamptz,
  closed_at timestamptz,
  primary key (platform, id),
  unique (platform, request),
  unique (platform, number)
);
create index work_order_dispatched on work_order (platform, dispatched_at);
-- also what was open at an instant: not followed up before it, dispatched before it
create index work_order_followed_up on work_order (platform, followed_up_at, dispatched_at);

create table assignment (
  platform text not null,
  work_order uuid not null,
  no integer not null,
  unit text not null,
  role text not null check (role in ('lead', 'assisting')),
  basis text,
  dispatched_at timestamptz not null,
  acknowledged_at timestamptz,
  deemed boolean not null,
  due_at timestamptz,
  provisional boolean not null,
  contacted_at timestamptz,
  extended boolean not null,
  sub_unit text,
  handed_on_at timestamptz,
  runs_under jsonb,
  reported_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('return', 'redispatch')),
  primary key (platform, work_order, no)
);
create index assignment_unit on assignment (platform, unit, dispatched_at);

create table return_request (
  platform text not null,
  work_order uuid not null,
  no integer not null,
  assignment integer not null,
  requested_at timestamptz not null,
  late boolean not null,
  bulk uuid,
  text uuid,
  reason text,
  verifications jsonb not null,
  convened_at timestamptz,
  arbitrated boolean not null,
  ruling text check (ruling in ('accepted', 'rejected')),
  ruled_at timestamptz,
  primary key (platform, work_order, no)
);
create index return_request_requested on return_request (platform, requested_at);
create index return_request_bulk on return_request (platform, bulk) where bulk is not null;

create table county_month (
  platform text not null,
  id uuid not null,
  version integer not null,
  county text not null,
  month text not null,
  delivered_at timestamptz not null,
  offered integer,
  answered integer,
  first_contact integer[],
  on_time integer[],
  follow_up integer[],
  satisfaction integer[],
  accuracy integer,
  primary key (platform, id),
  unique (platform, month, county)
);

create table mystery_call (
  platform text not null,
  id uuid not null,
  version integer not null,
  county text not null,
  called_at timestamptz not null,
  seconds_to_answer integer,
  voice_menu integer not null,
  connection integer not null,
  etiquette integer not null,
  knowledge integer not null,
  follow_up integer not null,
  primary key (platform, id)
);
create index mystery_call_called on mystery_call (platform, called_at);

create table leader_day (
  platform text not null,
  id uuid not null,
  version integer not null,
  date date not null,
  unit text not null,
  primary key (platform, id)
);
create index leader_day_date on leader_day (platform, date);

-- What a city decided. `book` is 'national', 'hunan', 'default' …, or 'platform:' and the platform's id.
create table rule_row (
  book text not null,
  kind text not null,
  key text not null,
  valid_from date not null,
  valid_until date,
  -- order within the book: later rows win
  ordinal bigint not null generated always as identity,
  value jsonb not null,
  source text not null check (source <> ''),
  assumption boolean not null,
  origin text not null check (origin in ('release', 'operator', 'reconstructed')),
  recorded_at timestamptz not null,
  primary key (book, ordinal)
);
-- a release says each thing once; an operator may correct a row by adding another
create unique index rule_row_release on rule_row (book, kind, key, valid_from) where origin = 'release';

-- Where an imported record came from: the same record never enters twice.
create table import_source (
  platform text not null,
  kind text not null,
  source text not null,
  source_number text not null,
  subject_id uuid not null,
  -- digest of the row's content as last imported: an unchanged row is not written again
  digest bytea not null,
  primary key (platform, kind, source, source_number)
);
