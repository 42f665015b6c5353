/**
 * 办理时刻: when an order is acknowledged, due, resolved and followed up, so that it is on time or late as asked, followed up
 * inside its window, and overdue at none of the checkpoints (the ends of the months that figures are computed for).
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Limits } from "../records/desk.ts";
import { chance, type Random } from "../records/random.ts";
import { officeTime } from "./pattern.ts";
import { dueAfter, type Timeline } from "./timeline.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface FollowUpWindow {
  from: Instant;
  until: Instant;
  onTime: boolean;
}
export interface Handling {
  acknowledgedAt: Instant;
  deemed: boolean;
  dueAt: Instant;
  provisional: boolean;
  urgent: boolean;
  complex: boolean;
  /** a granted extension: when, and how much more */
  extension: { at: Instant; amount: number } | null;
  resolvedAt: Instant | null;
  followedUpAt: Instant | null;
}
interface Days {
  random: Random;
  line: Timeline;
  limits: (at: Instant) => Limits;
}

/** 签收时刻: mostly within the office day; now and then deemed at the end of the limit where there is time for it. */
function acknowledge({ random, line, limits }: Days, sentAt: Instant, until: Instant) {
  const { dueAt } = dueAfter(line, limits(sentAt).acknowledge, sentAt);
  if (dueAt < until && chance(random, 3)) return { at: dueAt, deemed: true };
  const last = Math.min(dueAt, until, sentAt + (chance(random, 70) ? 5 * HOUR : 20 * HOUR));
  return { at: officeTime(random, line, sentAt + 2 * MINUTE, Math.max(last, sentAt + 4 * MINUTE)), deemed: false };
}

/** An urgent matter is taken within minutes. */
function atOnce({ random, line, limits }: Days, sentAt: Instant) {
  const { dueAt } = dueAfter(line, limits(sentAt).acknowledgeUrgent, sentAt);
  return { at: sentAt + MINUTE + random.below(Math.min(90 * MINUTE, dueAt - sentAt - MINUTE)), deemed: false };
}

/** When a resolution may lie; null where there is no room. */
function resolution(
  dueAt: Instant,
  ackAt: Instant,
  follow: FollowUpWindow,
  checkpoints: Instant[],
): [Instant, Instant] | null {
  const end = follow.until - 20 * MINUTE;
  if (follow.onTime) return [ackAt + 10 * MINUTE, Math.min(dueAt, end)];
  const passed = checkpoints.filter((at) => at < follow.until && dueAt <= at);
  return [dueAt + MINUTE, Math.min(end, ...passed.map((at) => at - MINUTE))];
}

/** 已回访工单的办理时刻; null where this dispatch leaves no room for what is asked. */
export function handled(
  days: Days,
  sentAt: Instant,
  follow: FollowUpWindow,
  checkpoints: Instant[],
  hurry: boolean,
): Handling | null {
  const { random, line } = days;
  const usually = acknowledge(days, sentAt, follow.until - 40 * MINUTE);
  const limits = days.limits(usually.at);
  const usual = chance(random, 12) ? [limits.complex, limits.resolve] : [limits.resolve, limits.complex];
  for (const limit of hurry ? [...usual, limits.urgent] : usual) {
    const ack = limit === limits.urgent ? atOnce(days, sentAt) : usually;
    const due = dueAfter(line, limit, ack.at);
    const [low, high] = resolution(due.dueAt, ack.at, follow, checkpoints) ?? [0, 0];
    if (high <= low) continue;
    // one whose follow-up comes much later was also resolved late in its time
    const from = Math.max(low, Math.min(high, follow.from) - 4 * DAY);
    const resolvedAt = officeTime(random, line, from, Math.max(Math.min(high, from + 4 * DAY), from + 1));
    const earliest = Math.max(resolvedAt + 10 * MINUTE, follow.from);
    const followedUpAt = officeTime(
      random,
      line,
      earliest,
      Math.max(earliest + 1, Math.min(follow.until, earliest + 3 * DAY)),
    );
    const { at, deemed } = ack;
    const kind = { urgent: limit === limits.urgent, complex: limit === limits.complex };
    return { acknowledgedAt: at, deemed, ...due, ...kind, extension: null, resolvedAt, followedUpAt };
  }
  return null;
}

/** 在办工单的办理时刻: not yet due at the checkpoint, by a longer limit or an extension where needed; else resolved in time. */
export function inHand(days: Days, sentAt: Instant, checkpoint: Instant, settle: boolean): Handling {
  const { random, line } = days;
  const ack = acknowledge(days, sentAt, checkpoint);
  const limits = days.limits(ack.at);
  const base = {
    acknowledgedAt: ack.at,
    deemed: ack.deemed,
    urgent: false,
    complex: true,
    extension: null,
    resolvedAt: null,
    followedUpAt: null,
  };
  for (const limit of [limits.resolve, limits.complex]) {
    const due = dueAfter(line, limit, ack.at);
    if (due.dueAt > checkpoint && !settle) return { ...base, ...due, complex: limit === limits.complex };
  }
  const due = dueAfter(line, limits.complex, ack.at);
  const asked = officeTime(random, line, ack.at + HOUR, due.dueAt);
  const { amount } = limits.complex;
  const longer = dueAfter(line, { ...limits.complex, amount: 2 * amount }, ack.at);
  if (longer.dueAt > checkpoint && asked < checkpoint && !settle)
    return { ...base, ...due, extension: { at: asked, amount } };
  return { ...base, ...due, resolvedAt: officeTime(random, line, ack.at + 10 * MINUTE, due.dueAt) };
}
