-- Which requests are a unit's now, with what its lists of them are narrowed by and found by: none of it changes while a matter
-- goes its way, so that a list is read from the index alone, in its order.
create table unit_request (
  platform text not null,
  unit text not null,
  request uuid not null,
  accepted_at timestamptz not null,
  type text not null,
  category text not null,
  channel text not null,
  place text,
  -- as the request's own; null: not entered yet
  words tsvector,
  primary key (platform, request, unit)
);
insert into unit_request (platform, unit, request, accepted_at, type, category, channel, place, words)
select o.platform, o.unit, o.request, r.accepted_at, r.type, r.category, r.channel, r.place, t.words
from order_unit o
join service_request r on r.platform = o.platform and r.id = o.request
left join request_text t on t.platform = o.platform and t.request = o.request
where o.seen_until is null;
create index unit_request_accepted on unit_request (platform, unit, accepted_at desc, request desc)
  include (type, category, channel, place);
create index unit_request_words on unit_request using gin (words, (array[unit]));

-- What narrows a list stands in the index that gives its order; a unit's own lists are of what is its own now.
drop index order_unit_moved;
create index order_unit_moved on order_unit (platform, unit, stage, moved_at desc, work_order desc) include (category, dispatched_at)
  where seen_until is null;
drop index order_unit_dispatched;
create index order_unit_dispatched on order_unit (platform, unit, dispatched_at desc, work_order desc) include (category, stage)
  where seen_until is null;
drop index worklist_dispatched;
create index worklist_dispatched on worklist (platform, dispatched_at desc, work_order desc) include (lead, category, stage);
drop index service_request_channel;
create index service_request_channel on service_request (platform, channel, accepted_at desc, id desc)
  include (type, category, place, outcome) where channel <> 'phone';

-- Which ten days a text came in stands in the index of words, so that the newest that say something are found without the rest.
drop index request_text_words;
create index request_text_words on request_text
  using gin (words, (array[date_bin('10 days', accepted_at, to_timestamp(0))]));

-- Nothing asks for contacts by their key: whoever seals them anew reads them all. Few contacts have an identity number.
drop index contact_key;
drop index contact_identity;
create index contact_identity on contact (platform, identity_index) where identity_index is not null;
