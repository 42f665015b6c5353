/**
 * 疑难案例的流转: two invented orders of the pattern that reports complain about. Both were dispatched in the month before the
 * previous one and are resolved, but not yet followed up, when the month ends: they enter no figure but the returns of the month.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import { answerText, returnText, rulingText } from "../text/write.ts";
import { dayOf, dueAfter } from "../timing/timeline.ts";
import { sendAgain } from "./again.ts";
import type { Desk } from "./desk.ts";
import { dispatcher, extend, type Sent, send } from "./order.ts";
import type { OldMatter } from "./stock.ts";

const HOUR = 3_600_000;
type Span = { from: Instant; until: Instant };

/** Dispatched on the last working day before `previous`, acknowledged, extended beyond its end; null where no extension reaches. */
function begin(desk: Desk, matter: OldMatter, previous: Span, hour: number): Sent | null {
  const { line } = desk;
  const day = line.workdays.findLast((one) => line.starts[one + 1]! <= previous.from)!;
  const acceptedAt = line.starts[day]! + hour * HOUR;
  const acknowledgedAt = acceptedAt + 3 * HOUR;
  const { complex } = desk.limits(acceptedAt);
  const longer = dueAfter(line, { ...complex, amount: 2 * complex.amount }, acknowledgedAt);
  if (longer.dueAt <= previous.until) return null;
  const sent = send(desk, { ...matter, hotEvent: null, leaderDay: null, call: null }, acceptedAt, acceptedAt + HOUR, {
    urgent: false,
    complex: true,
  });
  const unit = `unit:${matter.unit}`;
  sent.acts.act("acknowledge", acknowledgedAt, unit, {});
  extend(desk, sent.acts, acknowledgedAt + 30 * HOUR, unit, complex.amount);
  return sent;
}

/** Instant in the working hours of the n-th working day of the month. */
function onWorkday(desk: Desk, month: Span, nth: number, hour: number): Instant {
  const { line } = desk;
  const [first, last] = [dayOf(line, month.from), dayOf(line, month.until - 1)];
  const days = line.workdays.filter((day) => day >= first && day <= last);
  return line.starts[days[Math.min(nth, days.length) - 1] ?? first]! + hour * HOUR;
}

function ask(desk: Desk, matter: OldMatter, { acts, request }: Sent, at: Instant, unit: string) {
  const text = desk.text(at, returnText(desk.voice(matter.category), { random: desk.random, place: request.place }));
  acts.act("requestReturn", at, `unit:${unit}`, { reason: "不归本单位", text, bulk: null });
}

function rule(desk: Desk, { acts, request }: Sent, at: Instant, kind: "accepted" | "rejected") {
  const text = desk.text(at, rulingText(kind, { random: desk.random, place: request.place }));
  if (kind === "accepted") acts.act("acceptReturn", at, dispatcher(desk), { to: null, text });
  else acts.act("rejectReturn", at, dispatcher(desk), { text });
}

function resolve(desk: Desk, matter: OldMatter, { acts, request }: Sent, at: Instant, unit: string) {
  const publicText = desk.text(
    at,
    answerText(desk.voice(matter.category), { random: desk.random, place: request.place }),
  );
  acts.act("inform", at - HOUR, `unit:${unit}`, { text: null });
  acts.act("resolve", at, `unit:${unit}`, { solved: true, internalText: null, publicText });
}

/** 管辖不清: returned late, verified by a third unit, sent again to the same unit, returned again, rejected. */
export function disputedPlace(
  desk: Desk,
  matter: OldMatter,
  verifier: string,
  previous: Span,
  month: Span,
): Sent | null {
  const sent = begin(desk, matter, previous, 9);
  if (!sent) return null;
  ask(desk, matter, sent, onWorkday(desk, month, 2, 10), matter.unit);
  const verifiedAt = onWorkday(desk, month, 4, 15);
  const text = desk.text(verifiedAt, rulingText("verified", { random: desk.random, place: sent.request.place }));
  sent.acts.act("askVerification", onWorkday(desk, month, 2, 16), dispatcher(desk), { unit: verifier, text: null });
  sent.acts.act("answerVerification", verifiedAt, `unit:${verifier}`, { competent: false, text });
  rule(desk, sent, verifiedAt + HOUR, "accepted");
  sendAgain(desk, sent, verifiedAt + HOUR, month.until, matter.unit);
  ask(desk, matter, sent, onWorkday(desk, month, 6, 11), matter.unit);
  rule(desk, sent, onWorkday(desk, month, 7, 9), "rejected");
  resolve(desk, matter, sent, onWorkday(desk, month, 11, 16), matter.unit);
  return sent;
}

/** 接连超期退单: returned late by one unit, sent to another, returned late again. */
export function returnedTwice(desk: Desk, matter: OldMatter, next: string, previous: Span, month: Span): Sent | null {
  const sent = begin(desk, matter, previous, 14);
  if (!sent) return null;
  ask(desk, matter, sent, onWorkday(desk, month, 7, 10), matter.unit);
  rule(desk, sent, onWorkday(desk, month, 7, 16), "accepted");
  const sentAgainAt = onWorkday(desk, month, 8, 9);
  const acknowledgedAt = sendAgain(desk, sent, sentAgainAt, month.until, next);
  const { dueAt } = dueAfter(desk.line, desk.limits(acknowledgedAt).returnRequest, acknowledgedAt);
  const again = Math.max(dueAt, onWorkday(desk, month, 11, 0)) + 10 * HOUR;
  ask(desk, matter, sent, again, next);
  rule(desk, sent, again + 5 * HOUR, "rejected");
  resolve(desk, matter, sent, Math.max(again + 6 * HOUR, onWorkday(desk, month, 16, 15)), next);
  return sent;
}
