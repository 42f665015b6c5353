/** 告知: after a change was recorded, in the same transaction: who hears of it, what goes out by SMS; and when to look again. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { CountyMonthState } from "../../domain/county/county.ts";
import { countyMonthNotices } from "../../domain/county/notices.ts";
import type { Id, LedgerEvent, Subject } from "../../domain/ledger/event.ts";
import { type Notice, noticesOf, type Recipient, recipientKey } from "../../domain/notice/notice.ts";
import { nextDueAt } from "../../domain/order/nextDue.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { stageOf } from "../../domain/order/stage.ts";
import { pointsBrought } from "../county/months.ts";
import type { Database } from "../database.ts";
import type { State } from "../subject.ts";
import { type Telling, writeMessages } from "./citizen.ts";
import { addNotices, type NewNotice } from "./notices.ts";

const DAY = 86_400_000;

/** 重看的时刻: at least daily, so that a rule that was added is noticed; null: it has ended. */
export function lookAgainAt(order: OrderState, now: Instant, rules: Rules): Instant | null {
  if (["withdrawn", "closed"].includes(stageOf(order))) return null;
  return Math.min(nextDueAt(order, now, rules) ?? now + DAY, now + DAY);
}

type Tell = (event: LedgerEvent, state: State, telling: Telling, db: Database) => Notice[] | Promise<Notice[]>;

/** 有通知的主体 */
const tellers: Partial<Record<Subject, Tell>> = {
  order: (event, state) => noticesOf(event, state as OrderState),
  countyMonth: async (event, state, { platform, rules }, db) => {
    const mayReopen = event.kind === "countyReported" || event.kind === "dataObjectionSettled";
    const brought = mayReopen ? await pointsBrought(db, platform, event.id) : null;
    return countyMonthNotices(event, state as CountyMonthState, rules, brought);
  },
};

interface Told extends Notice {
  event: LedgerEvent;
  ordinal: number;
}

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

/** 告知 of recorded events of those subjects that anybody is told of. `written`: the states after them. */
export async function tell(
  db: Database,
  events: readonly LedgerEvent[],
  written: ReadonlyMap<Id, State>,
  telling: Telling,
): Promise<void> {
  const { platform, newId } = telling;
  const all: Told[] = [];
  for (const event of events) {
    const notices = (await tellers[event.subject]?.(event, written.get(event.id)!, telling, db)) ?? [];
    all.push(...notices.map((one, ordinal) => ({ event, ordinal, ...one })));
  }
  if (all.length === 0) return;
  const notices = all.filter(({ to }) => to !== "citizen").map((one) => noticeOf(one, newId));
  // only orders have anything to tell a citizen
  const messages = all
    .filter(({ to }) => to === "citizen")
    .map((one) => ({ ...one, order: written.get(one.event.id) as OrderState }));
  await db.together([() => addNotices(db, platform, notices), () => writeMessages(db, messages, telling)]);
}
