/** 一个月的发放: everything that a month's records draw from: times, calls, types, leader days. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { firstDay, lastDay } from "../../domain/calendar/month.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { LeaderDayCounts, MonthKey } from "../../domain/measure/counts.ts";
import type { MonthPlan } from "../plan/plan.ts";
import { callingTimes } from "../timing/pattern.ts";
import { dayOfDate } from "../timing/timeline.ts";
import { type Desk, history } from "./desk.ts";
import { drawer } from "./draw.ts";
import { idAt } from "./id.ts";
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
/** 领导接听日 as it is filled with calls and requests. */
export interface LeaderSeats {
  id: Id;
  date: string;
  calls: number;
  settled: number;
  dispatched: number;
  subjects: Map<string, number>;
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

function leaderSeats(desk: Desk, day: LeaderDayCounts): LeaderSeats {
  const { line } = desk;
  const at = line.starts[dayOfDate(line, day.date)]! + 9 * HOUR;
  const id = idAt(desk.random, at);
  history(desk, "leaderDay", id)("leaderDayHeld", at, `unit:${day.unit}`, { date: day.date, unit: day.unit });
  const subjects = new Map(day.subjects.map(({ category, count }) => [category, count]));
  return { id, date: day.date, calls: day.calls, settled: day.settledOnTheSpot, dispatched: day.dispatched, subjects };
}

/** 领导接听时段内的时刻 */
export const leaderTime = ({ random, line }: Desk, seats: LeaderSeats): Instant =>
  line.starts[dayOfDate(line, seats.date)]! + 9 * HOUR + random.below(2 * HOUR + 30 * MINUTE);

/** 占座: takes a leader's call for a request of that subject, or null. */
export function takeSeat({ leaders }: MonthDraw, category: string, kind: "settled" | "dispatched"): LeaderSeats | null {
  const seats = leaders.find((one) => one.calls > 0 && one[kind] > 0 && (one.subjects.get(category) ?? 0) > 0);
  if (!seats) return null;
  seats.calls -= 1;
  seats[kind] -= 1;
  seats.subjects.set(category, seats.subjects.get(category)! - 1);
  return seats;
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
    leaders: plan.leaderDays.map((day) => leaderSeats(desk, day)),
  };
}

/** 受理时刻 by telephone or otherwise: leaves room for the call before it. */
export const acceptanceTimes = (desk: Desk, from: Instant, until: Instant) =>
  callingTimes(desk.random, desk.line, Math.min(from + 10 * MINUTE, until - HOUR), until);
