/** 告知: after a change was recorded, in the same transaction: when to look again, who hears of it, what goes out by SMS. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { EventData, Id, LedgerEvent } from "../../domain/ledger/event.ts";
import { noticesOf, type Recipient, recipientKey } from "../../domain/notice/notice.ts";
import { nextDueAt } from "../../domain/order/nextDue.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { setClocks } from "../clock/clock.ts";
import type { Database } from "../database.ts";
import { addNotices, type NewNotice } from "./notices.ts";
import { addMessages, type NewSms } from "./outbox.ts";
import { addSurvey } from "./survey.ts";

export interface Telling {
  platform: string;
  rules: Rules;
  at: Instant;
  newId(): Id;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Told {
  event: LedgerEvent;
  order: OrderState;
  ordinal: number;
  to: Recipient;
  sentence: string;
}

/** 重看的时刻: at least daily, so that a rule that was added is noticed. */
export function lookAgainAt(order: OrderState, now: Instant, rules: Rules): Instant | null {
  const next = nextDueAt(order, now, rules);
  return next === null ? null : Math.min(next, now + DAY);
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

const contactsOfRequests = async (db: Database, platform: string, requests: readonly Id[]) => {
  const rows = await db.query<{ id: Id; contact: Id }>(
    `select id, contact from service_request
     where platform = $1 and id = any ($2::text::uuid[]) and contact is not null`,
    [platform, `{${requests.join(",")}}`],
  );
  return new Map(rows.map(({ id, contact }) => [id, contact]));
};

/** Of the attempt that went out by SMS: the link leads here, as long as the rule's window is open. */
async function surveyFor(db: Database, { event, order }: Told, { platform, rules }: Telling) {
  if (event.kind !== "followUpAttempted") return null;
  const { round } = event.data as EventData["followUpAttempted"];
  const until = event.at + rules.followUpMode(event.at).windowHours * HOUR;
  return addSurvey(db, platform, { order: order.id, round, version: event.version, until });
}

/** Whoever left no contact is told nothing. */
async function writeMessages(db: Database, those: readonly Told[], telling: Telling): Promise<void> {
  if (those.length === 0) return;
  const { platform, newId, at } = telling;
  const contacts = await contactsOfRequests(
    db,
    platform,
    those.map(({ order }) => order.request),
  );
  const messages: NewSms[] = [];
  for (const one of those) {
    const contact = contacts.get(one.order.request);
    if (!contact) continue;
    const { event, ordinal, sentence } = one;
    const survey = await surveyFor(db, one, telling);
    messages.push({ id: newId(), contact, sentence, subjectId: event.id, version: event.version, ordinal, survey });
  }
  await addMessages(db, platform, messages, at);
}

/** 告知 of recorded events; only orders have a clock and are told of. `written`: the states after them. */
export async function tell(
  db: Database,
  events: readonly LedgerEvent[],
  written: ReadonlyMap<Id, unknown>,
  telling: Telling,
): Promise<void> {
  const { platform, rules, at, newId } = telling;
  const ids = new Set(events.flatMap(({ subject, id }) => (subject === "order" ? [id] : [])));
  if (ids.size === 0) return;
  const orders = [...ids].map((id) => written.get(id) as OrderState);
  await setClocks(
    db,
    platform,
    orders.map((order) => ({ order: order.id, nextAt: lookAgainAt(order, at, rules) })),
  );
  const all = orders.flatMap((order) =>
    told(
      order,
      events.filter(({ id }) => id === order.id),
    ),
  );
  await addNotices(
    db,
    platform,
    all.filter(({ to }) => to !== "citizen").map((one) => noticeOf(one, newId)),
  );
  await writeMessages(
    db,
    all.filter(({ to }) => to === "citizen"),
    telling,
  );
}
