/**
 * 工作日: working days by the State Council's yearly notices, 调休 weekends counted. A year without a notice is counted by
 * weekdays alone and the answer is marked 暂定 (provisional).
 */
import type { Rulebook, RuleKinds } from "../rule/rulebook.ts";
import { addDays, type CivilDate, daysBetween, type Instant, weekday } from "./civil.ts";
import { endOfDay } from "./zone.ts";

/** 工作日历 */
export interface WorkCalendar {
  holidays: ReadonlySet<CivilDate>;
  workdays: ReadonlySet<CivilDate>;
  /** years ('2022') whose notice is known */
  years: ReadonlySet<string>;
  /** what the notices change in the week: a weekend's day worked counts 1, another day off -1 */
  moved: readonly { date: CivilDate; by: 1 | -1 }[];
}

/** 推算结果: `provisional` = some day on the way lies in a year that has no published calendar. */
export interface WorkingDate {
  date: CivilDate;
  provisional: boolean;
}

const isWeekend = (date: CivilDate) => weekday(date) > 5;

/** 规则库 → 工作日历: of several rows for one year the last in the book wins. */
export function workCalendar(rulebook: Rulebook): WorkCalendar {
  const rows = new Map((rulebook.rows.calendarYear ?? []).map((row) => [row.key, row.value]));
  const holidays = new Set([...rows.values()].flatMap((year) => year.holidays));
  const workdays = new Set([...rows.values()].flatMap((year) => year.workdays));
  const worked = [...workdays].filter(isWeekend).map((date) => ({ date, by: 1 as const }));
  const off = [...holidays].filter((date) => !isWeekend(date) && !workdays.has(date));
  const moved = [...worked, ...off.map((date) => ({ date, by: -1 as const }))];
  return { holidays, workdays, years: new Set(rows.keys()), moved };
}

/** 是否工作日 */
export const isWorkingDay = (calendar: WorkCalendar, date: CivilDate): boolean =>
  calendar.workdays.has(date) || (!isWeekend(date) && !calendar.holidays.has(date));

const isPublished = (calendar: WorkCalendar, date: CivilDate) => calendar.years.has(date.slice(0, 4));

/** 若干工作日后: `days` ≥ 0 whole working days after `date`, which itself isn't counted; 0 gives `date`. */
export function addWorkingDays(calendar: WorkCalendar, date: CivilDate, days: number): WorkingDate {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  let at = date;
  let provisional = !isPublished(calendar, date);
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    provisional ||= !isPublished(calendar, at);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return { date: at, provisional };
}

/** 相隔工作日: working days after `from` up to and including `to`; 0 when `to` isn't later. As quick over years as over days. */
export function workingDaysBetween(calendar: WorkCalendar, from: CivilDate, to: CivilDate): number {
  const days = daysBetween(from, to);
  if (Number.isNaN(days)) throw new RangeError(`not dates: ${from}, ${to}`);
  if (days <= 0) return 0;
  const weeks = Math.trunc(days / 7);
  let count = weeks * 5;
  for (let after = addDays(from, weeks * 7); after < to; ) {
    after = addDays(after, 1);
    if (!isWeekend(after)) count += 1;
  }
  for (const { date, by } of calendar.moved) if (date > from && date <= to) count += by;
  return count;
}

/** 截止时刻: the end (24:00) of the last day of a limit in days, whose first day isn't counted; a limit in hours runs by the clock. */
export function deadline(
  calendar: WorkCalendar,
  zone: string,
  limit: Pick<RuleKinds["limit"], "amount" | "in">,
  from: { instant: Instant; date: CivilDate },
): { instant: Instant; provisional: boolean } {
  if (limit.in === "hours") return { instant: from.instant + limit.amount * 3_600_000, provisional: false };
  const last =
    limit.in === "workingDays"
      ? addWorkingDays(calendar, from.date, limit.amount)
      : { date: addDays(from.date, limit.amount), provisional: false };
  return { instant: endOfDay(last.date, zone), provisional: last.provisional };
}
