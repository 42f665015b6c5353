/** 到时要做的: what the clock asks the system to do with a work order; the jobs do no more than carry it out. */
import type { Instant } from "../calendar/civil.ts";
import type { ActionInput } from "./action.ts";
import { hasReached, isIssued, levels, unitClock } from "./clock.ts";
import { lapsedParts, upToDate } from "./decide.ts";
import type { OrderState } from "./order.ts";
import type { Rules } from "./rules.ts";
import { roundOf, stageOf } from "./stage.ts";
import { isAlarmed, isUnmoved } from "./unmoved.ts";

const HOUR = 3_600_000;

type SystemAction =
  | "deemAcknowledged"
  | "remind"
  | "supervise"
  | "alarm"
  | "attemptFollowUp"
  | "concludeFollowUp"
  | "close";

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

/** Once for as long as nobody moves it. */
const alarm = (order: OrderState, now: Instant, rules: Rules): Due[] =>
  isUnmoved(order, now, rules) && !isAlarmed(order) ? [{ action: "alarm", input: {} }] : none;

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
    ...alarm(current, now, rules),
    ...followUp(current, now, rules),
  ];
}
