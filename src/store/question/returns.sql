-- 退单: asked for in the period, over all work orders, with the rulings given by its end.
select
  count(*) as requested,
  count(*) filter (where ruling = 'accepted' and ruled_at < :until::timestamptz) as accepted,
  count(*) filter (where ruling = 'rejected' and ruled_at < :until::timestamptz) as rejected,
  count(*) filter (where late) as late
from return_request
where platform = :platform and requested_at >= :from::timestamptz and requested_at < :until::timestamptz
