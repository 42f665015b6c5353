/**
 * 时间轴: the days that a reconstruction touches, with their first instants in the platform's zone and their working days,
 * worked out once, so that a million records need no calendar of their own.
 */
import { addDays, type CivilDate, datesBetween, daysBetween, type Instant } from "../../domain/calendar/civil.ts";
import { isWorkingDay, type WorkCalendar } from "../../domain/calendar/workday.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import type { RuleKinds } from "../../domain/rule/rulebook.ts";

export interface Timeline {
  first: CivilDate;
  dates: CivilDate[];
  /** first instant of each day, and one more: the end of the last */
  starts: Instant[];
  working: boolean[];
  /** working days up to and including each day */
  rank: number[];
  /** days that work, by rank */
  workdays: number[];
  published: boolean[];
}

/** 建时间轴: both dates included. */
export function timelineOf(calendar: WorkCalendar, zone: string, from: CivilDate, to: CivilDate): Timeline {
  const dates = datesBetween(from, to);
  const working = dates.map((date) => isWorkingDay(calendar, date));
  let rank = 0;
  return {
    first: from,
    dates,
    starts: [...dates, addDays(to, 1)].map((date) => startOfDay(date, zone)),
    working,
    rank: working.map((works) => (rank += Number(works))),
    workdays: dates.flatMap((_, day) => (working[day] ? [day] : [])),
    published: dates.map((date) => calendar.years.has(date.slice(0, 4))),
  };
}

/** 日序: which day of the timeline a date is. */
export const dayOfDate = (line: Timeline, date: CivilDate): number => daysBetween(line.first, date);

/** 时刻所在日 */
export function dayOf(line: Timeline, at: Instant): number {
  let day = Math.floor((at - line.starts[0]!) / 86_400_000);
  while (line.starts[day + 1]! <= at) day += 1;
  while (line.starts[day]! > at) day -= 1;
  return day;
}

/** 期限: the end of the last day of a limit that begins at `at`, by the rules of domain/calendar. */
export function dueAfter(
  line: Timeline,
  limit: Pick<RuleKinds["limit"], "amount" | "in">,
  at: Instant,
): { dueAt: Instant; provisional: boolean } {
  if (limit.in === "hours") return { dueAt: at + limit.amount * 3_600_000, provisional: false };
  const day = dayOf(line, at);
  const last =
    limit.in === "calendarDays" || limit.amount === 0
      ? day + limit.amount
      : line.workdays[line.rank[day]! + limit.amount - 1];
  if (last === undefined || last >= line.dates.length) throw new RangeError("the timeline ends before the deadline");
  const provisional = limit.in === "workingDays" && !line.published.slice(day, last + 1).every(Boolean);
  return { dueAt: line.starts[last + 1]!, provisional };
}
