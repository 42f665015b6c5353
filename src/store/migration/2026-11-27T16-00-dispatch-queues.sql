-- What waits for the dispatcher's word stands in the lists: extensions asked for, and matters that were returned more than once.
alter table worklist add column extension_pending boolean, add column returned_again boolean;
update worklist set
  extension_pending = worklist.stage in ('handling', 'returning', 'arbitrating') and exists (
    select from work_order o
    where o.platform = worklist.platform and o.id = worklist.work_order and o.extension ->> 'assignment' is not null
      and o.extension ->> 'ruling' is null and (o.extension ->> 'assignment')::integer = (
        select max(no) from assignment a
        where a.platform = o.platform and a.work_order = o.id and a.role = 'lead'
      )
  ),
  returned_again = worklist.stage in ('returning', 'arbitrating') and exists (
    select from return_request r
    where r.platform = worklist.platform and r.work_order = worklist.work_order and r.no > 1 and r.ruling is null
  );
alter table worklist alter column extension_pending set not null, alter column returned_again set not null;

-- They are few among very many, as are the bulk returns that await their ruling.
create index worklist_extension on worklist (platform, moved_at desc, work_order) where extension_pending;
create index worklist_returned_again on worklist (platform, moved_at desc, work_order) where returned_again;
create index return_request_bulk_open on return_request (platform, bulk) where bulk is not null and ruling is null;

-- What the hotline office tells units, each act once.
create index notice_announced on notice (platform, at desc, subject_id) where subject = 'announcement' and ordinal = 1;
