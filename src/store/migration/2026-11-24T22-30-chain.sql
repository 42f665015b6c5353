-- The chain: every event is linked to the one before it of the same subject, and all events of a platform are sealed in
-- the order in which they were committed. What is linked is the event as jsonb prints it, so that a link can be recomputed
-- by the program and by the database alike.

alter table event
  add column link bytea,
  -- the algorithm's name stands with every link, so that 国密 SM3 can follow without touching older ones
  add column hash text,
  -- who wrote it: nothing is sealed while a transaction is open that could still commit an earlier event
  add column xact xid8 not null default pg_current_xact_id();

create function pg_temp.next_link(previous bytea, content text) returns bytea immutable
  return sha256(convert_to(coalesce(encode(previous, 'hex'), '') || content, 'UTF8'));
create aggregate pg_temp.links(content text) (sfunc = pg_temp.next_link, stype = bytea);

update event set link = chain.link, hash = 'sha-256'
from (
  select
    platform,
    position,
    pg_temp.links(
      jsonb_build_array(
        platform, subject, subject_id, version, kind, trim_scale(extract(epoch from at) * 1000), by, data,
        trim_scale(extract(epoch from recorded_at) * 1000)
      )::text
    ) over (partition by platform, subject_id order by version) as link
  from event
) chain
where event.platform = chain.platform and event.position = chain.position;

drop aggregate pg_temp.links(text);
drop function pg_temp.next_link(bytea, text);

alter table event alter column link set not null, alter column hash set not null;

create index event_committed on event (platform, xact, position);

create table seal (
  platform text not null,
  no bigint not null,
  position bigint not null,
  -- of the seal before, this one's number, and its event's position and link
  link bytea not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (platform, no),
  unique (platform, position)
);
