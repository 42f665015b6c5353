-- What is looked up and taken out is noted, what waits after a restore is held, what is forgotten leaves no bytes.

-- 访问日志: what was asked for, and how many rows came of it; null where neither is a question.
alter table access_log add column filter text, add column found integer;

-- 扣住: messages of a backup, which may have been sent since it was made.
alter table sms drop constraint sms_status_check;
alter table sms add constraint sms_status_check check (status in ('waiting', 'held', 'sent', 'failed'));
create index sms_held on sms (platform, created_at, id) where status = 'held';

-- 待清除的文件: bytes that a forgotten attachment left behind; a row stays until they are gone.
create table leftover_file (
  platform text not null,
  digest text not null,
  since timestamptz not null,
  -- somebody is removing them
  claimed boolean not null,
  primary key (platform, digest)
);
create index leftover_file_since on leftover_file (platform, since, digest);
create index leftover_file_digest on leftover_file (digest);

-- 期满删除 of what was told goes by age.
create index notice_at on notice (platform, at);
create index sms_created on sms (platform, created_at) where status in ('sent', 'failed');

-- 县级平台的账号 belongs to the unit of its place, as the rulebook's row of the county says.
alter table account drop constraint account_check;
alter table account add constraint account_check check (
  case role when 'liaison' then unit is not null when 'county' then true else unit is null end
);
