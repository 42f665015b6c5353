/** 积压与批量退单的记录: old orders that lie unanswered, and those returned all at once. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { returnText, rulingText } from "../text/write.ts";
import { officeTime } from "../timing/pattern.ts";
import { dayOf, dueAfter } from "../timing/timeline.ts";
import type { Desk } from "./desk.ts";
import { dispatcher, type Sent, send, sentAfter } from "./order.ts";

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
  const sent = send(desk, { ...matter, hotEvent: null, leaderDay: null, call: null }, acceptedAt, sentAt, false);
  const limits = desk.limits(sentAt);
  const { dueAt: acknowledgeBy } = dueAfter(line, limits.acknowledge, sentAt);
  const deemed = random.below(3) === 0;
  const at = deemed ? acknowledgeBy : officeTime(random, line, sentAt + 2 * MINUTE, acknowledgeBy);
  const due = dueAfter(line, limits.resolve, at);
  sent.add("orderAcknowledged", at, deemed ? "system" : `unit:${matter.unit}`, { assignment: 1, deemed, ...due });
  if (notBefore !== null && due.dueAt <= notBefore) {
    const dueAt = line.starts[dayOf(line, notBefore) + 2]!;
    sent.add("extensionGranted", due.dueAt - HOUR, dispatcher(desk), {
      assignment: 1,
      dueAt,
      provisional: due.provisional,
    });
    due.dueAt = dueAt;
  }
  sent.add("orderSupervised", due.dueAt, "system", { level: "yellow" });
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
  act: BulkAct,
  until: Instant,
  to: string | null,
): void {
  const { random } = desk;
  const { add, request } = sent;
  const scene = { random, place: request.place };
  const text = desk.text(act.requestedAt, returnText(desk.voice(matter.category), scene));
  add("returnRequested", act.requestedAt, `unit:${matter.unit}`, {
    returnNo: 1,
    assignment: 1,
    late: true,
    bulk: act.bulk,
    text,
  });
  if (to === null) return;
  add("returnAccepted", act.approvedAt, "dispatcher:1", {
    returnNo: 1,
    text: desk.text(act.approvedAt, rulingText("accepted", scene)),
  });
  sendAgain(desk, sent, act.sentAgainAt + random.below(2 * HOUR), until, to, 2);
}

/** 再次派发并签收: a new assignment whose deadline lies after `until`. */
export function sendAgain(
  desk: Desk,
  { add, identity }: Sent,
  at: Instant,
  until: Instant,
  to: string,
  assignment: number,
): Instant {
  const { line, random } = desk;
  const limits = desk.limits(at);
  add("orderDispatched", at, dispatcher(desk), {
    ...identity,
    assignment,
    role: "lead",
    unit: to,
    basis: "arbitration",
  });
  const acknowledgedAt = at + 10 * MINUTE + random.below(HOUR);
  const due = [limits.resolve, limits.complex]
    .map((limit) => dueAfter(line, limit, acknowledgedAt))
    .find(({ dueAt }) => dueAt > until);
  const longest = due ?? dueAfter(line, { amount: 20, in: "workingDays" }, acknowledgedAt);
  add("orderAcknowledged", acknowledgedAt, `unit:${to}`, { assignment, deemed: false, ...longest });
  return acknowledgedAt;
}
