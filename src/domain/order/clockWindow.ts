/**
 * 时钟的窗口: which deadlines have come to which colour by an instant, so that a list finds the orders of a colour by their
 * deadlines alone, by the limits in force now.
 */
import { addDays, type CivilDate, type Instant } from "../calendar/civil.ts";
import { isWorkingDay } from "../calendar/workday.ts";
import { endOfDay, startOfDay } from "../calendar/zone.ts";
import type { Rules } from "./rules.ts";

/** 临期、到期、超期 */
export const clockWindows = ["soon", "due", "overdue"] as const;

/** Deadlines after `after` (null: any) and up to `until`. */
export interface Between {
  after: Instant | null;
  until: Instant;
}

const HOUR = 3_600_000;
/** When blue begins a fifth of the limit is left, by the usual rule: no limit leaves more days than these. */
const MOST_DAYS = 20;

/** The last deadline that has been past for as long as red asks. */
function longPast(at: Instant, rules: Rules): Instant {
  const limit = rules.limit("superviseRed", at);
  if (limit.in === "hours") return at - limit.amount * HOUR;
  let date = rules.dateOf(at);
  while (rules.end(limit, startOfDay(date, rules.zone)).instant > at) date = addDays(date, -1);
  return endOfDay(date, rules.zone);
}

/** 到期 and 超期 at an instant. */
export function pastWindow(window: "due" | "overdue", at: Instant, rules: Rules): Between {
  const red = longPast(at, rules);
  return window === "due" ? { after: red, until: at } : { after: null, until: red };
}

/** 临期: by what a limit is counted in, and how much of it blue leaves, the last deadline for which it has begun. */
export interface SoonWindow {
  at: Instant;
  /** per cent of the limit after which blue begins */
  percent: number;
  /** the first is that of limits of which one day is left */
  workingDays: Instant[];
  calendarDays: Instant[];
  /** of a limit that isn't known */
  usual: number;
}

function nextDays(date: CivilDate, counts: (date: CivilDate) => boolean): CivilDate[] {
  const found: CivilDate[] = [];
  for (let day = date; found.length < MOST_DAYS; day = addDays(day, 1)) if (counts(day)) found.push(day);
  return found;
}

/** 临期 at an instant: what ended on the day before has begun today. */
export function soonWindow(at: Instant, rules: Rules): SoonWindow {
  const { zone, calendar } = rules;
  const ends = (counts: (date: CivilDate) => boolean) =>
    nextDays(rules.dateOf(at), counts).map((date) => endOfDay(date, zone));
  return {
    at,
    percent: rules.threshold("superviseBlue", at),
    workingDays: ends((date) => isWorkingDay(calendar, date)),
    calendarDays: ends(() => true),
    usual: rules.limit("resolve", at).amount,
  };
}
