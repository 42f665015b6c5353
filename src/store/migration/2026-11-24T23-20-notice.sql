-- What the clock and the desks tell: when to look at an order again, who is to hear of what, what goes out by SMS, the
-- survey behind a one-time link, calls under way, the stock of overdue orders as a month's end found it.

-- When the clock next asks something of a work order: never later than the truth, maybe earlier. Written with every change.
create table order_clock (
  platform text not null,
  work_order uuid not null,
  next_at timestamptz not null,
  primary key (platform, work_order)
);
create index order_clock_next on order_clock (platform, next_at, work_order);
insert into order_clock (platform, work_order, next_at)
select platform, work_order, moved_at from worklist where stage not in ('withdrawn', 'closed');

-- 通知: one row a recipient, 'unit:u09' or 'role:dispatcher'; whoever of them reads it first has read it for all.
create table notice (
  platform text not null,
  id uuid not null,
  recipient text not null,
  sentence text not null,
  subject text not null,
  subject_id uuid not null,
  -- the event that it tells of, and which of its notices this is: told once
  version integer not null,
  ordinal integer not null,
  at timestamptz not null,
  read_at timestamptz,
  read_by text,
  primary key (platform, id),
  unique (platform, subject_id, version, ordinal)
);
create index notice_recipient on notice (platform, recipient, (read_at is not null), at desc, id desc);

-- 短信: to a contact, whose number is unsealed when it is sent; the id is also what the gateway knows it by.
create table sms (
  platform text not null,
  id uuid not null,
  contact uuid not null,
  sentence text not null,
  subject_id uuid not null,
  version integer not null,
  ordinal integer not null,
  -- digest of the survey that its link leads to
  survey bytea,
  status text not null check (status in ('waiting', 'sent', 'failed')),
  -- why it failed
  reason text,
  attempts integer not null,
  next_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (platform, id),
  unique (platform, subject_id, version, ordinal)
);
create index sms_waiting on sms (platform, next_at, id) where status = 'waiting';

-- 评价: found by the digest of its one-time code; the code itself is in no table.
create table survey (
  platform text not null,
  digest bytea not null,
  work_order uuid not null,
  round integer not null,
  -- the key that its code is made with
  key_id text not null,
  -- of the attempt that sent it
  version integer not null,
  until timestamptz not null,
  answered_at timestamptz,
  primary key (platform, digest),
  unique (platform, work_order, version)
);

-- 模拟短信: what a demonstration's gateway would have sent; the number masked.
create table simulated_sms (
  platform text not null,
  id uuid not null,
  to_number text not null,
  text text not null,
  at timestamptz not null,
  primary key (platform, id)
);
create index simulated_sms_at on simulated_sms (platform, at desc, id desc);

-- 进行中的来电, until its end is recorded.
create table ongoing_call (
  platform text not null,
  id uuid not null,
  state jsonb not null,
  -- how a simulated caller behaves; null: a real one
  script jsonb,
  primary key (platform, id)
);
create index call_missed on call (platform, ended_at) where answered_at is null;

-- 月末超期未反馈: as counted when the month ended; a recount gives the same.
create table overdue_snapshot (
  platform text not null,
  month text not null,
  unit text not null,
  orders integer not null,
  primary key (platform, month, unit)
);
create table snapshot_taken (
  platform text not null,
  month text not null,
  taken_at timestamptz not null,
  primary key (platform, month)
);
