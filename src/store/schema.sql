create table access_log (
  platform text not null,
  no bigint not null generated always as identity,
  at timestamp with time zone not null,
  account uuid,
  number text not null,
  role text not null,
  operation text not null,
  subject_kind text,
  subject_id text,
  reason text,
  address text not null,
  filter text,
  found integer,
  constraint access_log_pkey PRIMARY KEY (platform, no)
);
CREATE INDEX access_log_account ON access_log USING btree (platform, account, no);
CREATE INDEX access_log_at ON access_log USING btree (platform, at);
CREATE INDEX access_log_subject ON access_log USING btree (platform, subject_id, no) WHERE (subject_id IS NOT NULL);

create table account (
  platform text not null,
  id uuid not null,
  number text not null,
  name text not null,
  role text not null,
  unit text,
  password text,
  temporary boolean not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  constraint account_check CHECK (
CASE role
    WHEN 'liaison'::text THEN (unit IS NOT NULL)
    WHEN 'county'::text THEN true
    ELSE (unit IS NULL)
END),
  constraint account_pkey PRIMARY KEY (platform, id),
  constraint account_platform_number_key UNIQUE (platform, number),
  constraint account_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'dispatcher'::text, 'liaison'::text, 'followUp'::text, 'supervisor'::text, 'inspector'::text, 'analyst'::text, 'office'::text, 'leader'::text, 'county'::text, 'administrator'::text])))
);

create table approved_map (
  platform text not null,
  id uuid not null,
  approval text not null,
  source text not null,
  given json not null,
  drawn json not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  constraint approved_map_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX approved_map_added ON approved_map USING btree (platform, added_at DESC, id DESC);

create table article (
  platform text not null,
  id uuid not null,
  version integer not null,
  edition integer,
  waiting integer,
  unit text,
  valid_from date not null,
  valid_until date,
  changed_at timestamp with time zone not null,
  words tsvector not null,
  constraint article_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX article_changed ON article USING btree (platform, changed_at DESC, id DESC);
CREATE INDEX article_unit ON article USING btree (platform, unit, changed_at DESC, id DESC);
CREATE INDEX article_until ON article USING btree (platform, valid_until) WHERE (valid_until IS NOT NULL);
CREATE INDEX article_waiting ON article USING btree (platform, changed_at DESC, id DESC) WHERE (waiting IS NOT NULL);
CREATE INDEX article_words ON article USING gin (words);

create table article_edition (
  platform text not null,
  article uuid not null,
  no integer not null,
  title text not null,
  answer text not null,
  text text not null,
  materials text,
  unit text,
  source text not null,
  valid_from date not null,
  valid_until date,
  reason text not null,
  by text not null,
  at timestamp with time zone not null,
  proposed boolean not null,
  ruled_at timestamp with time zone,
  ruled_by text,
  accepted boolean,
  ruling text,
  constraint article_edition_pkey PRIMARY KEY (platform, article, no)
);

create table article_report (
  platform text not null,
  id uuid not null,
  article uuid not null,
  edition integer not null,
  text text not null,
  by text not null,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by text,
  settlement text,
  constraint article_report_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX article_report_article ON article_report USING btree (platform, article, at DESC, id DESC);
CREATE INDEX article_report_at ON article_report USING btree (platform, at DESC, id DESC);
CREATE INDEX article_report_open ON article_report USING btree (platform, at DESC, id DESC) WHERE (settled_at IS NULL);

create table article_use (
  platform text not null,
  id uuid not null,
  article uuid not null,
  edition integer not null,
  request uuid,
  by text not null,
  at timestamp with time zone not null,
  constraint article_use_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX article_use_article ON article_use USING btree (platform, article, at);
CREATE INDEX article_use_at ON article_use USING btree (platform, at) INCLUDE (article);

create table assignment (
  platform text not null,
  work_order uuid not null,
  no integer not null,
  unit text not null,
  role text not null,
  basis text,
  dispatched_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  deemed boolean not null,
  due_at timestamp with time zone,
  provisional boolean not null,
  contacted_at timestamp with time zone,
  extended boolean not null,
  sub_unit text,
  handed_on_at timestamp with time zone,
  runs_under jsonb,
  reported_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  constraint assignment_ended_by_check CHECK ((ended_by = ANY (ARRAY['return'::text, 'redispatch'::text]))),
  constraint assignment_pkey PRIMARY KEY (platform, work_order, no),
  constraint assignment_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'assisting'::text])))
);
CREATE INDEX assignment_unit ON assignment USING btree (platform, unit, dispatched_at);

