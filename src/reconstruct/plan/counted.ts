import { previousMonth } from "../../domain/calendar/month.ts";
import type { MonthCounts, UnitFollowUpCounts } from "../../domain/measure/counts.ts";
import type { MonthPlan, Plan, UnitFollowUpPlan } from "./plan.ts";

const sum = <T>(rows: T[], countOf: (row: T) => number) => rows.reduce((total, row) => total + countOf(row), 0);

function unitCounts({ orders, ...unit }: UnitFollowUpPlan): UnitFollowUpCounts {
  const followUps = sum(orders, (order) => order.count);
  const returns = { returnsRequested: unit.returnsRejected, returnsAccepted: 0, returnsLate: 0 };
  return { ...unit, ...returns, validOrders: followUps, followUps };
}

function byCategory(rows: { category: string; count: number }[]) {
  const counts = new Map<string, number>();
  for (const { category, count } of rows) counts.set(category, (counts.get(category) ?? 0) + count);
  return [...counts].map(([category, count]) => ({ category, count })).filter(({ count }) => count > 0);
}

function monthCounts(plan: MonthPlan, month: string): MonthCounts {
  const hot = byCategory(plan.requests.map((row) => ({ category: row.category, count: row.hot })));
  const dissatisfied = plan.followUps.flatMap((unit) =>
    unit.orders.map((order) => ({ category: order.category, count: order.dissatisfied })),
  );
  const followUps = sum(plan.followUps, (unit) => sum(unit.orders, (order) => order.count));
  const rejected = sum(plan.followUps, (unit) => unit.returnsRejected);
  return {
    month,
    calls: plan.calls,
    requests: plan.requests.map(({ hot: _, ...row }) => row),
    mergedRepeats: 0,
    firstContactRatings: plan.firstContactRatings,
    hotEvents: plan.hotEvent ? [{ event: plan.hotEvent, count: sum(hot, (row) => row.count), categories: hot }] : [],
    dispatched: plan.dispatched,
    units: plan.followUps.map(unitCounts),
    dissatisfied: byCategory(dissatisfied),
    dueForFollowUp: followUps,
    followUpChannels: followUps > 0 ? [{ channel: plan.followUpChannel, count: followUps }] : [],
    overdue: plan.overdue.map(({ category: _, ...row }) => row),
    overdueBefore: [],
    returns: { requested: rejected, accepted: 0, rejected, late: 0 },
    counties: plan.counties,
    mysteryCalls: plan.mysteryCalls,
    leaderDays: plan.leaderDays,
    bulkReturns: plan.bulkReturns.map(({ category: _, ...row }) => row),
  };
}

/** 计划 → 计数: what a count of the planned records gives, for the month and the one before. */
export const planCounts = (plan: Plan): { counts: MonthCounts; before: MonthCounts } => ({
  counts: monthCounts(plan.current, plan.month),
  before: monthCounts(plan.previous, previousMonth(plan.month)),
});
