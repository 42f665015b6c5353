/** 一个月的发放: everything that a month's records draw from: times, calls, types, leader days. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { firstDay, lastDay } from "../../domain/calendar/month.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { MonthPlan } from "../plan/plan.ts";
import { callingTimes } from "../timing/pattern.ts";
import { dayOfDate } from "../timing/timeline.ts";
import type { Desk } from "./desk.ts";
import { drawer } from "./draw.ts";
import { type LeaderSeats, leaderSeats } from "./leaderDay.ts";
import { exactly } from "./random.ts";
import type { CallSpec } from "./request.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Of requests about this share comes by telephone, as far as there are answered calls. */
const BY_PHONE = 97;

export interface Span {
  from: Instant;
  until: Instant;
}

/** 月的起止 on the timeline */
export const spanOf = ({ line }: Desk, month: MonthKey): Span => ({
  from: line.starts[dayOfDate(line, firstDay(month))]!,
  until: line.starts[dayOfDate(line, lastDay(month)) + 1]!,
});

/** 类型: what kind of request, and whether it belongs to the hot event. */
export interface Kind {
  type: string;
  hot: boolean;
}
export interface MonthDraw extends Span {
  month: MonthKey;
  plan: MonthPlan;
  hotEvent: string | null;
  /** the call by which the next request came; null: another channel */
  nextCall: () => CallSpec | null;
  /** the call of a request that must have one, if any is left */
  phoneCall: () => CallSpec | null;
  callsLeft: () => { answered: number; missed: number };
  /** whether the next answered call is in time */
  inTime: () => boolean;
  kindOf: (category: string) => Kind;
  leaders: LeaderSeats[];
}

/** Types by category, over the requests with one outcome. */
export function kinds(
  desk: Desk,
  plan: MonthPlan,
  outcome: MonthPlan["requests"][number]["outcome"],
): (category: string) => Kind {
  const byCategory = new Map<string, { value: Kind; count: number }[]>();
  for (const row of plan.requests.filter((one) => one.outcome === outcome)) {
    const cells = byCategory.get(row.category) ?? [];
    cells.push(
      { value: { type: row.type, hot: true }, count: row.hot },
      { value: { type: row.type, hot: false }, count: row.count - row.hot },
    );
    byCategory.set(row.category, cells);
  }
  const drawers = new Map([...byCategory].map(([category, cells]) => [category, drawer(desk.random, cells)]));
  const usual = plan.requests.find((row) => row.outcome === outcome)?.type ?? plan.requests[0]?.type ?? "求助";
  return (category) => drawers.get(category)?.() ?? { type: usual, hot: false };
}

/** 开月 */
export function openMonth(desk: Desk, month: MonthKey, plan: MonthPlan): MonthDraw {
  const { random } = desk;
  const span = spanOf(desk, month);
  const requests = plan.requests.reduce((sum, row) => sum + row.count, 0);
  const { offered, answered, answeredWithin15s } = plan.calls;
  let left = answered;
  const forLeaders = plan.leaderDays.reduce((sum, day) => sum + day.calls, 0);
  const phone = Math.min(Math.max(0, answered - forLeaders), Math.floor((requests * BY_PHONE) / 100));
  const byPhone = exactly(random, phone, requests);
  const inTime = exactly(random, answeredWithin15s, answered);
  const phoneCall = () => {
    if (left === 0) return null;
    left -= 1;
    return { ...span, answeredInTime: inTime() };
  };
  return {
    ...span,
    month,
    plan,
    hotEvent: plan.hotEvent,
    phoneCall,
    nextCall: () => (byPhone() ? phoneCall() : null),
    callsLeft: () => ({ answered: left, missed: offered - answered }),
    inTime: () => {
      left -= 1;
      return inTime();
    },
    kindOf: kinds(desk, plan, "dispatched"),
    leaders: plan.leaderDays.map((day) => leaderSeats(desk, day, plan)),
  };
}

/** 受理时刻 by telephone or otherwise: leaves room for the call before it. */
export const acceptanceTimes = (desk: Desk, from: Instant, until: Instant) =>
  callingTimes(desk.random, desk.line, Math.min(from + 10 * MINUTE, until - HOUR), until);