create table attachment (
  platform text not null,
  id uuid not null,
  about uuid not null,
  at timestamp with time zone not null,
  by text not null,
  name text not null,
  type text not null,
  size integer not null,
  digest text not null,
  constraint attachment_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX attachment_about ON attachment USING btree (platform, about, at);
CREATE INDEX attachment_digest ON attachment USING btree (digest);

create table call (
  platform text not null,
  id uuid not null,
  version integer not null,
  offered_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone not null,
  agent text,
  contact uuid,
  leader_day uuid,
  callbacks jsonb not null,
  rating text,
  rated_at timestamp with time zone,
  constraint call_pkey PRIMARY KEY (platform, id),
  constraint call_rating_check CHECK ((rating = ANY (ARRAY['satisfied'::text, 'neutral'::text, 'dissatisfied'::text, 'noResponse'::text])))
);
CREATE INDEX call_leader_day ON call USING btree (platform, leader_day) WHERE (leader_day IS NOT NULL);
CREATE INDEX call_missed ON call USING btree (platform, ended_at) WHERE (answered_at IS NULL);
CREATE INDEX call_offered ON call USING btree (platform, offered_at);

create table contact (
  platform text not null,
  id uuid not null,
  sealed bytea not null,
  cipher text not null,
  key_id text not null,
  phone_index bytea,
  identity_index bytea,
  hash text not null,
  constraint contact_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX contact_identity ON contact USING btree (platform, identity_index) WHERE (identity_index IS NOT NULL);
CREATE INDEX contact_phone ON contact USING btree (platform, phone_index);

create table county_month (
  platform text not null,
  id uuid not null,
  version integer not null,
  county text not null,
  month text not null,
  delivered_at timestamp with time zone not null,
  offered integer,
  answered integer,
  first_contact int4[],
  on_time int4[],
  follow_up int4[],
  satisfaction int4[],
  accuracy integer,
  days jsonb not null default '[]'::jsonb,
  objections jsonb not null default '[]'::jsonb,
  verdict jsonb,
  constraint county_month_pkey PRIMARY KEY (platform, id),
  constraint county_month_platform_month_county_key UNIQUE (platform, month, county)
);

create table event (
  platform text not null,
  position bigint not null generated always as identity,
  subject text not null,
  subject_id uuid not null,
  version integer not null,
  kind text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  by text not null,
  data jsonb not null,
  link bytea not null,
  hash text not null,
  xact xid8 not null default pg_current_xact_id(),
  constraint event_pkey PRIMARY KEY (platform, "position"),
  constraint event_platform_subject_id_version_key UNIQUE (platform, subject_id, version)
);
CREATE INDEX event_committed ON event USING btree (platform, xact, "position");

create table forgotten (
  platform text not null,
  request uuid not null,
  class text not null,
  at timestamp with time zone not null,
  constraint forgotten_class_check CHECK ((class = ANY (ARRAY['contact'::text, 'text'::text]))),
  constraint forgotten_pkey PRIMARY KEY (platform, request, class)
);

create table free_text (
  platform text not null,
  id uuid not null,
  text text not null,
  about uuid,
  unit text,
  at timestamp with time zone,
  constraint free_text_pkey PRIMARY KEY (platform, id)
);

create table hold (
  platform text not null,
  id uuid not null,
  request uuid not null,
  reason text not null,
  by text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  lifted_at timestamp with time zone,
  lifted_by text,
  lift_reason text,
  constraint hold_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX hold_request ON hold USING btree (platform, request);
CREATE INDEX hold_since ON hold USING btree (platform, since DESC, id DESC);

create table idempotency (
  platform text not null,
  account text not null,
  key text not null,
  digest bytea not null,
  answer jsonb not null,
  created_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (platform, account, key)
);
CREATE INDEX idempotency_created ON idempotency USING btree (created_at);

create table import_source (
  platform text not null,
  kind text not null,
  source text not null,
  source_number text not null,
  subject_id uuid not null,
  digest bytea not null,
  constraint import_source_pkey PRIMARY KEY (platform, kind, source, source_number)
);

create table inspection_draw (
  platform text not null,
  id uuid not null,
  of text not null,
  rule text not null,
  first_day date not null,
  last_day date not null,
  wanted integer not null,
  seed text not null,
  found integer not null,
  by text not null,
  at timestamp with time zone not null,
  constraint inspection_draw_of_check CHECK ((of = ANY (ARRAY['call'::text, 'order'::text]))),
  constraint inspection_draw_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX inspection_draw_at ON inspection_draw USING btree (platform, at DESC, id DESC);

create table inspection_sample (
  platform text not null,
  id uuid not null,
  draw uuid not null,
  of text not null,
  rule text not null,
  subject uuid not null,
  number text,
  subject_at timestamp with time zone not null,
  judged text not null,
  drawn_at timestamp with time zone not null,
  constraint inspection_sample_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX inspection_sample_draw ON inspection_sample USING btree (platform, draw);
CREATE INDEX inspection_sample_drawn ON inspection_sample USING btree (platform, drawn_at DESC, id DESC);
CREATE INDEX inspection_sample_judged ON inspection_sample USING btree (platform, judged, drawn_at DESC, id DESC);
CREATE UNIQUE INDEX inspection_sample_subject ON inspection_sample USING btree (platform, subject);

create table inspection_score (
  platform text not null,
  sample uuid not null,
  by text not null,
  at timestamp with time zone not null,
  sheet date not null,
  items jsonb not null,
  points integer not null,
  full_points integer not null,
  note text,
  constraint inspection_score_pkey PRIMARY KEY (platform, sample, by)
);
CREATE INDEX inspection_score_at ON inspection_score USING btree (platform, at);

create table installation (
  only_row boolean not null default true,
  created_at timestamp with time zone not null,
  demonstration boolean not null,
  constraint installation_only_row_check CHECK (only_row),
  constraint installation_pkey PRIMARY KEY (only_row)
);

create table leader_day (
  platform text not null,
  id uuid not null,
  version integer not null,
  date date not null,
  unit text not null,
  constraint leader_day_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX leader_day_date ON leader_day USING btree (platform, date);

create table leader_day_plan (
  platform text not null,
  id uuid not null,
  version integer not null,
  date date not null,
  unit text not null,
  post text not null,
  seat text not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  reason text,
  planned_at timestamp with time zone not null,
  planned_by text not null,
  constraint leader_day_plan_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX leader_day_plan_date ON leader_day_plan USING btree (platform, date DESC, id DESC);
CREATE INDEX leader_day_plan_seat ON leader_day_plan USING btree (platform, seat, started_at) WHERE (started_at IS NOT NULL);

create table leftover_file (
  platform text not null,
  digest text not null,
  since timestamp with time zone not null,
  claimed boolean not null,
  constraint leftover_file_pkey PRIMARY KEY (platform, digest)
);
CREATE INDEX leftover_file_digest ON leftover_file USING btree (digest);
CREATE INDEX leftover_file_since ON leftover_file USING btree (platform, since, digest);

create table migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table mystery_call (
  platform text not null,
  id uuid not null,
  version integer not null,
  county text not null,
  called_at timestamp with time zone not null,
  seconds_to_answer integer,
  voice_menu integer not null,
  connection integer not null,
  etiquette integer not null,
  knowledge integer not null,
  follow_up integer not null,
  constraint mystery_call_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX mystery_call_called ON mystery_call USING btree (platform, called_at);

create table mystery_objection (
  platform text not null,
  task uuid not null,
  text text not null,
  by text not null,
  at timestamp with time zone not null,
  constraint mystery_objection_pkey PRIMARY KEY (platform, task)
);

create table mystery_plan (
  platform text not null,
  id uuid not null,
  month text not null,
  county text not null,
  calls integer not null,
  raters integer not null,
  seed text not null,
  by text not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint mystery_plan_pkey PRIMARY KEY (platform, id)
);
CREATE UNIQUE INDEX mystery_plan_month ON mystery_plan USING btree (platform, month, county) WHERE (withdrawn_at IS NULL);

create table mystery_rating (
  platform text not null,
  task uuid not null,
  by text not null,
  at timestamp with time zone not null,
  called_at timestamp with time zone not null,
  seconds_to_answer integer,
  voice_menu integer not null,
  connection integer not null,
  etiquette integer not null,
  knowledge integer not null,
  follow_up integer not null,
  note text,
  constraint mystery_rating_pkey PRIMARY KEY (platform, task, by)
);

create table mystery_task (
  platform text not null,
  id uuid not null,
  version integer not null,
  plan uuid not null,
  month text not null,
  county text not null,
  day date not null,
  raters integer not null,
  settled_at timestamp with time zone,
  settled_by text,
  upheld boolean,
  settlement text,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawal text,
  constraint mystery_task_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX mystery_task_month ON mystery_task USING btree (platform, month, county, day);

create table notice (
  platform text not null,
  id uuid not null,
  recipient text not null,
  sentence text not null,
  subject text not null,
  subject_id uuid not null,
  version integer not null,
  ordinal integer not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  read_by text,
  constraint notice_pkey PRIMARY KEY (platform, id),
  constraint notice_platform_subject_id_version_ordinal_key UNIQUE (platform, subject_id, version, ordinal)
);
CREATE INDEX notice_announced ON notice USING btree (platform, at DESC, subject_id) WHERE ((subject = 'announcement'::text) AND (ordinal = 1));
CREATE INDEX notice_at ON notice USING btree (platform, at);
CREATE INDEX notice_recipient ON notice USING btree (platform, recipient, ((read_at IS NOT NULL)), at DESC, id DESC);

create table objection (
  platform text not null,
  sample uuid not null,
  text text not null,
  by text not null,
  at timestamp with time zone not null,
  ruled_at timestamp with time zone,
  ruled_by text,
  upheld boolean,
  points integer,
  ruling text,
  constraint objection_pkey PRIMARY KEY (platform, sample)
);
CREATE INDEX objection_open ON objection USING btree (platform, at DESC) WHERE (ruled_at IS NULL);

create table ongoing_call (
  platform text not null,
  id uuid not null,
  state jsonb not null,
  script jsonb,
  constraint ongoing_call_pkey PRIMARY KEY (platform, id)
);

create table open_question (
  platform text not null,
  id uuid not null,
  text text not null,
  by text not null,
  at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by text,
  article uuid,
  constraint open_question_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX open_question_at ON open_question USING btree (platform, at DESC, id DESC);
CREATE INDEX open_question_open ON open_question USING btree (platform, at DESC, id DESC) WHERE (answered_at IS NULL);

create table order_clock (
  platform text not null,
  work_order uuid not null,
  next_at timestamp with time zone not null,
  constraint order_clock_pkey PRIMARY KEY (platform, work_order)
);
CREATE INDEX order_clock_next ON order_clock USING btree (platform, next_at, work_order);

create table order_unit (
  platform text not null,
  unit text not null,
  work_order uuid not null,
  request uuid not null,
  seen_until timestamp with time zone,
  stage text not null,
  category text not null,
  moved_at timestamp with time zone not null,
  dispatched_at timestamp with time zone not null,
  due_at timestamp with time zone,
  turn_at timestamp with time zone not null,
  limit_in text,
  limit_amount integer,
  task text not null,
  cause text,
  constraint order_unit_pkey PRIMARY KEY (platform, unit, request)
);
CREATE INDEX order_unit_cause ON order_unit USING btree (platform, unit, cause, turn_at, work_order) WHERE ((seen_until IS NULL) AND (cause IS NOT NULL));
CREATE INDEX order_unit_dispatched ON order_unit USING btree (platform, unit, dispatched_at DESC, work_order DESC) INCLUDE (category, stage) WHERE (seen_until IS NULL);
CREATE INDEX order_unit_moved ON order_unit USING btree (platform, unit, stage, moved_at DESC, work_order DESC) INCLUDE (category, dispatched_at) WHERE (seen_until IS NULL);
CREATE INDEX order_unit_order ON order_unit USING btree (platform, work_order);
CREATE INDEX order_unit_request ON order_unit USING btree (platform, request);
CREATE INDEX order_unit_task ON order_unit USING btree (platform, unit, task, turn_at, work_order) INCLUDE (due_at, limit_in, limit_amount, cause) WHERE ((seen_until IS NULL) AND (task <> 'none'::text));

create table overdue_snapshot (
  platform text not null,
  month text not null,
  unit text not null,
  orders integer not null,
  constraint overdue_snapshot_pkey PRIMARY KEY (platform, month, unit)
);

create table own_settings (
  platform text not null,
  account uuid not null,
  settings text not null,
  changed_at timestamp with time zone not null,
  constraint own_settings_pkey PRIMARY KEY (platform, account),
  constraint own_settings_platform_account_fkey FOREIGN KEY (platform, account) REFERENCES account(platform, id)
);

create table platform (
  platform text not null,
  name text not null,
  level text not null,
  zone text not null,
  origin text not null,
  books text[] not null,
  created_at timestamp with time zone not null,
  constraint platform_level_check CHECK ((level = ANY (ARRAY['city'::text, 'county'::text]))),
  constraint platform_name_key UNIQUE (name),
  constraint platform_origin_check CHECK ((origin = ANY (ARRAY['reconstructed'::text, 'live'::text]))),
  constraint platform_pkey PRIMARY KEY (platform)
);

create table query_code (
  platform text not null,
  request uuid not null,
  key_id text not null,
  constraint query_code_pkey PRIMARY KEY (platform, request)
);

create table report_case (
  platform text not null,
  id uuid not null,
  month text not null,
  kind text not null,
  request uuid not null,
  work_order uuid not null,
  chosen boolean not null,
  version integer not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint report_case_kind_check CHECK ((kind = ANY (ARRAY['typical'::text, 'difficult'::text]))),
  constraint report_case_pkey PRIMARY KEY (platform, id)
);
CREATE UNIQUE INDEX report_case_month ON report_case USING btree (platform, month, kind, work_order);
CREATE INDEX report_case_request ON report_case USING btree (platform, request);

create table report_case_text (
  platform text not null,
  report_case uuid not null,
  no integer not null,
  title text not null,
  text text not null,
  at timestamp with time zone not null,
  by text not null,
  constraint report_case_text_pkey PRIMARY KEY (platform, report_case, no)
);

create table report_contents (
  platform text not null,
  period text not null,
  version integer not null,
  lines json not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint report_contents_pkey PRIMARY KEY (platform, period, version)
);

create table report_edition (
  platform text not null,
  id uuid not null,
  month text not null,
  no integer not null,
  state text not null,
  version integer not null,
  dated date not null,
  correction text,
  position bigint not null,
  digest text not null,
  figures json not null,
  frozen_at timestamp with time zone not null,
  frozen_by text not null,
  settled_at timestamp with time zone,
  settled_by text,
  reason text,
  texts json,
  constraint report_edition_pkey PRIMARY KEY (platform, id),
  constraint report_edition_state_check CHECK ((state = ANY (ARRAY['frozen'::text, 'issued'::text, 'discarded'::text])))
);
CREATE INDEX report_edition_at ON report_edition USING btree (platform, frozen_at DESC, id DESC);
CREATE INDEX report_edition_month ON report_edition USING btree (platform, month, no DESC);
CREATE UNIQUE INDEX report_edition_no ON report_edition USING btree (platform, month, no) WHERE (state <> 'discarded'::text);

create table report_file (
  platform text not null,
  edition uuid not null,
  format text not null,
  name text not null,
  sha256 text not null,
  size integer not null,
  content bytea not null,
  constraint report_file_pkey PRIMARY KEY (platform, edition, format)
);

create table report_paragraph (
  platform text not null,
  period text not null,
  paragraph text not null,
  version integer not null,
  text json,
  written json not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint report_paragraph_pkey PRIMARY KEY (platform, period, paragraph, version)
);

create table report_writer (
  platform text not null,
  period text not null,
  paragraph text not null,
  writer text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint report_writer_pkey PRIMARY KEY (platform, period, paragraph, writer)
);

create table request_text (
  platform text not null,
  request uuid not null,
  accepted_at timestamp with time zone not null,
  words tsvector not null,
  constraint request_text_pkey PRIMARY KEY (platform, request)
);
CREATE INDEX request_text_accepted ON request_text USING btree (platform, accepted_at DESC, request);
CREATE INDEX request_text_words ON request_text USING gin (words, (ARRAY[date_bin('10 days'::interval, accepted_at, to_timestamp((0)::double precision))]));

create table return_request (
  platform text not null,
  work_order uuid not null,
  no integer not null,
  assignment integer not null,
  requested_at timestamp with time zone not null,
  late boolean not null,
  bulk uuid,
  text uuid,
  reason text,
  verifications jsonb not null,
  convened_at timestamp with time zone,
  arbitrated boolean not null,
  ruling text,
  ruled_at timestamp with time zone,
  constraint return_request_pkey PRIMARY KEY (platform, work_order, no),
  constraint return_request_ruling_check CHECK ((ruling = ANY (ARRAY['accepted'::text, 'rejected'::text])))
);
CREATE INDEX return_request_bulk ON return_request USING btree (platform, bulk) WHERE (bulk IS NOT NULL);
CREATE INDEX return_request_bulk_open ON return_request USING btree (platform, bulk) WHERE ((bulk IS NOT NULL) AND (ruling IS NULL));
CREATE INDEX return_request_requested ON return_request USING btree (platform, requested_at);

create table rule_row (
  book text not null,
  kind text not null,
  key text not null,
  valid_from date not null,
  valid_until date,
  ordinal bigint not null generated always as identity,
  value jsonb not null,
  source text not null,
  assumption boolean not null,
  origin text not null,
  recorded_at timestamp with time zone not null,
  constraint rule_row_origin_check CHECK ((origin = ANY (ARRAY['release'::text, 'operator'::text, 'reconstructed'::text]))),
  constraint rule_row_pkey PRIMARY KEY (book, ordinal),
  constraint rule_row_source_check CHECK ((source <> ''::text))
);
CREATE UNIQUE INDEX rule_row_release ON rule_row USING btree (book, kind, key, valid_from) WHERE (origin = 'release'::text);

create table seal (
  platform text not null,
  no bigint not null,
  position bigint not null,
  link bytea not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (platform, no),
  constraint seal_platform_position_key UNIQUE (platform, "position")
);

create table service_request (
  platform text not null,
  id uuid not null,
  version integer not null,
  number text not null,
  accepted_at timestamp with time zone not null,
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
  outcome text not null,
  settled_at timestamp with time zone,
  work_order uuid,
  merged_into uuid,
  repeats jsonb not null,
  refusal jsonb,
  amendments jsonb not null,
  rating text,
  rated_at timestamp with time zone,
  constraint service_request_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'firstContact'::text, 'dispatched'::text, 'withdrawn'::text, 'merged'::text, 'refused'::text]))),
  constraint service_request_pkey PRIMARY KEY (platform, id),
  constraint service_request_platform_number_key UNIQUE (platform, number),
  constraint service_request_rating_check CHECK ((rating = ANY (ARRAY['satisfied'::text, 'neutral'::text, 'dissatisfied'::text, 'noResponse'::text])))
);
CREATE INDEX service_request_accepted ON service_request USING btree (platform, accepted_at);
CREATE INDEX service_request_category ON service_request USING btree (platform, category, accepted_at DESC, id);
CREATE INDEX service_request_channel ON service_request USING btree (platform, channel, accepted_at DESC, id DESC) INCLUDE (type, category, place, outcome) WHERE (channel <> 'phone'::text);
CREATE INDEX service_request_contact ON service_request USING btree (platform, contact);
CREATE INDEX service_request_ended ON service_request USING btree (platform, outcome, accepted_at DESC, id) WHERE (outcome = ANY (ARRAY['withdrawn'::text, 'merged'::text, 'refused'::text]));
CREATE INDEX service_request_leader_day ON service_request USING btree (platform, leader_day) WHERE (leader_day IS NOT NULL);
CREATE INDEX service_request_merged ON service_request USING btree (platform, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX service_request_pending ON service_request USING btree (platform, accepted_at DESC, id) WHERE (outcome = 'pending'::text);
CREATE INDEX service_request_place ON service_request USING btree (platform, place, accepted_at DESC, id);
CREATE INDEX service_request_type ON service_request USING btree (platform, type, accepted_at DESC, id);
CREATE INDEX service_request_urgent ON service_request USING btree (platform, accepted_at DESC, id) WHERE urgent;

create table session (
  platform text not null,
  token bytea not null,
  id uuid not null,
  account uuid not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  screen_locked boolean not null,
  constraint session_pkey PRIMARY KEY (platform, token),
  constraint session_platform_account_fkey FOREIGN KEY (platform, account) REFERENCES account(platform, id)
);
CREATE INDEX session_account ON session USING btree (platform, account);
CREATE INDEX session_expires ON session USING btree (platform, expires_at);

create table sign_in_attempt (
  platform text not null,
  number text not null,
  failed integer not null,
  at timestamp with time zone not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (platform, number)
);
CREATE INDEX sign_in_attempt_at ON sign_in_attempt USING btree (platform, at);

create table simulated_sms (
  platform text not null,
  id uuid not null,
  to_number text not null,
  text text not null,
  at timestamp with time zone not null,
  constraint simulated_sms_pkey PRIMARY KEY (platform, id)
);
CREATE INDEX simulated_sms_at ON simulated_sms USING btree (platform, at DESC, id DESC);

create table sms (
  platform text not null,
  id uuid not null,
  contact uuid not null,
  sentence text not null,
  subject_id uuid not null,
  version integer not null,
  ordinal integer not null,
  survey bytea,
  status text not null,
  reason text,
  attempts integer not null,
  next_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint sms_pkey PRIMARY KEY (platform, id),
  constraint sms_platform_subject_id_version_ordinal_key UNIQUE (platform, subject_id, version, ordinal),
  constraint sms_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'held'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX sms_created ON sms USING btree (platform, created_at) WHERE (status = ANY (ARRAY['sent'::text, 'failed'::text]));
CREATE INDEX sms_held ON sms USING btree (platform, created_at, id) WHERE (status = 'held'::text);
CREATE INDEX sms_waiting ON sms USING btree (platform, next_at, id) WHERE (status = 'waiting'::text);

create table snapshot_taken (
  platform text not null,
  month text not null,
  taken_at timestamp with time zone not null,
  constraint snapshot_taken_pkey PRIMARY KEY (platform, month)
);

create table survey (
  platform text not null,
  digest bytea not null,
  work_order uuid not null,
  round integer not null,
  key_id text not null,
  version integer not null,
  until timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint survey_pkey PRIMARY KEY (platform, digest),
  constraint survey_platform_work_order_version_key UNIQUE (platform, work_order, version)
);

create table unit_request (
  platform text not null,
  unit text not null,
  request uuid not null,
  accepted_at timestamp with time zone not null,
  type text not null,
  category text not null,
  channel text not null,
  place text,
  words tsvector,
  constraint unit_request_pkey PRIMARY KEY (platform, request, unit)
);
CREATE INDEX unit_request_accepted ON unit_request USING btree (platform, unit, accepted_at DESC, request DESC) INCLUDE (type, category, channel, place);
CREATE INDEX unit_request_words ON unit_request USING gin (words, (ARRAY[unit]));

create table words_entered (
  platform text not null,
  position bigint not null,
  constraint words_entered_pkey PRIMARY KEY (platform)
);

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
  dispatched_at timestamp with time zone not null,
  informed_at timestamp with time zone,
  resolved_at timestamp with time zone,
  solved boolean,
  reviewed_at timestamp with time zone,
  reworks integer not null,
  extension jsonb,
  follow_up_attempts jsonb not null,
  followed_up_at timestamp with time zone,
  follow_up_channel text,
  rating text,
  rated_solved boolean,
  round integer not null,
  reopened_at timestamp with time zone,
  reopen_due_at timestamp with time zone,
  reopen_resolved_at timestamp with time zone,
  reopen_informed_at timestamp with time zone,
  reopen_followed_up_at timestamp with time zone,
  reopen_rating text,
  reminded_at timestamp with time zone,
  supervision text,
  supervised_at timestamp with time zone,
  notices jsonb not null,
  withdrawn_at timestamp with time zone,
  closed_at timestamp with time zone,
  alarmed_at timestamp with time zone,
  former_sub_units jsonb not null,
  reworked_at timestamp with time zone,
  constraint work_order_pkey PRIMARY KEY (platform, id),
  constraint work_order_platform_number_key UNIQUE (platform, number),
  constraint work_order_platform_request_key UNIQUE (platform, request),
  constraint work_order_rating_check CHECK ((rating = ANY (ARRAY['satisfied'::text, 'neutral'::text, 'dissatisfied'::text, 'noResponse'::text]))),
  constraint work_order_reopen_rating_check CHECK ((reopen_rating = ANY (ARRAY['satisfied'::text, 'neutral'::text, 'dissatisfied'::text, 'noResponse'::text])))
);
CREATE INDEX work_order_dispatched ON work_order USING btree (platform, dispatched_at);
CREATE INDEX work_order_followed_up ON work_order USING btree (platform, followed_up_at, dispatched_at);

create table worklist (
  platform text not null,
  work_order uuid not null,
  request uuid not null,
  number text not null,
  stage text not null,
  lead text not null,
  category text not null,
  urgent boolean not null,
  supervision text,
  dispatched_at timestamp with time zone not null,
  due_at timestamp with time zone,
  moved_at timestamp with time zone not null,
  extension_pending boolean not null,
  returned_again boolean not null,
  turn_at timestamp with time zone not null,
  limit_in text,
  limit_amount integer,
  constraint worklist_pkey PRIMARY KEY (platform, work_order)
);
CREATE INDEX worklist_category ON worklist USING btree (platform, category, moved_at DESC, work_order);
CREATE INDEX worklist_dispatched ON worklist USING btree (platform, dispatched_at DESC, work_order DESC) INCLUDE (lead, category, stage);
CREATE INDEX worklist_due ON worklist USING btree (platform, due_at, work_order) WHERE (stage = ANY (ARRAY['unacknowledged'::text, 'handling'::text, 'returning'::text, 'arbitrating'::text]));
CREATE INDEX worklist_extension ON worklist USING btree (platform, moved_at DESC, work_order) WHERE extension_pending;
CREATE INDEX worklist_lead ON worklist USING btree (platform, lead, stage, moved_at DESC, work_order);
CREATE INDEX worklist_moved ON worklist USING btree (platform, moved_at DESC, work_order);
CREATE INDEX worklist_returned_again ON worklist USING btree (platform, moved_at DESC, work_order) WHERE returned_again;
CREATE INDEX worklist_stage ON worklist USING btree (platform, stage, moved_at DESC, work_order);
CREATE INDEX worklist_supervision ON worklist USING btree (platform, supervision, moved_at DESC, work_order) WHERE (supervision IS NOT NULL);
CREATE INDEX worklist_turn ON worklist USING btree (platform, stage, turn_at, work_order) INCLUDE (due_at, limit_in, limit_amount);
CREATE INDEX worklist_turn_urgent ON worklist USING btree (platform, stage, turn_at, work_order) WHERE urgent;
CREATE INDEX worklist_urgent ON worklist USING btree (platform, moved_at DESC, work_order) WHERE urgent;
