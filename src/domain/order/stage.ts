/** 阶段: where a work order stands, read off its state and never stored. */
import type { Instant } from "../calendar/civil.ts";
import type { Rating } from "../rule/rulebook.ts";
import type { Assignment, Extension, OrderState, ReturnRequest } from "./order.ts";

export const stageNames = {
  unacknowledged: "待签收",
  handling: "办理中",
  returning: "退单待裁定",
  arbitrating: "会商中",
  returned: "待改派",
  resolved: "待审核",
  reviewed: "待回访",
  followedUp: "已回访",
  withdrawn: "已撤单",
  closed: "已归档",
} as const;

export type Stage = keyof typeof stageNames;

/** 主办: the lead that the work order has now; ended when a return was accepted and nobody has it yet. */
export const leadOf = (order: OrderState): Assignment => order.assignments.findLast(({ role }) => role === "lead")!;

/** 待裁定的退单 */
export const pendingReturn = (order: OrderState): ReturnRequest | null => {
  const last = order.returns.at(-1);
  return last && last.ruling === null ? last : null;
};

/** 待批的延期申请 of the lead that the work order has now */
export const pendingExtension = (order: OrderState): Extension | null =>
  order.extension?.ruling === null && order.extension.assignment === leadOf(order).no ? order.extension : null;

/** 本轮: what the current round, the first or a reopened one, has come to. */
export function roundOf(order: OrderState): {
  informedAt: Instant | null;
  resolvedAt: Instant | null;
  followedUpAt: Instant | null;
  rating: Rating | null;
} {
  if (order.reopenedAt === null) return order;
  return {
    informedAt: order.reopenInformedAt,
    resolvedAt: order.reopenResolvedAt,
    followedUpAt: order.reopenFollowedUpAt,
    rating: order.reopenRating,
  };
}

/** The first line that holds says the stage. */
const stages: [Stage, (order: OrderState) => boolean][] = [
  ["withdrawn", (order) => order.withdrawnAt !== null],
  ["closed", (order) => order.closedAt !== null],
  ["followedUp", (order) => roundOf(order).followedUpAt !== null],
  ["reviewed", (order) => roundOf(order).resolvedAt !== null && order.reviewedAt !== null],
  ["resolved", (order) => roundOf(order).resolvedAt !== null],
  ["returned", (order) => leadOf(order).endedAt !== null],
  ["arbitrating", (order) => (pendingReturn(order)?.convenedAt ?? null) !== null],
  ["returning", (order) => pendingReturn(order) !== null],
  ["unacknowledged", (order) => leadOf(order).acknowledgedAt === null],
];

/** 阶段 of a work order. */
export const stageOf = (order: OrderState): Stage => stages.find(([, holds]) => holds(order))?.[0] ?? "handling";

/** 在办的部分: assignments that have not ended. */
export const liveParts = (order: OrderState): Assignment[] =>
  order.assignments.filter(({ endedAt }) => endedAt === null);

/** 本单位的部分: of a unit or of the sub-unit that handles it; null for those who have none or had one. */
export const partOf = (order: OrderState, unit: string | null): Assignment | null =>
  unit === null ? null : (liveParts(order).find((one) => one.unit === unit || one.subUnit === unit) ?? null);

/** 最近一步的时刻 that the state knows of; a later step can't be earlier. */
export function lastStepAt(order: OrderState): Instant {
  const times = [
    order.dispatchedAt,
    ...order.assignments.flatMap((one) => [
      one.dispatchedAt,
      one.acknowledgedAt,
      one.contactedAt,
      one.handedOnAt,
      one.reportedAt,
      one.endedAt,
    ]),
    ...order.returns.flatMap((one) => [one.requestedAt, one.convenedAt, one.ruledAt]),
    ...order.returns.flatMap((one) => one.verifications.flatMap(({ askedAt, answeredAt }) => [askedAt, answeredAt])),
    ...order.followUpAttempts.map(({ at }) => at),
    ...order.notices.flatMap(({ at, answeredAt }) => [at, answeredAt]),
    order.extension?.askedAt,
    order.extension?.ruledAt,
    order.informedAt,
    order.resolvedAt,
    order.reviewedAt,
    order.reworkedAt,
    order.followedUpAt,
    order.reopenedAt,
    order.reopenInformedAt,
    order.reopenResolvedAt,
    order.reopenFollowedUpAt,
    order.remindedAt,
    order.supervisedAt,
    order.alarmedAt,
    order.withdrawnAt,
    order.closedAt,
  ];
  let last = order.dispatchedAt;
  for (const at of times) if (at !== null && at !== undefined && at > last) last = at;
  return last;
}
