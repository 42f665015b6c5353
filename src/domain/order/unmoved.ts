/** 无人动过: a work order that neither moves nor is returned; no rate shows it, so it raises an alarm. */
import type { Instant } from "../calendar/civil.ts";
import type { OrderState } from "./order.ts";
import type { Rules } from "./rules.ts";
import { leadOf, liveParts, roundOf, type Stage, stageOf } from "./stage.ts";

/** one whose unit asked to return it waits for the hotline */
const WAITS_FOR_UNIT: readonly Stage[] = ["unacknowledged", "handling"];

/** 自何时无人动: since a unit last did something about it, or was given it (again). */
export function unmovedSince(order: OrderState): Instant {
  const times = [
    ...order.assignments.flatMap((one) => [
      one.deemed ? null : one.acknowledgedAt,
      one.contactedAt,
      one.handedOnAt,
      one.reportedAt,
    ]),
    ...order.returns.flatMap(({ requestedAt, ruledAt }) => [requestedAt, ruledAt]),
    order.extension?.askedAt,
    order.informedAt,
    roundOf(order).resolvedAt,
    order.reworkedAt,
    order.reopenedAt,
  ];
  return Math.max(leadOf(order).dispatchedAt, ...times.map((at) => at ?? 0));
}

/** 报警的时刻: when the limit 'unmoved' ends if nobody moves it; null: it waits for no unit. */
export function alarmAt(order: OrderState, rules: Rules): Instant | null {
  if (!WAITS_FOR_UNIT.includes(stageOf(order)) || liveParts(order).length === 0) return null;
  const since = unmovedSince(order);
  return rules.end(rules.limit("unmoved", since), since).instant;
}

/** 长期无人动: in a unit's hands and untouched for longer than the rule allows. */
export const isUnmoved = (order: OrderState, now: Instant, rules: Rules): boolean =>
  now >= (alarmAt(order, rules) ?? Number.POSITIVE_INFINITY);

/** 已为此报警: since nobody moves it. */
export const isAlarmed = (order: OrderState): boolean => (order.alarmedAt ?? 0) >= unmovedSince(order);
