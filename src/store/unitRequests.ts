/** 单位的诉求: which requests are a unit's now, with what its lists of them are narrowed and found by. */
import type { Id } from "../domain/ledger/event.ts";
import type { OrderState } from "../domain/order/order.ts";
import { orderUnits } from "../domain/order/worklist.ts";
import type { Database } from "./database.ts";

const list = (ids: readonly Id[]) => `{${ids.join(",")}}`;

const SHOWN = ["accepted_at", "type", "category", "channel", "place"];
const shownOf = (of: string) => SHOWN.map((column) => `${of}.${column}`).join(", ");

const unitsOf = (order: OrderState): string =>
  JSON.stringify(orderUnits(order).flatMap(({ unit, seenUntil }) => (seenUntil === null ? [unit] : [])));

/** 换了单位的: of these orders the requests that are another unit's now than they were, or another order's, as an import says. */
export const movedRequests = (orders: readonly OrderState[], before: ReadonlyMap<Id, unknown>): Id[] =>
  orders.flatMap((order) => {
    const was = before.get(order.id) as OrderState | undefined;
    if (was === undefined) return [order.request];
    if (was.request !== order.request) return [was.request, order.request];
    return unitsOf(was) === unitsOf(order) ? [] : [order.request];
  });

/**
 * Whose a request is, by the index of its own key: asked together with `seen_until`, a table that has no statistics yet is read
 * whole for every request.
 */
const unitsNow = (request: string) =>
  `(select unit from (
     select unit, seen_until from order_unit where platform = $1 and request = ${request} offset 0
   ) known where seen_until is null)`;

/** What is no unit's any more. */
const drop = (db: Database, platform: string, requests: string) =>
  db.prepared(
    `delete from unit_request u using (
       select wanted.id, listed.unit from unnest($2::text::uuid[]) as wanted (id)
       cross join lateral (select unit from unit_request where platform = $1 and request = wanted.id offset 0) listed
       where listed.unit not in ${unitsNow("wanted.id")}
     ) gone where u.platform = $1 and u.request = gone.id and u.unit = gone.unit`,
    [platform, requests],
  );

const enter = (db: Database, platform: string, requests: string) =>
  db.prepared(
    `insert into unit_request (platform, unit, request, ${SHOWN.join(", ")}, words)
     select $1, o.unit, r.id, ${shownOf("r")}, t.words
     from unnest($2::text::uuid[]) as wanted (id)
     cross join lateral (select * from service_request where platform = $1 and id = wanted.id offset 0) r
     cross join lateral ${unitsNow("wanted.id")} o
     left join lateral (select words from request_text where platform = $1 and request = wanted.id offset 0) t on true
     on conflict (platform, request, unit) do update
     set ${[...SHOWN, "words"].map((column) => `${column} = excluded.${column}`).join(", ")}`,
    [platform, requests],
  );

/** 重列单位的诉求: these, as their orders and they themselves now say; both have been written. */
export async function listUnitRequests(db: Database, platform: string, requests: readonly Id[]): Promise<void> {
  if (requests.length === 0) return;
  const ids = list([...new Set(requests)]);
  await db.together([() => drop(db, platform, ids), () => enter(db, platform, ids)]);
}

/** 诉求的词 as they are found among a unit's own: what stands beside the request, or nothing. */
export async function copyWords(db: Database, platform: string, requests: readonly Id[]): Promise<void> {
  if (requests.length === 0) return;
  await db.query(
    `update unit_request u set words = t.words
     from unnest($2::text::uuid[]) as wanted (id)
     left join lateral (select words from request_text where platform = $1 and request = wanted.id offset 0) t on true
     where u.platform = $1 and u.request = wanted.id`,
    [platform, list(requests)],
  );
}

/**
 * 补上词 where an order was dispatched while its request's words were being entered, amended or forgotten: neither then saw the
 * other.
 */
export async function mendWords(db: Database, platform: string, orders: readonly Id[], requests: readonly Id[]) {
  if (orders.length === 0 && requests.length === 0) return;
  await db.query(
    `update unit_request u set words = t.words
     from (
       select request from unnest($2::text::uuid[]) as wanted (id)
       cross join lateral (select request from work_order where platform = $1 and id = wanted.id offset 0) o
       union select request from unnest($3::text::uuid[]) as amended (request)
     ) r
     left join lateral (select words from request_text where platform = $1 and request = r.request offset 0) t on true
     where u.platform = $1 and u.request = r.request and u.words is distinct from t.words`,
    [platform, list(orders), list(requests)],
  );
}

/** Words that wait to be entered are no fault: what comes after the place that they are entered up to says so. */
const SETTLED = `exists (
  select from words_entered mark
  join event entered on entered.platform = $1 and entered.position = mark.position
  where mark.platform = $1 and not exists (
    select from event where platform = $1 and subject_id in (one.id, one.request)
      and (event.xact, event.position) > (entered.xact, entered.position)))`;

/** 单位诉求不符的工单 among these, whose own rows are known to be right; null: none. */
export async function unitRequestDiffers(db: Database, platform: string, orders: readonly Id[]): Promise<Id | null> {
  const own = `select o.unit, ${shownOf("r")} from order_unit o
    join service_request r on r.platform = o.platform and r.id = o.request
    where o.platform = $1 and o.request = one.request and o.seen_until is null`;
  const listed = `select unit, ${SHOWN.join(", ")} from unit_request u where u.platform = $1 and u.request = one.request`;
  const otherWords = `select from unit_request u
    left join request_text t on t.platform = u.platform and t.request = u.request
    where u.platform = $1 and u.request = one.request and u.words is distinct from t.words`;
  const [found] = await db.query<{ id: Id }>(
    `select one.id from unnest($2::text::uuid[]) as wanted (id)
     cross join lateral (select id, request from work_order where platform = $1 and id = wanted.id offset 0) one
     where exists ((${own}) except all (${listed})) or exists ((${listed}) except all (${own}))
       or (exists (${otherWords}) and ${SETTLED})
     limit 1`,
    [platform, list(orders)],
  );
  return found?.id ?? null;
}

/** 多列的诉求 among these: listed as that of a unit whose it isn't; null: none. */
export async function unitRequestStrays(db: Database, platform: string, requests: readonly Id[]): Promise<Id | null> {
  const [found] = await db.query<{ id: Id }>(
    `select u.request as id from unnest($2::text::uuid[]) as wanted (id)
     cross join lateral (select unit, request from unit_request where platform = $1 and request = wanted.id offset 0) u
     where not exists (
       select from order_unit o
       where o.platform = $1 and o.request = u.request and o.unit = u.unit and o.seen_until is null)
     limit 1`,
    [platform, list(requests)],
  );
  return found?.id ?? null;
}
