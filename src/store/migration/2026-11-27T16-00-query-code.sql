-- 查询码: which requests are followed by their number and a code, and the key that the code is made with; the code itself is in
-- no table. Only the owner reads it: nobody at a desk needs it.
create table query_code (
  platform text not null,
  request uuid not null,
  key_id text not null,
  primary key (platform, request)
);
