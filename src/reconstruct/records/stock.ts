/** 积压与批量退单的记录: old orders that lie unanswered, and those returned all at once. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { returnText, rulingText } from "../text/write.ts";
import { officeTime } from "../timing/pattern.ts";
import { dayOf, dueAfter } from "../timing/timeline.ts";
import type { Desk } from "./desk.ts";
import { acknowledge, dispatcher, extend, type Sent, send, sentAfter } from "./order.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface OldMatter {
  type: string;
  category: string;
  topic: string | null;
  unit: string;
}
type Span = { from: Instant; until: Instant };

/**
 * 久拖未办的工单: acknowledged, past its deadline, unanswered; supervised in vain. Where months made before must not have it
 * among their overdue stock, it was extended until shortly after the last of them (`notBefore`).
 */
export function overdueOrder(
  desk: Desk,
  matter: OldMatter,
  acceptedAt: Instant,
  month: Span,
  notBefore: Instant | null,
): Sent {
  const { random, line } = desk;
  const sentAt = sentAfter(desk, acceptedAt, month);
  const sent = send(desk, { ...matter, hotEvent: null, leaderDay: null, call: null }, acceptedAt, sentAt, {
    urgent: false,
    complex: false,
  });
  const limits = desk.limits(sentAt);
  const { dueAt: acknowledgeBy } = dueAfter(line, limits.acknowledge, sentAt);
  const deemed = random.below(3) === 0;
  const at = deemed ? acknowledgeBy : officeTime(random, line, sentAt + 2 * MINUTE, acknowledgeBy);
  const due = dueAfter(line, limits.resolve, at);
  acknowledge(sent.acts, at, deemed, `unit:${matter.unit}`);
  if (notBefore !== null && due.dueAt <= notBefore) {
    const dueAt = line.starts[dayOf(line, notBefore) + 2]!;
    sent.acts.note("extensionGranted", due.dueAt - HOUR, dispatcher(desk), {
      assignment: 1,
      dueAt,
      provisional: due.provisional,
    });
    due.dueAt = dueAt;
  }
  sent.acts.act("supervise", due.dueAt, "system", { level: "yellow", text: null });
  return sent;
}

/** 同一天的批准: instants of one bulk act, in working time: asked, approved, sent again. */
export interface BulkAct {
  bulk: Id;
  requestedAt: Instant;
  approvedAt: Instant;
  sentAgainAt: Instant;
}

/** 批量退单的时刻: so late in the month that the fresh clock hasn't run out at its end. */
export function bulkAct(desk: Desk, bulk: Id, month: Span): BulkAct {
  const { line, random } = desk;
  const last = dayOf(line, month.until - 1);
  const first = dayOf(line, month.from);
  const days = line.workdays.filter((day) => day >= first && day <= last).slice(-6, -3);
  const day = days[0] ?? last;
  const at = line.starts[day]! + 9 * HOUR + random.below(2 * HOUR);
  return { bulk, requestedAt: at, approvedAt: at + 4 * HOUR, sentAgainAt: at + 5 * HOUR };
}

/** 列入批量退单; with `to` the return is accepted and the order sent to that unit, whose clock begins afresh. */
export function returnInBulk(
  desk: Desk,
  matter: OldMatter,
  sent: Sent,
  bulk: BulkAct,
  until: Instant,
  to: string | null,
): void {
  const { random } = desk;
  const { act } = sent.acts;
  const { request } = sent;
  const scene = { random, place: request.place };
  const text = desk.text(bulk.requestedAt, returnText(desk.voice(matter.category), scene));
  act("requestReturn", bulk.requestedAt, `unit:${matter.unit}`, { reason: "notCompetent", text, bulk: bulk.bulk });
  if (to === null) return;
  const ruling = desk.text(bulk.approvedAt, rulingText("accepted", scene));
  act("acceptReturn", bulk.approvedAt, "dispatcher:1", { to: null, text: ruling });
  sendAgain(desk, sent, bulk.sentAgainAt + random.below(2 * HOUR), until, to);
}

/** 再次派发并签收: a new assignment whose deadline lies after `until`. */
export function sendAgain(desk: Desk, { acts }: Sent, at: Instant, until: Instant, to: string): Instant {
  const { line, random } = desk;
  const by = dispatcher(desk);
  const acknowledgedAt = at + 10 * MINUTE + random.below(HOUR);
  const { resolve, complex } = desk.limits(acknowledgedAt);
  const reaches = (limit: typeof resolve) => dueAfter(line, limit, acknowledgedAt).dueAt > until;
  const isComplex = !reaches(resolve);
  acts.act("redispatch", at, by, { unit: to, basis: "arbitration", complex: isComplex, text: null });
  acts.act("acknowledge", acknowledgedAt, `unit:${to}`, {});
  if (isComplex && !reaches(complex)) extend(desk, acts, acknowledgedAt, `unit:${to}`, complex.amount);
  return acknowledgedAt;
}
