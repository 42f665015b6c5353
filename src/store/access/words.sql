-- What is asked for by its words. The policies of request_text forbid its index to whoever reads through a role: a match might
-- tell of rows that he may not see. These two look as the owner, and give only the requests that the policies would give; null:
-- more than `most` requests of the platform say it, whosever they are. Run at every upgrade, after policies.sql.

create or replace function words_of_desk(asked tsquery, most integer) returns uuid[]
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with found as materialized (
    select request from request_text
    where platform = (select current_setting('app.platform', true)) and words @@ asked limit most + 1
  )
  select case when count(*) <= most then coalesce(array_agg(request), '{}') end from found
$$;

create or replace function words_of_unit(asked tsquery, most integer) returns uuid[]
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with found as materialized (
    select request from request_text
    where platform = (select current_setting('app.platform', true)) and words @@ asked limit most + 1
  ),
  own as (
    select request from found where exists (
      select from order_unit ou
      where ou.platform = (select current_setting('app.platform', true)) and ou.request = found.request
        and ou.seen_until is null
        and ou.unit = any ((select string_to_array(current_setting('app.units', true), chr(31)))::text[])
    )
  )
  select case when (select count(*) from found) <= most then array(select request from own) end
$$;

revoke all on function words_of_desk(tsquery, integer), words_of_unit(tsquery, integer) from public;
grant execute on function words_of_desk(tsquery, integer) to rexian_desk;
grant execute on function words_of_unit(tsquery, integer) to rexian_unit;
