/** 领导接听日的记录: the day itself, and the seats that its calls and requests take. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { LeaderDayCounts, UnitCode } from "../../domain/measure/counts.ts";
import type { MonthPlan } from "../plan/plan.ts";
import { topicOf } from "../text/write.ts";
import { dayOfDate } from "../timing/timeline.ts";
import { type Desk, history } from "./desk.ts";
import { idAt } from "./id.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How many subcategories a day's calls are mainly about. */
const SUBJECTS = 3;

export interface LeaderSeats {
  id: Id;
  date: string;
  calls: number;
  settled: number;
  dispatched: number;
  /** calls left by subcategory */
  subjects: Map<string, number>;
}

/** Shares the day's calls among the first few of these subcategories. */
function shared(calls: number, categories: string[]): Map<string, number> {
  const most = categories.slice(0, SUBJECTS);
  return new Map(
    most.map((category, at) => [category, Math.floor(calls / most.length) + Number(at < calls % most.length)]),
  );
}

/** What a unit of that name is asked about, most first: 医保 in its name, 医疗保险 in the subcategory's. */
function kindred(desk: Desk, unit: UnitCode, plan: MonthPlan): string[] {
  const topic = topicOf(desk.unitName(unit));
  const counts = new Map<string, number>();
  for (const { category, count } of plan.requests) counts.set(category, (counts.get(category) ?? 0) + count);
  const most = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  return topic ? most.flatMap(([category]) => (topicOf(desk.voice(category).name) === topic ? [category] : [])) : [];
}

/** What the unit is mostly sent. */
const ownSubjects = ({ unit }: LeaderDayCounts, plan: MonthPlan): string[] =>
  plan.dispatched
    .filter((row) => row.unit === unit)
    .sort((one, other) => other.count - one.count)
    .map((row) => row.category);

/** 设座 */
export function leaderSeats(desk: Desk, day: LeaderDayCounts, plan: MonthPlan): LeaderSeats {
  const { line } = desk;
  const at = line.starts[dayOfDate(line, day.date)]! + 9 * HOUR;
  const id = idAt(desk.random, at);
  history(desk, "leaderDay", id)("leaderDayHeld", at, `unit:${day.unit}`, { date: day.date, unit: day.unit });
  const { date, calls, settledOnTheSpot: settled, dispatched } = day;
  const found = [kindred(desk, day.unit, plan), ownSubjects(day, plan)].find((list) => list.length > 0);
  const subjects = found ? shared(calls, found) : new Map(day.subjects.map(({ category, count }) => [category, count]));
  return { id, date, calls, settled, dispatched, subjects };
}

/** 领导接听时段内的时刻 */
export const leaderTime = ({ random, line }: Desk, seats: LeaderSeats): Instant =>
  line.starts[dayOfDate(line, seats.date)]! + 9 * HOUR + random.below(2 * HOUR + 30 * MINUTE);

/** 占座: takes a leader's call for a request about that subject, or null. */
export function takeSeat(leaders: LeaderSeats[], kind: "settled" | "dispatched", category: string): LeaderSeats | null {
  const fits = (one: LeaderSeats) => one.calls > 0 && one[kind] > 0 && (one.subjects.get(category) ?? 0) > 0;
  const seats = leaders.find(fits);
  if (!seats) return null;
  seats.calls -= 1;
  seats[kind] -= 1;
  seats.subjects.set(category, seats.subjects.get(category)! - 1);
  return seats;
}
