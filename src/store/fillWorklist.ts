import { grouped } from "../domain/grouped.ts";
import type { Id, LedgerEvent } from "../domain/ledger/event.ts";
import { applyOrder } from "../domain/order/apply.ts";
import type { OrderState } from "../domain/order/order.ts";
import { startClocks } from "./clock/clock.ts";
import type { Database } from "./database.ts";
import { subjects } from "./subject.ts";
import { listUnitRequests } from "./unitRequests.ts";
import { addWorklist } from "./worklist.ts";

const PAGE = 2000;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Next = (db: Database, platform: string, after: Id) => Promise<{ id: Id }[]>;

const list = (ids: readonly Id[]) => `{${ids.join(",")}}`;

/** Ids page by page, each page handed on before the next is asked for. */
async function eachPage(db: Database, platform: string, next: Next, work: (ids: Id[]) => Promise<void>): Promise<void> {
  for (let ids = await next(db, platform, FIRST); ids.length > 0; ids = await next(db, platform, ids.at(-1)!.id))
    await work(ids.map(({ id }) => id));
}

const handedOn: Next = (db, platform, after) =>
  db.query(
    `select distinct subject_id as id from event
     where platform = $1 and subject = 'order' and kind = 'assignmentHandedOn' and subject_id > $2::uuid
     order by subject_id limit ${PAGE}`,
    [platform, after],
  );

/** 补上曾转的下级单位 as the events have them; those orders are then in no list yet. */
async function fillFormerSubUnits(db: Database, platform: string, ids: readonly Id[]): Promise<void> {
  const events = await db.query<LedgerEvent>(
    `select subject, subject_id as id, version, kind, at, by, data from event
     where platform = $1 and subject_id = any ($2::text::uuid[]) order by subject_id, version`,
    [platform, list(ids)],
  );
  const orders = [...grouped(events, ({ id }) => id).values()].flatMap((history) => {
    const order = history.reduce<OrderState | null>(applyOrder, null);
    return order && order.formerSubUnits.length > 0 ? [{ id: order.id, former: order.formerSubUnits }] : [];
  });
  await db.query(
    `update work_order set former_sub_units = given.former
     from jsonb_to_recordset($2::text::jsonb) as given (id uuid, former jsonb)
     where platform = $1 and work_order.id = given.id`,
    [platform, JSON.stringify(orders)],
  );
  for (const table of ["worklist", "order_unit"])
    await db.query(`delete from ${table} where platform = $1 and work_order = any ($2::text::uuid[])`, [
      platform,
      list(orders.map(({ id }) => id)),
    ]);
}

const unlisted: Next = (db, platform, after) =>
  db.query(
    `select id from work_order where platform = $1 and id > $2::uuid and not exists (
       select from worklist where worklist.platform = $1 and worklist.work_order = work_order.id
     ) order by id limit ${PAGE}`,
    [platform, after],
  );

async function fill(db: Database, platform: string, ids: readonly Id[]): Promise<void> {
  const orders = (await subjects.order.load(db, platform, ids)) as OrderState[];
  await addWorklist(db, platform, orders);
  await startClocks(db, platform, orders);
  await listUnitRequests(
    db,
    platform,
    orders.map(({ request }) => request),
  );
}

/**
 * 补写清单 for the orders that were there before it: once its tables have all the columns that are written. The clock looks at
 * them anew.
 */
export async function fillWorklist(db: Database): Promise<void> {
  const platforms = await db.query<{ platform: string }>("select platform from platform");
  for (const { platform } of platforms) {
    await eachPage(db, platform, handedOn, (ids) => fillFormerSubUnits(db, platform, ids));
    await eachPage(db, platform, unlisted, (ids) => fill(db, platform, ids));
  }
}
