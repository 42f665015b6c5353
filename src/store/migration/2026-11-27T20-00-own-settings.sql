-- 我的设置: how somebody's pages look and which keys he changed, kept with his account so that every machine shows the same. Words
-- of the interface only; nothing of a citizen.
create table own_settings (
  platform text not null,
  account uuid not null,
  settings text not null,
  changed_at timestamptz not null,
  primary key (platform, account),
  foreign key (platform, account) references account (platform, id)
);
