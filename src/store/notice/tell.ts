/** 告知: after a change was recorded, in the same transaction: who hears of it, what goes out by SMS; and when to look again. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id, LedgerEvent } from "../../domain/ledger/event.ts";
import { noticesOf, type Recipient, recipientKey } from "../../domain/notice/notice.ts";
import { nextDueAt } from "../../domain/order/nextDue.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { stageOf } from "../../domain/order/stage.ts";
import type { Database } from "../database.ts";
import { type Telling, type Told, writeMessages } from "./citizen.ts";
import { addNotices, type NewNotice } from "./notices.ts";

const DAY = 86_400_000;

/** 重看的时刻: at least daily, so that a rule that was added is noticed; null: it has ended. */
export function lookAgainAt(order: OrderState, now: Instant, rules: Rules): Instant | null {
  if (["withdrawn", "closed"].includes(stageOf(order))) return null;
  return Math.min(nextDueAt(order, now, rules) ?? now + DAY, now + DAY);
}

const told = (order: OrderState, events: readonly LedgerEvent[]): Told[] =>
  events.flatMap((event) => noticesOf(event, order).map((one, ordinal) => ({ event, order, ordinal, ...one })));

const noticeOf = ({ event, ordinal, to, sentence }: Told, newId: () => Id): NewNotice => ({
  id: newId(),
  recipient: recipientKey(to as Exclude<Recipient, "citizen">),
  sentence,
  subject: event.subject,
  subjectId: event.id,
  version: event.version,
  ordinal,
  at: event.at,
});

/** 告知 of recorded events; only orders are told of. `written`: the states after them. */
export async function tell(
  db: Database,
  events: readonly LedgerEvent[],
  written: ReadonlyMap<Id, unknown>,
  telling: Telling,
): Promise<void> {
  const { platform, newId } = telling;
  const ids = new Set(events.flatMap(({ subject, id }) => (subject === "order" ? [id] : [])));
  if (ids.size === 0) return;
  const orders = [...ids].map((id) => written.get(id) as OrderState);
  const all = orders.flatMap((order) =>
    told(
      order,
      events.filter(({ id }) => id === order.id),
    ),
  );
  const notices = all.filter(({ to }) => to !== "citizen").map((one) => noticeOf(one, newId));
  const messages = all.filter(({ to }) => to === "citizen");
  await db.together([() => addNotices(db, platform, notices), () => writeMessages(db, messages, telling)]);
}
