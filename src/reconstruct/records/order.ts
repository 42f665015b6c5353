/** 派发工单的记录: dispatch, acknowledgement, returns, the unit's work and the follow-up. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { EventData, Id } from "../../domain/ledger/event.ts";
import type { Channel } from "../../domain/request/request.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import { answerText, returnText, rulingText } from "../text/write.ts";
import { type FollowUpWindow, type Handling, handled, inHand } from "../timing/handling.ts";
import { officeTime } from "../timing/pattern.ts";
import { dueAfter } from "../timing/timeline.ts";
import { type Desk, history } from "./desk.ts";
import { idAt } from "./id.ts";
import { chance } from "./random.ts";
import { type Accepted, accept, type CallSpec, TREE } from "./request.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface FollowUp extends FollowUpWindow {
  informed: boolean;
  rejectedReturns: number;
  rating: Rating;
  channel: "sms" | "phone";
}
export interface OrderSpec {
  type: string;
  category: string;
  topic: string | null;
  unit: string;
  hotEvent: string | null;
  leaderDay: Id | null;
  /** draws an instant of acceptance */
  acceptedAt: () => Instant;
  /** dispatched inside these */
  dispatch: { from: Instant; until: Instant };
  followUp: FollowUp | null;
  /** without follow-up: still in the unit's hands at this instant, not yet due; or resolved in time (settled) */
  open: { checkpoint: Instant; settled: boolean };
  /** ends of months at which it must not be overdue */
  checkpoints: Instant[];
  call: CallSpec | null;
  channel?: Channel;
}

export const dispatcher = (desk: Desk) => `dispatcher:${1 + desk.random.below(9)}`;

/** 派发时刻: most within hours of acceptance, all within a day. */
export function sentAfter(desk: Desk, acceptedAt: Instant, { from, until }: OrderSpec["dispatch"]): Instant {
  const delay = chance(desk.random, 72)
    ? 3 * MINUTE + desk.random.below(4 * HOUR)
    : 4 * HOUR + desk.random.below(19 * HOUR);
  const earliest = Math.max(acceptedAt, from);
  return Math.min(Math.max(acceptedAt + delay, from), earliest + Math.max(0, Math.floor((until - 1 - earliest) / 2)));
}

function schedule(desk: Desk, spec: OrderSpec): { acceptedAt: Instant; sentAt: Instant; handling: Handling } {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const acceptedAt = spec.acceptedAt();
    const sentAt = sentAfter(desk, acceptedAt, spec.dispatch);
    const limits = desk.limits(sentAt);
    const handling = spec.followUp
      ? handled(desk, limits, sentAt, spec.followUp, spec.checkpoints, attempt >= 30)
      : inHand(desk, limits, sentAt, spec.open.checkpoint, spec.open.settled);
    if (handling) return { acceptedAt, sentAt, handling };
  }
  throw new Error("no instants fit this work order");
}

export interface Sent {
  id: Id;
  /** what every dispatch of it repeats */
  identity: Pick<EventData["orderDispatched"], "request" | "number" | "tree" | "category" | "topic">;
  add: ReturnType<typeof history>;
  request: Accepted;
}
type Matter = Pick<OrderSpec, "type" | "category" | "topic" | "unit" | "hotEvent" | "leaderDay" | "call" | "channel">;

/** 受理并派发 */
export function send(desk: Desk, matter: Matter, acceptedAt: Instant, sentAt: Instant, urgent: boolean): Sent {
  const request = accept(desk, { ...matter, at: acceptedAt, urgent });
  const id = idAt(desk.random, sentAt);
  const by = dispatcher(desk);
  request.add("requestDispatched", sentAt, by, { order: id });
  const add = history(desk, "order", id);
  const { category, topic, unit } = matter;
  const identity = { request: request.id, number: desk.number("order", sentAt), tree: TREE, category, topic };
  const basis = chance(desk.random, 60) ? "directory" : null;
  add("orderDispatched", sentAt, by, { ...identity, assignment: 1, role: "lead", unit, basis });
  return { id, identity, add, request };
}

