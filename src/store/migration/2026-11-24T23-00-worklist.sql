-- The desks' view of the work orders: derived rows, written with the order's own, the same fold.

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
  dispatched_at timestamptz not null,
  -- of the lead's clock, or of the reopened round's; null before the acknowledgement
  due_at timestamptz,
  moved_at timestamptz not null,
  primary key (platform, work_order)
);
create index worklist_moved on worklist (platform, moved_at desc, work_order);
create index worklist_stage on worklist (platform, stage, moved_at desc, work_order);
create index worklist_lead on worklist (platform, lead, stage, moved_at desc, work_order);
create index worklist_due on worklist (platform, due_at, work_order) where stage in ('unacknowledged', 'handling', 'returning', 'arbitrating');

-- Whose matter it is or was: the lead, assisting and sub-units; a former unit sees what happened until `seen_until`.
create table order_unit (
  platform text not null,
  unit text not null,
  work_order uuid not null,
  request uuid not null,
  seen_until timestamptz,
  primary key (platform, unit, work_order)
);
create index order_unit_order on order_unit (platform, work_order);
create index order_unit_request on order_unit (platform, request);

-- What a text belongs to, since when, and for whose eyes it is: null = all who see the matter, else that unit and the hotline.
alter table free_text add column about uuid, add column unit text, add column at timestamptz;
update free_text set about = told.subject_id, unit = told.unit, at = told.at
from (
  select e.platform, e.subject_id, e.at, told.id, told.unit
  from event e
  cross join lateral (values
    (e.data ->> 'text', null),
    (e.data ->> 'publicText', null),
    (e.data ->> 'internalText', nullif(split_part(e.by, ':', 2), ''))
  ) told (id, unit)
  where told.id is not null
) told
where free_text.platform = told.platform and free_text.id = told.id::uuid;

-- What waits at the desks is few among very many; a class and a place are looked through by time.
create index service_request_pending on service_request (platform, accepted_at desc, id) where outcome = 'pending';
create index service_request_category on service_request (platform, category, accepted_at desc, id);
create index service_request_place on service_request (platform, place, accepted_at desc, id);

-- Full text: bigrams with their places, so that a phrase is found as it stands. Filled with the request, or by the worker.
create table request_text (
  platform text not null,
  request uuid not null,
  accepted_at timestamptz not null,
  words tsvector not null,
  primary key (platform, request)
);
create index request_text_words on request_text using gin (words);
create index request_text_accepted on request_text (platform, accepted_at desc, request);

create sequence printed_number;

-- A create sent twice is done once: the answer that the first got.
create table idempotency (
  platform text not null,
  account text not null,
  key text not null,
  digest bytea not null,
  answer jsonb not null,
  created_at timestamptz not null,
  primary key (platform, account, key)
);
create index idempotency_created on idempotency (created_at);
