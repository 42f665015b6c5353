/** 积压与批量退单的记录: old orders that lie unanswered, and those returned all at once. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { leadOf } from "../../domain/order/stage.ts";
import { returnText, rulingText } from "../text/write.ts";
import { officeTime } from "../timing/pattern.ts";
import { dayOf, dueAfter } from "../timing/timeline.ts";
import { sendAgain, type Wandering, wander } from "./again.ts";
import type { Desk } from "./desk.ts";
import { acknowledge, type Sent, send, sentAfter } from "./order.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface OldMatter {
  type: string;
  category: string;
  topic: string | null;
  unit: string;
}
type Span = { from: Instant; until: Instant };

/** 已签收的工单 that nobody works on yet. */
export function acknowledgedOrder(
  desk: Desk,
  matter: OldMatter & Partial<Pick<Parameters<typeof send>[1], "hotEvent" | "call" | "channel">>,
  acceptedAt: Instant,
  month: Span,
): Sent {
  const { random, line } = desk;
  const sentAt = sentAfter(desk, acceptedAt, month);
  const sent = send(desk, { hotEvent: null, call: null, ...matter, leaderDay: null }, acceptedAt, sentAt, {
    urgent: false,
    complex: false,
  });
  const limits = desk.limits(sentAt);
  const { dueAt: acknowledgeBy } = dueAfter(line, limits.acknowledge, sentAt);
  const deemed = random.below(3) === 0;
  const at = deemed ? acknowledgeBy : officeTime(random, line, sentAt + 2 * MINUTE, acknowledgeBy);
  acknowledge(sent.acts, at, deemed, `unit:${matter.unit}`);
  return sent;
}

/** 久拖未办的工单: acknowledged, past its deadline, unanswered; supervised in vain. */
export function overdueOrder(
  desk: Desk,
  matter: OldMatter,
  acceptedAt: Instant,
  month: Span,
  wandering: Wandering | null,
): Sent {
  const sent = acknowledgedOrder(desk, matter, acceptedAt, month);
  if (wandering) wander(desk, sent, matter.unit, wandering);
  const { dueAt } = leadOf(sent.acts.state());
  sent.acts.act("supervise", dueAt!, "system", { level: "yellow", text: null });
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
  act("requestReturn", bulk.requestedAt, `unit:${matter.unit}`, { reason: "不归本单位", text, bulk: bulk.bulk });
  if (to === null) return;
  const ruling = desk.text(bulk.approvedAt, rulingText("accepted", scene));
  act("acceptReturn", bulk.approvedAt, "dispatcher:1", { to: null, text: ruling });
  sendAgain(desk, sent, bulk.sentAgainAt + random.below(2 * HOUR), until, to);
}
