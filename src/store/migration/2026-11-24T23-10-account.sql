-- Who may come in: accounts of staff, their sessions, and the log of who looked at what.

create table account (
  platform text not null,
  id uuid not null,
  -- 工号: what the ledger notes; never a name
  number text not null,
  name text not null,
  role text not null check (role in ('agent', 'dispatcher', 'liaison', 'followUp', 'supervisor', 'inspector', 'analyst',
    'office', 'leader', 'county', 'administrator')),
  unit text,
  -- argon2id as a PHC string; null: signs in elsewhere, or by one click in a demonstration
  password text,
  -- given by an administrator: to be changed before anything else
  temporary boolean not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (platform, id),
  unique (platform, number),
  check ((unit is not null) = (role = 'liaison'))
);

-- Wrong passwords by the number that was typed, whether somebody has it or not: what is unknown locks alike.
create table sign_in_attempt (
  platform text not null,
  number text not null,
  failed integer not null,
  at timestamptz not null,
  primary key (platform, number)
);
create index sign_in_attempt_at on sign_in_attempt (platform, at);

create table session (
  platform text not null,
  -- SHA-256 of the token: who reads this table can't sign in with it
  token bytea not null,
  id uuid not null,
  account uuid not null,
  created_at timestamptz not null,
  -- to the minute
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  screen_locked boolean not null,
  primary key (platform, token),
  foreign key (platform, account) references account
);
create index session_account on session (platform, account);
create index session_expires on session (platform, expires_at);

-- Rows are added and, after the months that the rulebook says, taken away as a whole; never changed.
create table access_log (
  platform text not null,
  no bigint not null generated always as identity,
  at timestamptz not null,
  account uuid,
  number text not null,
  role text not null,
  operation text not null,
  subject_kind text,
  subject_id text,
  reason text,
  address text not null,
  primary key (platform, no)
);
create index access_log_account on access_log (platform, account, no);
create index access_log_subject on access_log (platform, subject_id, no) where subject_id is not null;
create index access_log_at on access_log (platform, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger access_log_unchanged before update on access_log for each row execute function refuse_change();
