-- What a unit's own lists are ordered and narrowed by stands beside whose matter it is, so that they are read in their order.
alter table order_unit
  add column stage text, add column category text, add column moved_at timestamptz, add column dispatched_at timestamptz;
update order_unit set stage = w.stage, category = w.category, moved_at = w.moved_at, dispatched_at = w.dispatched_at
from worklist w where w.platform = order_unit.platform and w.work_order = order_unit.work_order;
-- of orders that are in no list yet: they are all entered right after this
delete from order_unit where stage is null;
alter table order_unit
  alter column stage set not null, alter column category set not null, alter column moved_at set not null,
  alter column dispatched_at set not null;

-- One request has one work order: the same key, in the order in which the requests came.
alter table order_unit drop constraint order_unit_pkey;
alter table order_unit add primary key (platform, unit, request);
create index order_unit_moved on order_unit (platform, unit, stage, moved_at desc, work_order);
create index order_unit_dispatched on order_unit (platform, unit, dispatched_at);

-- Filters that only few orders or requests meet: without these a desk would look through all of them for a page or a count.
create index worklist_category on worklist (platform, category, moved_at desc, work_order);
create index worklist_dispatched on worklist (platform, dispatched_at);
create index worklist_urgent on worklist (platform, moved_at desc, work_order) where urgent;
create index worklist_supervision on worklist (platform, supervision, moved_at desc, work_order) where supervision is not null;
create index service_request_type on service_request (platform, type, accepted_at desc, id);
create index service_request_channel on service_request (platform, channel, accepted_at desc, id) where channel <> 'phone';
create index service_request_urgent on service_request (platform, accepted_at desc, id) where urgent;
create index service_request_ended on service_request (platform, outcome, accepted_at desc, id)
  where outcome in ('withdrawn', 'merged', 'refused');
