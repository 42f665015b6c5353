-- What an attachment is; its bytes lie under their digest in the attachment folder or bucket.
create table attachment (
  platform text not null,
  id uuid not null,
  -- the request or work order that it belongs to
  about uuid not null,
  at timestamptz not null,
  by text not null,
  name text not null,
  type text not null,
  size integer not null,
  digest text not null,
  primary key (platform, id)
);
create index attachment_about on attachment (platform, about, at);
create index attachment_digest on attachment (digest);
