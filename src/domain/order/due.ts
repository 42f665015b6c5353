/** 到时要做的: what the clock asks the system to do with a work order; the jobs do no more than carry it out. */
import type { Instant } from "../calendar/civil.ts";
import type { ActionInput } from "./action.ts";
import { hasReached, isIssued, levels, unitClock } from "./clock.ts";
import { lapsedParts, upToDate } from "./decide.ts";
import type { OrderState } from "./order.ts";
import type { Rules } from "./rules.ts";
import { leadOf, liveParts, roundOf, stageOf } from "./stage.ts";

const HOUR = 3_600_000;

type SystemAction = "deemAcknowledged" | "remind" | "supervise" | "attemptFollowUp" | "concludeFollowUp" | "close";

export type Due = { [A in SystemAction]: { action: A; input: ActionInput[A] } }[SystemAction];

const none: Due[] = [];

/** Once, in the last hours of the limit to acknowledge. */
function reminder(order: OrderState, now: Instant, rules: Rules): Due[] {
  if (stageOf(order) !== "unacknowledged") return none;
  const { from, dueAt } = unitClock(order, now, rules);
  const before = rules.limit("remindAcknowledge", from).amount * HOUR;
  const reminded = order.remindedAt !== null && order.remindedAt >= from;
  return !reminded && now >= dueAt - before ? [{ action: "remind", input: { text: null } }] : none;
}

/** The strongest colour reached, where it hasn't been issued: a sweep that missed one doesn't send two. */
function supervision(order: OrderState, now: Instant, rules: Rules): Due[] {
  if (!["handling", "returning", "arbitrating"].includes(stageOf(order))) return none;
  const level = levels.findLast((one) => hasReached(order, one, now, rules));
  return level && !isIssued(order, level) ? [{ action: "supervise", input: { level, text: null } }] : none;
}

/** By SMS the message goes out at once; after the last attempt's window the silence is recorded. */
function followUp(order: OrderState, now: Instant, rules: Rules): Due[] {
  const stage = stageOf(order);
  if (stage === "followedUp") return roundOf(order).rating === "dissatisfied" ? none : [{ action: "close", input: {} }];
  if (stage !== "resolved" && stage !== "reviewed") return none;
  const last = order.followUpAttempts.at(-1);
  if (!last)
    return rules.followUpMode(now).channel === "sms"
      ? [{ action: "attemptFollowUp", input: { channel: "sms" } }]
      : none;
  const { attempts, windowHours } = rules.followUpMode(order.followUpAttempts[0]!.at);
  if (order.followUpAttempts.length < attempts || now < last.at + windowHours * HOUR) return none;
  const silence = { channel: last.channel, rating: "noResponse", solved: null, text: null } as const;
  return [{ action: "concludeFollowUp", input: silence }];
}

/** 到时要做的, in the order in which to do it; none when nothing is due. Doing them twice is refused, so a job may be repeated. */
export function due(order: OrderState, now: Instant, rules: Rules): Due[] {
  const lapsed: Due[] = lapsedParts(order, now, rules).length > 0 ? [{ action: "deemAcknowledged", input: {} }] : none;
  const current = upToDate(order, now, rules);
  return [
    ...lapsed,
    ...reminder(current, now, rules),
    ...supervision(current, now, rules),
    ...followUp(current, now, rules),
  ];
}

/** 最近一次动作: the last time that a unit did something about it. */
export function movedAt(order: OrderState): Instant | null {
  const times = [
    ...order.assignments.flatMap((one) => [
      one.deemed ? null : one.acknowledgedAt,
      one.contactedAt,
      one.handedOnAt,
      one.reportedAt,
    ]),
    ...order.returns.map((one) => one.requestedAt),
    order.extension?.askedAt ?? null,
    order.informedAt,
    roundOf(order).resolvedAt,
  ].filter((at) => at !== null);
  return times.length === 0 ? null : Math.max(...times);
}

/** 无人动过: open with a unit and untouched for longer than the limit 'unmoved' allows. */
export function isUnmoved(order: OrderState, now: Instant, rules: Rules): boolean {
  const stage = stageOf(order);
  if (!["unacknowledged", "handling", "returning", "arbitrating"].includes(stage) || liveParts(order).length === 0)
    return false;
  const since = Math.max(movedAt(order) ?? 0, leadOf(order).dispatchedAt, order.reopenedAt ?? 0);
  return now >= rules.end(rules.limit("unmoved", since), since).instant;
}
