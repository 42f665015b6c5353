import type { OrderState } from "../domain/order/order.ts";
import type { Database } from "./database.ts";
import { subjects } from "./subject.ts";
import { addWorklist } from "./worklist.ts";

const PAGE = 2000;

const next = (db: Database, platform: string, after: string) =>
  db.query<{ id: string }>(
    `select id from work_order where platform = $1 and id > $2::uuid and not exists (
       select from worklist where worklist.platform = $1 and worklist.work_order = work_order.id
     ) order by id limit ${PAGE}`,
    [platform, after],
  );

async function fill(db: Database, platform: string): Promise<void> {
  let ids = await next(db, platform, "00000000-0000-0000-0000-000000000000");
  while (ids.length > 0) {
    const orders = await subjects.order.load(
      db,
      platform,
      ids.map(({ id }) => id),
    );
    // what later migrations bring isn't there yet
    const known = (orders as OrderState[]).map((order) => ({ ...order, formerSubUnits: order.formerSubUnits ?? [] }));
    await addWorklist(db, platform, known);
    ids = await next(db, platform, ids.at(-1)!.id);
  }
}

/** 补写清单 for the orders that were there before it: once its tables have all the columns that are written. */
export async function fillWorklist(db: Database): Promise<void> {
  const platforms = await db.query<{ platform: string }>("select platform from platform");
  for (const { platform } of platforms) await fill(db, platform);
}