/** Requested and rejected one after the other, between acknowledgement and resolution. */
function rejectedReturns(
  desk: Desk,
  spec: OrderSpec,
  { add, request }: Sent,
  handling: Handling,
  count: number,
  until: Instant,
) {
  const step = Math.floor((until - handling.acknowledgedAt) / (2 * count + 1));
  const voice = desk.voice(spec.category);
  const scene = { random: desk.random, place: request.place };
  const { dueAt } = dueAfter(desk.line, desk.limits(handling.acknowledgedAt).returnRequest, handling.acknowledgedAt);
  for (let no = 1; no <= count; no += 1) {
    const at = handling.acknowledgedAt + (2 * no - 1) * step;
    const asked = { returnNo: no, assignment: 1, late: at > dueAt, bulk: null };
    add("returnRequested", at, `unit:${spec.unit}`, { ...asked, text: desk.text(at, returnText(voice, scene)) });
    add("returnRejected", at + step, dispatcher(desk), {
      returnNo: no,
      text: desk.text(at + step, rulingText("rejected", scene)),
    });
  }
}

/** 回访结束, and filed away unless the citizen was dissatisfied. */
export function concluded(desk: Desk, add: Sent["add"], at: Instant, { rating, channel }: FollowUp) {
  const solved =
    rating === "noResponse" ? null : rating === "satisfied" || chance(desk.random, rating === "neutral" ? 70 : 20);
  const by =
    rating === "noResponse" ? "system" : channel === "sms" ? "citizen" : `followUp:${1 + desk.random.below(8)}`;
  add("followUpConcluded", at, by, { round: 1, channel, rating, solved, text: null });
  if (rating !== "dissatisfied") add("orderClosed", at, "system", {});
}

/** Events from acknowledgement to the end, in order of time. */
function work(desk: Desk, spec: OrderSpec, sent: Sent, handling: Handling) {
  const { random, line } = desk;
  const unit = `unit:${spec.unit}`;
  const { acknowledgedAt, deemed, dueAt, provisional, resolvedAt, followedUpAt, extension } = handling;
  sent.add("orderAcknowledged", acknowledgedAt, deemed ? "system" : unit, {
    assignment: 1,
    deemed,
    dueAt,
    provisional,
  });
  if (extension)
    sent.add("extensionGranted", extension.at, dispatcher(desk), {
      assignment: 1,
      dueAt: extension.dueAt,
      provisional: extension.provisional,
    });
  if (resolvedAt === null) return;
  const informed = spec.followUp?.informed ?? true;
  const returns = spec.followUp?.rejectedReturns ?? 0;
  const working = returns > 0 ? acknowledgedAt + Math.floor((resolvedAt - acknowledgedAt) / 2) : acknowledgedAt;
  if (returns > 0) rejectedReturns(desk, spec, sent, handling, returns, working);
  if (informed) {
    const contactedAt = officeTime(random, line, working, resolvedAt);
    const informedAt = officeTime(random, line, contactedAt, resolvedAt + 1);
    if (chance(random, 35)) sent.add("citizenContacted", contactedAt, unit, { assignment: 1 });
    sent.add("citizenInformed", informedAt, unit, { assignment: 1 });
  }
  const words = answerText(desk.voice(spec.category), { random, place: sent.request.place });
  const publicText = desk.text(resolvedAt, words);
  sent.add("orderResolved", resolvedAt, unit, {
    assignment: 1,
    solved: chance(random, 86),
    internalText: null,
    publicText,
  });
  if (spec.followUp && followedUpAt !== null) concluded(desk, sent.add, followedUpAt, spec.followUp);
}

/** 一张派发工单的全部经过 */
export function makeOrder(desk: Desk, spec: OrderSpec): Sent {
  const { acceptedAt, sentAt, handling } = schedule(desk, spec);
  const sent = send(desk, spec, acceptedAt, sentAt, handling.urgent);
  work(desk, spec, sent, handling);
  return sent;
}
