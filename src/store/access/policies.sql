-- Who sees which rows, said once; run at every upgrade. The owner writes; people read through these two roles, which own
-- nothing: the desk sees its platform, a unit sees the matters that are or were its own. Settings, per transaction:
-- app.platform, and app.units, the unit with its sub-units, parted by unit separators (U+001F).

grant usage on schema public to rexian_desk, rexian_unit;
grant select on
  platform, rule_row, call, contact, county_month, event, free_text, leader_day, mystery_call, request_text,
  service_request, work_order, assignment, return_request, worklist, order_unit, unit_request, notice, attachment,
  article, article_edition, article_use, article_report, open_question,
  inspection_draw, inspection_sample, inspection_score, objection,
  mystery_plan, mystery_task, mystery_rating, mystery_objection
to rexian_desk;
grant select on
  platform, rule_row, contact, event, free_text, request_text,
  service_request, work_order, assignment, return_request, worklist, order_unit, unit_request, notice, attachment,
  article, article_edition, article_report, inspection_sample, inspection_score, objection
to rexian_unit;
-- how often, not by whom nor for which matter
grant select (platform, id, article, edition, at) on article_use to rexian_unit;

alter table platform enable row level security;
drop policy if exists desk on platform;
create policy desk on platform for select to rexian_desk, rexian_unit
  using (platform = (select current_setting('app.platform', true)));

do $$
declare
  name text;
begin
  foreach name in array array['call', 'contact', 'county_month', 'event', 'free_text', 'leader_day', 'mystery_call',
    'request_text', 'service_request', 'work_order', 'assignment', 'return_request', 'worklist', 'order_unit', 'unit_request', 'notice', 'attachment',
    'article', 'article_edition', 'article_use', 'article_report', 'open_question', 'inspection_draw', 'inspection_sample',
    'inspection_score', 'objection', 'mystery_plan', 'mystery_task', 'mystery_rating', 'mystery_objection']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('drop policy if exists desk on %I', name);
    execute format('create policy desk on %I for select to rexian_desk
      using (platform = (select current_setting(''app.platform'', true)))', name);
    execute format('drop policy if exists unit on %I', name);
  end loop;
end $$;

-- Said so that it leads into no index, which by several units at once gives no row in its order, and isn't thought to leave but
-- few of the rows that are asked for by their unit.
create policy unit on order_unit for select to rexian_unit
  using (
    platform = (select current_setting('app.platform', true))
    and coalesce(unit = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[]), false)
  );
create policy unit on unit_request for select to rexian_unit
  using (
    platform = (select current_setting('app.platform', true))
    and coalesce(unit = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[]), false)
  );

-- What stands in a unit's part of each table, said once and written into each table's policy, so that its own indexes serve;
-- order_unit's own policy narrows all of it. `has`: while the matter is its own. `saw`: also what happened while it was.
do $$
declare
  has constant text := 'exists (
    select from order_unit ou
    where ou.platform = %1$I.platform and ou.%2$I = %1$I.%3$I and ou.seen_until is null
  )';
  saw constant text := 'exists (
    select from order_unit ou
    where ou.platform = %1$I.platform and ou.%2$I = %1$I.%3$I
      and (ou.seen_until is null or %1$I.at <= ou.seen_until)
  )';
  of text[];
begin
  foreach of slice 1 in array array[
    ['work_order', 'work_order', 'id'],
    ['worklist', 'work_order', 'work_order'],
    ['assignment', 'work_order', 'work_order'],
    ['return_request', 'work_order', 'work_order'],
    ['service_request', 'request', 'id'],
    ['request_text', 'request', 'request']
  ]
  loop
    execute format('create policy unit on %1$I for select to rexian_unit using (' || has || ')', of[1], of[2], of[3]);
  end loop;

  -- a text that is internal to a unit is that unit's own
  foreach of slice 1 in array array[
    ['event', 'subject_id', 'true'],
    ['attachment', 'about', 'true'],
    ['free_text', 'about',
      'unit is null or unit = any ((select string_to_array(current_setting(''app.units'', true), chr(31)))::text[])']
  ]
  loop
    execute format('create policy unit on %I for select to rexian_unit using ((%s) and (%s or %s))',
      of[1], of[3], format(saw, of[1], 'work_order', of[2]), format(saw, of[1], 'request', of[2]));
  end loop;
end $$;

-- Who raised it, while the matter is the unit's and isn't confidential.
create policy unit on contact for select to rexian_unit
  using (exists (
    select from service_request r
    join order_unit ou on ou.platform = r.platform and ou.request = r.id and ou.seen_until is null
    where r.platform = contact.platform and r.contact = contact.id and not r.confidential
  ));

-- What it was told itself, or the county platform of its place.
create policy unit on notice for select to rexian_unit
  using (
    platform = (select current_setting('app.platform', true))
    and split_part(recipient, ':', 1) in ('unit', 'county')
    and substr(recipient, position(':' in recipient) + 1) = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[])
  );

-- What everybody answers from is everybody's; what is said to be wrong with it goes to the unit that answers for it.
do $$
declare
  name text;
begin
  foreach name in array array['article', 'article_edition', 'article_use']
  loop
    execute format('create policy unit on %I for select to rexian_unit
      using (platform = (select current_setting(''app.platform'', true)))', name);
  end loop;
end $$;
create policy unit on article_report for select to rexian_unit
  using (exists (
    select from article a
    where a.platform = article_report.platform and a.id = article_report.article
      and a.unit = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[])
  ));

-- What was said of its own work.
create policy unit on inspection_sample for select to rexian_unit
  using (
    platform = (select current_setting('app.platform', true)) and of = 'order'
    and judged = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[])
  );
create policy unit on inspection_score for select to rexian_unit
  using (exists (
    select from inspection_sample s where s.platform = inspection_score.platform and s.id = inspection_score.sample
  ));
create policy unit on objection for select to rexian_unit
  using (exists (select from inspection_sample s where s.platform = objection.platform and s.id = objection.sample));
