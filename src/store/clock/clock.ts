/** 时钟表: when to look at which order again. A row is never later than the truth; whoever changes an order sets it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { lastStepAt } from "../../domain/order/stage.ts";
import { rowsByKey } from "../byKey.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface ClockRow {
  order: Id;
  /** null: the clock asks nothing more of it */
  nextAt: Instant | null;
}

const list = (values: readonly unknown[]) => `{${values.join(",")}}`;

/** 设定时钟 of these orders. */
export async function setClocks(db: Database, platform: string, rows: readonly ClockRow[]): Promise<void> {
  const running = rows.filter(({ nextAt }) => nextAt !== null);
  if (running.length > 0)
    await db.prepared(
      `insert into order_clock (platform, work_order, next_at)
       select $1, work_order, next_at
       from unnest($2::text::uuid[], $3::text::timestamptz[]) as given (work_order, next_at)
       on conflict (platform, work_order) do update set next_at = excluded.next_at`,
      [
        platform,
        list(running.map(({ order }) => order)),
        list(running.map(({ nextAt }) => `"${timestamp(nextAt as Instant)}"`)),
      ],
    );
  const stopped = rows.flatMap(({ order, nextAt }) => (nextAt === null ? [order] : []));
  if (stopped.length > 0)
    await db.prepared(
      `delete from order_clock
       where ctid = any (array(${rowsByKey("order_clock", "work_order", "offset 0", "ctid")}))`,
      [platform, list(stopped)],
    );
}

/** 推后: those of these that are still due are looked at later; what somebody has set meanwhile stands. */
export const postponeClocks = (db: Database, platform: string, orders: readonly Id[], now: Instant, until: Instant) =>
  db.query(
    `update order_clock set next_at = $4
     where platform = $1 and work_order = any ($2::text::uuid[]) and next_at <= $3`,
    [platform, list(orders), timestamp(now), timestamp(until)],
  );

const isDead = ({ withdrawnAt, closedAt }: OrderState) => withdrawnAt !== null || closedAt !== null;

/** 计时: orders just written are looked at when whoever wrote them says, else at once; the dead are not. */
export const startClocks = (
  db: Database,
  platform: string,
  orders: readonly OrderState[],
  lookAgainAt?: (order: OrderState) => Instant | null,
): Promise<void> =>
  setClocks(
    db,
    platform,
    lookAgainAt
      ? orders.map((order) => ({ order: order.id, nextAt: lookAgainAt(order) }))
      : orders.filter((order) => !isDead(order)).map((order) => ({ order: order.id, nextAt: lastStepAt(order) })),
  );

/** 到时的工单 by now, the longest waiting first. */
export const dueClocks = async (db: Database, platform: string, now: Instant, limit: number): Promise<Id[]> =>
  (
    await db.query<{ id: Id }>(
      `select work_order as id from order_clock where platform = $1 and next_at <= $2
       order by next_at, work_order limit $3`,
      [platform, timestamp(now), limit],
    )
  ).map(({ id }) => id);

/** 最早的到时; null: no clock runs. */
export const earliestClock = async (db: Database, platform: string): Promise<Instant | null> =>
  (
    await db.query<{ at: Instant }>(
      "select next_at as at from order_clock where platform = $1 order by next_at, work_order limit 1",
      [platform],
    )
  )[0]?.at ?? null;

/**
 * 认领: those of these orders that are still due and that nobody else's sweep is at; no other looks at them meanwhile. People
 * aren't held up: of two who change an order the database lets one through, whoever they are.
 */
export const claimOrders = async (db: Database, platform: string, orders: readonly Id[], now: Instant): Promise<Id[]> =>
  (
    await db.query<{ id: Id; mine: boolean }>(
      `select due.work_order as id, pg_try_advisory_xact_lock(hashtextextended(due.work_order::text, 1)) as mine
       from (${rowsByKey("order_clock", "work_order", "offset 0")}) due
       where due.next_at <= $3 order by due.work_order`,
      [platform, list(orders), timestamp(now)],
    )
  ).flatMap(({ id, mine }) => (mine ? [id] : []));

/** A row of before the platform was here, of an order that nobody has done anything with since: what was due then is history. */
const pastRows = `
  select due.work_order, listed.stage, platform.origin, platform.created_at
  from platform
  cross join lateral (
    select work_order, next_at from order_clock
    where platform = $1 and next_at <= least($2::timestamptz, platform.created_at) offset 0
  ) due
  cross join lateral (
    select stage, moved_at from worklist where platform = $1 and work_order = due.work_order offset 0
  ) listed
  where platform.platform = $1 and listed.moved_at < platform.created_at`;

/**
 * 往事不再计时: stops the clocks of what had come to its end before the platform was here: of what was already followed up. Whatever
 * is done with an order from then on starts its clock again.
 */
export const restHistory = (db: Database, platform: string, now: Instant) =>
  db.query(
    `delete from order_clock using (${pastRows}) past
     where order_clock.platform = $1 and order_clock.work_order = past.work_order
       and past.stage = 'followedUp'`,
    [platform, timestamp(now)],
  );

/** 未了的往事 of a reconstructed platform: at most so many orders that were still open when it was here, and since when it is. */
export const openHistory = (
  db: Database,
  platform: string,
  now: Instant,
  limit: number,
): Promise<{ order: Id; since: Instant }[]> =>
  db.query<{ order: Id; since: Instant }>(
    `select work_order as order, created_at as since from (${pastRows}) past
     where origin = 'reconstructed' order by work_order limit $3`,
    [platform, timestamp(now), limit],
  );
