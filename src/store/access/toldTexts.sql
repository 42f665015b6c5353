-- The texts that the events of these subjects ($2) point to, of a platform ($1), each with its subject.
with told as materialized (
  select distinct e.subject_id as subject, string #>> '{}' as id
  from event e
  cross join lateral jsonb_path_query(e.data, 'strict $.** ? (@.type() == "string")') string
  where e.platform = $1 and e.subject_id = any ($2::uuid[])
    and string #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
)
select t.id, t.text, told.subject
from told
join free_text t on t.platform = $1 and t.id = told.id::uuid
where t.about is null or t.about = any ($2::uuid[])
