/** 旧单: overdue stock and bulk returns of the plan, with the orders behind them dispatched before the previous month. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { addMonths } from "../../domain/calendar/month.ts";
import type { MonthKey, UnitCode } from "../../domain/measure/counts.ts";
import type { MonthPlan, Plan } from "../plan/plan.ts";
import type { Wandering } from "./again.ts";
import type { Desk, Made } from "./desk.ts";
import { full } from "./full.ts";
import { keptOf, type OpenDrawer } from "./given.ts";
import { idAt } from "./id.ts";
import { acceptanceTimes, type MonthDraw, type Span, spanOf } from "./month.ts";
import type { Sent } from "./order.ts";
import type { Cells } from "./orders.ts";
import { acknowledgedOrder, bulkAct, type OldMatter, overdueOrder, returnInBulk } from "./stock.ts";

/** Stock without a month of its own comes from this many months. */
const OLDEST = 5;

const matterOf = ({ unit, topic, category }: { unit: UnitCode; topic: string; category: string }): OldMatter => ({
  type: "投诉",
  unit,
  topic,
  category,
});

/** A month of the plan whose dispatches a bulk return may be about. */
interface Cohort {
  month: MonthDraw;
  cells: Cells;
}

/** What old orders depend on besides the plan. */
export interface OldSetting {
  /** the last month in which one may have been dispatched */
  last: MonthKey;
  /** ends of the months made before, and of the one before them */
  ends: Instant[];
  /** open orders of months made before */
  given: OpenDrawer | null;
  previous: Cohort;
  current: Cohort;
}

/** Months from one to the last of old, the earliest first. */
function monthsFrom(from: MonthKey, last: MonthKey): MonthKey[] {
  const months = [from];
  for (let month = from; month < last; ) months.push((month = addMonths(month, 1)));
  return months;
}

/** Who takes over what was returned: most of that category, then most of all; the unit itself only where there is no other. */
function otherUnit({ dispatched, followUps, overdue }: MonthPlan, unit: UnitCode, category: string): UnitCode {
  const count = new Map<UnitCode, number>([...followUps, ...overdue].map((row) => [row.unit, 0]));
  for (const row of dispatched)
    count.set(row.unit, (count.get(row.unit) ?? 0) + row.count * (row.category === category ? 1000 : 1));
  count.delete(unit);
  const [most] = [...count].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  return most?.[0] ?? unit;
}

const DAY = 86_400_000;

const wanderingOf = ({ ends }: OldSetting, other: UnitCode): Wandering | null =>
  ends.length > 0 ? { ends, other } : null;

/**
 * One of the plan's own dispatches, to be returned in bulk; null: none is left. It leads under its unit at the end of the
 * previous month, and under `to` at the end of the current one. Sent so late in the previous month, or so early in this
 * one, that its deadline passes between.
 */
function recentOrder(
  desk: Desk,
  row: MonthPlan["bulkReturns"][number],
  to: UnitCode | null,
  { previous, current }: OldSetting,
): Sent | null {
  const send = ({ month, cells }: Cohort, unit: UnitCode, within: Span) => {
    const category = row.openSince <= month.month ? cells.takeAny(unit) : null;
    if (category === null) return null;
    const { type, hot } = month.kindOf(category);
    const matter = { ...row, category, type, hotEvent: hot ? month.hotEvent : null, call: month.nextCall() };
    const times = acceptanceTimes(desk, within.from, within.until);
    return acknowledgedOrder(desk, matter, times(), { from: within.from, until: within.until + DAY / 2 });
  };
  const { month, until } = previous.month;
  if (row.openSince < month) return null;
  return (
    send(previous, row.unit, { from: until - 3 * DAY, until: until - DAY / 2 }) ??
    send(current, to ?? row.unit, { from: current.month.from, until: current.month.from + 7 * DAY })
  );
}

/** 批量退单: the first `pending` of them wait for a ruling; the others went to another unit. */
function* bulkReturn(
  desk: Desk,
  plan: Plan,
  month: MonthDraw,
  row: MonthPlan["bulkReturns"][number],
  pending: number,
  setting: OldSetting,
): Iterable<Made> {
  const { last } = setting;
  const months = monthsFrom([row.openSince, last].sort()[0]!, last).map((key) => spanOf(desk, key));
  const act = bulkAct(desk, idAt(desk.random, month.from), month);
  const to = otherUnit(plan.current, row.unit, row.category);
  const times = months.map((span) => acceptanceTimes(desk, span.from, span.until - 3_600_000));
  for (let made = 0; made < row.orders; made += 1) {
    const at = made % months.length;
    const goesTo = made < pending ? null : to;
    const sent =
      recentOrder(desk, row, goesTo, setting) ??
      overdueOrder(desk, matterOf(row), times[at]!(), months[at]!, wanderingOf(setting, to));
    returnInBulk(desk, matterOf(row), sent, act, month.until, goesTo);
    yield* full(desk);
  }
}

/** 积压与批量退单 of the current month: pending bulk returns are part of the stock. */
export function* oldOrders(desk: Desk, plan: Plan, month: MonthDraw, setting: OldSetting): Iterable<Made> {
  const kept = setting.given?.keep(plan.current.overdue) ?? new Map<string, number>();
  const left = plan.current.overdue.map((row) => ({ ...row, count: row.count - keptOf(kept, row) }));
  for (const row of plan.current.bulkReturns.filter((one) => one.returnedIn === plan.month && one.orders > 0)) {
    const stock = left.find((one) => one.unit === row.unit && one.topic === row.topic);
    const pending = Math.min(stock?.count ?? 0, row.orders);
    if (stock) stock.count -= pending;
    yield* bulkReturn(desk, plan, month, row, pending, setting);
  }
  const spans: Span[] = monthsFrom(addMonths(setting.last, 1 - OLDEST), setting.last).map((key) => spanOf(desk, key));
  const times = spans.map((span) => acceptanceTimes(desk, span.from, span.until - 3_600_000));
  for (const row of left)
    for (let made = 0; made < row.count; made += 1) {
      const at = desk.random.below(spans.length);
      const wandering = wanderingOf(setting, otherUnit(plan.current, row.unit, row.category));
      overdueOrder(desk, matterOf(row), times[at]!(), spans[at]!, wandering);
      yield* full(desk);
    }
}

/** 最早的月份 that the plan's old orders reach back to. */
export const earliestMonth = (plan: Plan, last: MonthKey): MonthKey =>
  [addMonths(last, 1 - OLDEST), ...plan.current.bulkReturns.map((row) => row.openSince)].sort()[0]!;
