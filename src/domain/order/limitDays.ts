/** 期限的日子: the days of a clock's limit one by one, those that don't count told together, for a strip on screen and paper. */
import { addDays, type CivilDate, datesBetween, daysBetween, weekday } from "../calendar/civil.ts";
import { isWorkingDay, type WorkCalendar } from "../calendar/workday.ts";
import type { Clock } from "./clock.ts";
import type { Rules } from "./rules.ts";

/** 'start': the day it began, which isn't counted; 'counted': the `no`-th day; 'weekend' and 'holiday': not counted */
export interface LimitDay {
  kind: "start" | "counted" | "weekend" | "holiday";
  from: CivilDate;
  /** the last of those told together */
  to: CivilDate;
  weekday: number;
  no: number | null;
  /** 调休: a weekend's day on which offices work */
  makeUp: boolean;
  today: boolean;
  /** 到期的一天 */
  last: boolean;
}

/** A limit of more days than these isn't drawn. */
const MOST = 120;

const kindOf = (calendar: WorkCalendar, date: CivilDate) =>
  calendar.holidays.has(date) ? ("holiday" as const) : ("weekend" as const);

/** Days off that follow one another are one, a holiday's where any of them is. */
function joined(days: LimitDay[], next: LimitDay): LimitDay[] {
  const before = days.at(-1);
  const isOff = ({ kind }: LimitDay) => kind === "weekend" || kind === "holiday";
  if (!before || !isOff(before) || !isOff(next)) return [...days, next];
  const kind = before.kind === "holiday" ? before.kind : next.kind;
  return [...days.slice(0, -1), { ...before, kind, to: next.to, today: before.today || next.today }];
}

/** 各日 from the day it began to its deadline; none of a clock that runs in hours. */
export function limitDays(clock: Pick<Clock, "from" | "dueAt" | "in">, today: CivilDate, rules: Rules): LimitDay[] {
  const { calendar } = rules;
  const [first, last] = [rules.dateOf(clock.from), rules.dateOf(clock.dueAt - 1)];
  if (clock.in === "hours" || last < first || daysBetween(first, last) > MOST) return [];
  const counts = (date: CivilDate) => clock.in === "calendarDays" || isWorkingDay(calendar, date);
  const day = (date: CivilDate) => ({ from: date, to: date, weekday: weekday(date), today: date === today });
  let no = 0;
  const after = datesBetween(addDays(first, 1), last).map((date): LimitDay => {
    const makeUp = calendar.workdays.has(date) && weekday(date) > 5;
    if (!counts(date)) return { ...day(date), kind: kindOf(calendar, date), no: null, makeUp, last: false };
    no += 1;
    return { ...day(date), kind: "counted", no, makeUp, last: date === last };
  });
  const start: LimitDay = { ...day(first), kind: "start", no: null, makeUp: false, last: first === last };
  return [start, ...after.reduce(joined, [])];
}
