-- What is asked for by its words. The policies forbid the indexes of words to whoever reads through a role: a match might tell
-- of rows that he may not see. These look as the owner, and give only the requests that the policies would give: the newest
-- `wanted` of them first, and how many there are; null: more than `most`. Only the index of words serves: for what many say
-- another would seem cheaper. Run at every upgrade, after policies.sql.

drop function if exists words_of_desk(tsquery, integer), words_of_unit(tsquery, integer);

create or replace function words_of_desk(asked tsquery, most integer, wanted integer, out ids uuid[], out counted integer)
language sql stable security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_indexscan = off as $$
  with found as materialized (
    select accepted_at, request from request_text
    where platform = (select current_setting('app.platform', true)) and words @@ asked
    limit most + 1
  )
  select
    case when count(*) <= most then array(select request from found order by accepted_at desc, request desc limit wanted) end,
    case when count(*) <= most then count(*)::integer end
  from found
$$;

-- The same of the last `days` until an instant, and of what else came in the ten days that these begin and end in.
create or replace function late_words_of_desk(
  asked tsquery, until timestamptz, days integer, most integer, wanted integer, out ids uuid[], out counted integer)
language sql stable security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_indexscan = off as $$
  with found as materialized (
    select accepted_at, request from request_text
    where platform = (select current_setting('app.platform', true)) and words @@ asked
      and array[date_bin('10 days', accepted_at, to_timestamp(0))] && array(
        select generate_series(
          date_bin('10 days', until - make_interval(days => days), to_timestamp(0)),
          until, interval '10 days')
      )
    limit most + 1
  )
  select
    case when count(*) <= most then array(select request from found order by accepted_at desc, request desc limit wanted) end,
    case when count(*) <= most then count(*)::integer end
  from found
$$;

-- A request may be of several of the units: of so many rows as would be `most` requests each of all of them, more are needed.
create or replace function words_of_unit(asked tsquery, most integer, wanted integer, out ids uuid[], out counted integer)
language sql stable security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_indexscan = off as $$
  with viewer as materialized (
    select string_to_array(current_setting('app.units', true), chr(31)) as units
  ),
  found as materialized (
    select accepted_at, request from unit_request
    where platform = (select current_setting('app.platform', true)) and words @@ asked
      and array[unit] && (select units from viewer)
    limit (select greatest(cardinality(units), 1) from viewer) * most + 1
  ),
  own as materialized (
    select distinct accepted_at, request from found
    where (select count(*) from found) <= (select greatest(cardinality(units), 1) from viewer) * most
  )
  select
    case when few then array(select request from own order by accepted_at desc, request desc limit wanted) end,
    case when few then (select count(*)::integer from own) end
  from (select (select count(*) from found) <= (select greatest(cardinality(units), 1) from viewer) * most) as looked (few)
$$;

revoke all on function words_of_desk(tsquery, integer, integer), words_of_unit(tsquery, integer, integer),
  late_words_of_desk(tsquery, timestamptz, integer, integer, integer) from public;
grant execute on function words_of_desk(tsquery, integer, integer),
  late_words_of_desk(tsquery, timestamptz, integer, integer, integer) to rexian_desk;
grant execute on function words_of_unit(tsquery, integer, integer) to rexian_unit;

-- Articles that say these words, those that hold on a day first, then those that say them in their title; everybody may read
-- them, but no policy lets a role use the index of words.
create or replace function articles_saying(asked tsquery, today date, most integer)
returns table (id uuid, place bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, row_number() over (
    order by (valid_until is not null and valid_until < today), ts_rank(words, asked) desc, changed_at desc, id)
  from article
  where platform = (select current_setting('app.platform', true)) and words @@ asked
  order by 2
  limit most
$$;
revoke all on function articles_saying(tsquery, date, integer) from public;
grant execute on function articles_saying(tsquery, date, integer) to rexian_desk, rexian_unit;
