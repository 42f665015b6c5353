-- 最近一次返工: the unit was given the work order again, so that from then on it can lie untouched. What an import said later
-- stands for itself.
alter table work_order add column reworked_at timestamptz;
update work_order set reworked_at = demanded.at
from (
  select platform, subject_id, max(at) as at
  from event
  where kind = 'reworkDemanded' and not exists (
    select from event later
    where later.platform = event.platform and later.subject_id = event.subject_id and later.kind = 'imported'
      and later.version > event.version
  )
  group by platform, subject_id
) demanded
where work_order.platform = demanded.platform and work_order.id = demanded.subject_id;
