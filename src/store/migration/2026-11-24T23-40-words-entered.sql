-- Up to which event, in the order of commits, the words of what was loaded in bulk are searchable.
create table words_entered (
  platform text not null,
  position bigint not null,
  primary key (platform)
);
