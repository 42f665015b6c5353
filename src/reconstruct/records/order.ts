/** 派发工单的记录: dispatch, acknowledgement, returns, the unit's work and the follow-up. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { applyOrder } from "../../domain/order/apply.ts";
import { dispatch } from "../../domain/order/dispatch.ts";
import { leadOf } from "../../domain/order/stage.ts";
import type { Channel } from "../../domain/request/request.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import { answerText, returnText, rulingText } from "../text/write.ts";
import { type FollowUpWindow, type Handling, handled, inHand } from "../timing/handling.ts";
import { officeTime } from "../timing/pattern.ts";
import { actor, type OrderActs, orderActs, written } from "./acts.ts";
import type { Desk } from "./desk.ts";
import { idAt } from "./id.ts";
import { chance } from "./random.ts";
import { type Accepted, accept, type CallSpec } from "./request.ts";

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
    const handling = spec.followUp
      ? handled(desk, sentAt, spec.followUp, spec.checkpoints, attempt >= 30)
      : inHand(desk, sentAt, spec.open.checkpoint, spec.open.settled);
    if (handling) return { acceptedAt, sentAt, handling };
  }
  throw new Error("no instants fit this work order");
}

export interface Sent {
  id: Id;
  acts: OrderActs;
  request: Accepted;
}
type Matter = Pick<OrderSpec, "type" | "category" | "topic" | "unit" | "hotEvent" | "leaderDay" | "call" | "channel">;

/** 受理并派发 */
export function send(
  desk: Desk,
  matter: Matter,
  acceptedAt: Instant,
  sentAt: Instant,
  { urgent, complex }: Pick<Handling, "urgent" | "complex">,
): Sent {
  const request = accept(desk, { ...matter, at: acceptedAt, urgent });
  const id = idAt(desk.random, sentAt);
  const by = dispatcher(desk);
  const { topic, unit } = matter;
  const number = desk.number("order", sentAt);
  const basis = chance(desk.random, 60) ? "directory" : null;
  const to = { request: request.acts.state(), id, number, unit, basis, topic, complex };
  const [, first] = written(desk, dispatch(to, actor(by), sentAt, desk.rules));
  return { id, acts: orderActs(desk, applyOrder(null, first!)), request };
}

/** Requested and rejected one after the other, inside these. */
export function rejectedReturns(
  desk: Desk,
  acts: OrderActs,
  place: string,
  count: number,
  { from, until }: OrderSpec["dispatch"],
): void {
  const step = Math.floor((until - from) / (2 * count + 1));
  const { category } = acts.state();
  const { unit } = leadOf(acts.state());
  const scene = { random: desk.random, place };
  for (let no = 1; no <= count; no += 1) {
    const at = from + (2 * no - 1) * step;
    const text = desk.text(at, returnText(desk.voice(category), scene));
    acts.act("requestReturn", at, `unit:${unit}`, { reason: "不归本单位", text, bulk: null });
    const ruling = desk.text(at + step, rulingText("rejected", scene));
    acts.act("rejectReturn", at + step, dispatcher(desk), { text: ruling });
  }
}

/** 回访的结果: who noted it, and what was said. */
function conclusion(desk: Desk, { rating, channel }: FollowUp) {
  const solved =
    rating === "noResponse" ? null : rating === "satisfied" || chance(desk.random, rating === "neutral" ? 70 : 20);
  const by = rating !== "noResponse" && channel === "sms" ? "citizen" : `followUp:${1 + desk.random.below(8)}`;
  return { by, result: { channel, rating, solved, text: null } };
}

/** 回访结束, and filed away unless the citizen was dissatisfied. */
export function concluded(desk: Desk, acts: OrderActs, at: Instant, followUp: FollowUp): void {
  const { by, result } = conclusion(desk, followUp);
  acts.act("concludeFollowUp", at, by, result);
  if (followUp.rating !== "dissatisfied") acts.act("close", at, "system", {});
}

/** 签收, or 视同签收 at the end of the limit */
export const acknowledge = ({ act }: OrderActs, at: Instant, deemed: boolean, unit: string) =>
  deemed ? act("deemAcknowledged", at, "system", {}) : act("acknowledge", at, unit, {});

/** 申请并同意延期 */
export function extend(desk: Desk, { act }: OrderActs, at: Instant, unit: string, amount: number): void {
  const text = desk.text(at, "事项需要多方协调，原期限内难以办结。");
  act("requestExtension", at, unit, { amount, text });
  act("grantExtension", at, dispatcher(desk), {});
}

/** Events from acknowledgement to the end, in order of time. */
function work(desk: Desk, spec: OrderSpec, sent: Sent, handling: Handling) {
  const { random, line } = desk;
  const unit = `unit:${spec.unit}`;
  const { acknowledgedAt, resolvedAt, followedUpAt, extension } = handling;
  const { act } = sent.acts;
  acknowledge(sent.acts, acknowledgedAt, handling.deemed, unit);
  if (extension) extend(desk, sent.acts, extension.at, unit, extension.amount);
  if (resolvedAt === null) return;
  const informed = spec.followUp?.informed ?? true;
  const returns = spec.followUp?.rejectedReturns ?? 0;
  const working = returns > 0 ? acknowledgedAt + Math.floor((resolvedAt - acknowledgedAt) / 2) : acknowledgedAt;
  if (returns > 0)
    rejectedReturns(desk, sent.acts, sent.request.place, returns, { from: acknowledgedAt, until: working });
  if (informed) {
    const contactedAt = officeTime(random, line, working, resolvedAt);
    const informedAt = officeTime(random, line, contactedAt, resolvedAt + 1);
    if (chance(random, 35)) act("contact", contactedAt, unit, { text: null });
    act("inform", informedAt, unit, { text: null });
  }
  const words = answerText(desk.voice(spec.category), { random, place: sent.request.place });
  const publicText = desk.text(resolvedAt, words);
  act("resolve", resolvedAt, unit, { solved: chance(random, 86), internalText: null, publicText });
  if (spec.followUp && followedUpAt !== null) concluded(desk, sent.acts, followedUpAt, spec.followUp);
}

/** 一张派发工单的全部经过 */
export function makeOrder(desk: Desk, spec: OrderSpec): Sent {
  const { acceptedAt, sentAt, handling } = schedule(desk, spec);
  const sent = send(desk, spec, acceptedAt, sentAt, handling);
  work(desk, spec, sent, handling);
  return sent;
}
