-- Who sees which rows, said once; run at every upgrade. The owner writes; people read through these two roles, which own
-- nothing: the desk sees its platform, a unit sees the matters that are or were its own. Settings, per transaction:
-- app.platform, and app.units, the unit with its sub-units, parted by unit separators (U+001F).

grant usage on schema public to rexian_desk, rexian_unit;
grant select on
  platform, rule_row, call, contact, county_month, event, free_text, leader_day, mystery_call, request_text,
  service_request, work_order, assignment, return_request, worklist, order_unit, notice, attachment
to rexian_desk;
grant select on
  platform, rule_row, contact, event, free_text, request_text,
  service_request, work_order, assignment, return_request, worklist, order_unit, notice, attachment
to rexian_unit;

alter table platform enable row level security;
drop policy if exists desk on platform;
create policy desk on platform for select to rexian_desk, rexian_unit
  using (platform = (select current_setting('app.platform', true)));

do $$
declare
  name text;
begin
  foreach name in array array['call', 'contact', 'county_month', 'event', 'free_text', 'leader_day', 'mystery_call',
    'request_text', 'service_request', 'work_order', 'assignment', 'return_request', 'worklist', 'order_unit', 'notice', 'attachment']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('drop policy if exists desk on %I', name);
    execute format('create policy desk on %I for select to rexian_desk
      using (platform = (select current_setting(''app.platform'', true)))', name);
    execute format('drop policy if exists unit on %I', name);
  end loop;
end $$;

create policy unit on order_unit for select to rexian_unit
  using (
    platform = (select current_setting('app.platform', true))
    and unit = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[])
  );

-- Its own now. order_unit's own policy narrows each of these.
create policy unit on work_order for select to rexian_unit
  using (exists (
    select from order_unit ou
    where ou.platform = work_order.platform and ou.work_order = work_order.id and ou.seen_until is null
  ));
create policy unit on worklist for select to rexian_unit
  using (exists (
    select from order_unit ou
    where ou.platform = worklist.platform and ou.work_order = worklist.work_order and ou.seen_until is null
  ));
create policy unit on assignment for select to rexian_unit
  using (exists (
    select from order_unit ou
    where ou.platform = assignment.platform and ou.work_order = assignment.work_order and ou.seen_until is null
  ));
create policy unit on return_request for select to rexian_unit
  using (exists (
    select from order_unit ou
    where ou.platform = return_request.platform and ou.work_order = return_request.work_order
      and ou.seen_until is null
  ));

create policy unit on service_request for select to rexian_unit
  using (exists (
    select from order_unit ou
    where ou.platform = service_request.platform and ou.request = service_request.id and ou.seen_until is null
  ));
create policy unit on request_text for select to rexian_unit
  using (exists (
    select from order_unit ou
    where ou.platform = request_text.platform and ou.request = request_text.request and ou.seen_until is null
  ));

-- What it once had too, as it stood when it handed over: what happened until then.
create policy unit on event for select to rexian_unit
  using (
    exists (
      select from order_unit ou
      where ou.platform = event.platform and ou.work_order = event.subject_id
        and (ou.seen_until is null or event.at <= ou.seen_until)
    )
    or exists (
      select from order_unit ou
      where ou.platform = event.platform and ou.request = event.subject_id
        and (ou.seen_until is null or event.at <= ou.seen_until)
    )
  );
create policy unit on attachment for select to rexian_unit
  using (
    exists (
      select from order_unit ou
      where ou.platform = attachment.platform and ou.work_order = attachment.about
        and (ou.seen_until is null or attachment.at <= ou.seen_until)
    )
    or exists (
      select from order_unit ou
      where ou.platform = attachment.platform and ou.request = attachment.about
        and (ou.seen_until is null or attachment.at <= ou.seen_until)
    )
  );
create policy unit on free_text for select to rexian_unit
  using (
    (unit is null or unit = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[]))
    and (
      exists (
        select from order_unit ou
        where ou.platform = free_text.platform and ou.work_order = free_text.about
          and (ou.seen_until is null or free_text.at <= ou.seen_until)
      )
      or exists (
        select from order_unit ou
        where ou.platform = free_text.platform and ou.request = free_text.about
          and (ou.seen_until is null or free_text.at <= ou.seen_until)
      )
    )
  );

-- Who raised it, while the matter is the unit's and isn't confidential.
create policy unit on contact for select to rexian_unit
  using (exists (
    select from service_request r
    join order_unit ou on ou.platform = r.platform and ou.request = r.id and ou.seen_until is null
    where r.platform = contact.platform and r.contact = contact.id and not r.confidential
  ));

-- What it was told itself.
create policy unit on notice for select to rexian_unit
  using (
    platform = (select current_setting('app.platform', true))
    and recipient like 'unit:%'
    and substr(recipient, 6) = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[])
  );
