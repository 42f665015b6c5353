-- What a unit has to do, and by when, stands beside whose matter it is, so that its desk reads each of its queues in the order of
-- what expires first; the same order for the hotline's desks.
truncate worklist, order_unit;
alter table worklist
  add column turn_at timestamptz not null, add column limit_in text, add column limit_amount integer;
alter table order_unit
  add column due_at timestamptz, add column turn_at timestamptz not null,
  add column limit_in text, add column limit_amount integer,
  add column task text not null, add column cause text;
create index worklist_turn on worklist (platform, stage, turn_at, work_order)
  include (due_at, limit_in, limit_amount);
create index order_unit_task on order_unit (platform, unit, task, turn_at, work_order)
  include (due_at, limit_in, limit_amount, cause) where seen_until is null and task <> 'none';
-- What came back to a unit is few among all that it has, and so is what is urgent among all that is open.
create index order_unit_cause on order_unit (platform, unit, cause, turn_at, work_order)
  where seen_until is null and cause is not null;
create index worklist_turn_urgent on worklist (platform, stage, turn_at, work_order) where urgent;
