/** 不变的规矩: what holds of every work order at every moment, each with a name. */
import type { OrderState } from "../../src/domain/order/order.ts";
import { acknowledgeBy, type Rules, returnBy } from "../../src/domain/order/rules.ts";
import { roundOf } from "../../src/domain/order/stage.ts";

const count = <T>(list: readonly T[], holds: (one: T) => boolean) => list.filter(holds).length;

const laws: [string, (order: OrderState, rules: Rules) => boolean][] = [
  ["同时只有一个主办", (o) => count(o.assignments, (a) => a.role === "lead" && a.endedAt === null) <= 1],
  ["派发序号连续", (o) => o.assignments.every((a, at) => a.no === at + 1)],
  ["退单序号连续", (o) => o.returns.every((r, at) => r.no === at + 1)],
  ["待裁定的退单只能是最后一次", (o) => o.returns.every((r, at) => r.ruling !== null || at === o.returns.length - 1)],
  ["裁定和裁定时间同有同无", (o) => o.returns.every((r) => (r.ruling === null) === (r.ruledAt === null))],
  [
    "同意退单则那次派发已结束",
    (o) => o.returns.every((r) => r.ruling !== "accepted" || o.assignments[r.assignment - 1]!.endedBy === "return"),
  ],
  [
    "办结之前先签收",
    (o) => o.resolvedAt === null || o.assignments.some((a) => a.role === "lead" && a.acknowledgedAt! <= o.resolvedAt!),
  ],
  ["回访之前先办结", (o) => o.followedUpAt === null || (o.resolvedAt !== null && o.resolvedAt <= o.followedUpAt)],
  ["重办之前评价不满意", (o) => o.reopenedAt === null || o.rating === "dissatisfied"],
  ["归档之前先回访", (o) => o.closedAt === null || roundOf(o).followedUpAt !== null],
  ["撤单不归档、不回访", (o) => o.withdrawnAt === null || (o.closedAt === null && roundOf(o).followedUpAt === null)],
  ["审核的是办结反馈", (o) => o.reviewedAt === null || roundOf(o).resolvedAt !== null],
  [
    "签收之后有期限，期限在签收之后",
    (o) => o.assignments.every((a) => a.acknowledgedAt === null || (a.dueAt ?? 0) > a.acknowledgedAt),
  ],
  [
    "视同签收的时刻是签收期限的终点，签收不晚于它",
    (o, rules) =>
      o.assignments.every((a) => {
        const { instant } = acknowledgeBy(rules, o, a.dispatchedAt);
        return a.acknowledgedAt === null || (a.deemed ? a.acknowledgedAt === instant : a.acknowledgedAt < instant);
      }),
  ],
  [
    "签收两个工作日之后的退单记超期，之前的不记",
    (o, rules) =>
      o.returns.every(
        (r) => r.late === r.requestedAt >= returnBy(rules, o.assignments[r.assignment - 1]!.acknowledgedAt!),
      ),
  ],
  [
    "延期不超过原期限",
    (o) => o.extension === null || o.extension.amount <= o.assignments[o.extension.assignment - 1]!.runsUnder!.amount,
  ],
  ["轮次与重办一致", (o) => o.round > 1 === (o.reopenedAt !== null)],
];

export const brokenLaws = (order: OrderState, rules: Rules): string[] =>
  laws.flatMap(([name, holds]) => (holds(order, rules) ? [] : [name]));
