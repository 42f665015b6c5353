-- 数据库结构: every table as the statement that would make it, columns and constraints in a fixed order, with its indexes.
with part (of, place, line) as (
  select
    table_name::text,
    '0' || lpad(ordinal_position::text, 4, '0'),
    column_name || ' '
      || case when data_type = 'ARRAY' then substr(udt_name, 2) || '[]' else data_type end
      || case when is_nullable = 'NO' then ' not null' else '' end
      || case when is_identity = 'YES' then ' generated ' || lower(identity_generation) || ' as identity' else '' end
      || coalesce(' default ' || column_default, '')
  from information_schema.columns
  where table_schema = current_schema()
  union all
  select relname::text, '1' || conname, 'constraint ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
  from pg_constraint
  join pg_class on pg_class.oid = conrelid
  where connamespace = current_schema()::regnamespace and contype <> 'n'
),
made (of, statement) as (
  select
    of,
    'create table ' || of || E' (\n  ' || string_agg(line, E',\n  ' order by place collate "C") || E'\n);'
  from part
  group by of
),
indexed (of, statement) as (
  select
    tablename::text,
    string_agg(replace(indexdef, current_schema() || '.', '') || ';', E'\n' order by indexname collate "C")
  from pg_indexes
  where schemaname = current_schema()
    and indexname not in (select conname from pg_constraint where connamespace = current_schema()::regnamespace)
  group by 1
)
select made.statement || coalesce(E'\n' || indexed.statement, '') || E'\n' as statement
from made
left join indexed on indexed.of = made.of
order by made.of collate "C"
