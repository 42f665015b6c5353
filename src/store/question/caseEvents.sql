-- 案例经过: what the ledger holds on a work order and its request until the period's end, in order.
select subject, subject_id as id, version, kind, at, by, data
from event
where platform = :platform and subject_id in (:id::uuid, :request::uuid) and at < :until::timestamptz
order by at, position
