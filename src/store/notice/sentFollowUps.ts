import type { Id } from "../../domain/ledger/event.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** 评价短信真发出去了的: those of the orders whose last attempt was by SMS, and whose message the gateway took. */
export async function sentFollowUps(db: Database, platform: string, orders: readonly OrderState[]): Promise<Set<Id>> {
  const asked = orders.flatMap(({ id, followUpAttempts }) => {
    const last = followUpAttempts.at(-1);
    return last?.channel === "sms" ? [{ id, at: timestamp(last.at) }] : [];
  });
  if (asked.length === 0) return new Set();
  const rows = await db.prepared<{ id: Id }>(
    `select asked.id from jsonb_to_recordset($2::text::jsonb) as asked (id uuid, at timestamptz)
     where exists (
       select from sms where platform = $1 and subject_id = asked.id and created_at >= asked.at
         and survey is not null and status = 'sent'
     )`,
    [platform, JSON.stringify(asked)],
  );
  return new Set(rows.map(({ id }) => id));
}
