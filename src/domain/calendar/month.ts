import type { MonthKey } from "../measure/counts.ts";
import { addDays, type CivilDate, daysBetween, type Instant } from "./civil.ts";
import { type PeriodKey, periodOf } from "./period.ts";
import { civilDateOf, startOfDay } from "./zone.ts";

/** 是否月份: 'YYYY-MM' of a month that exists. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** 第一天 of a month, or of any other period */
export const firstDay = (period: PeriodKey): CivilDate => periodOf(period).from;

/** 后若干月: the month that many months later; earlier when negative. */
export function addMonths(month: MonthKey, months: number): MonthKey {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** 上月 */
export const previousMonth = (month: MonthKey): MonthKey => addMonths(month, -1);

/** 最后一天 of a month, or of any other period */
export const lastDay = (period: PeriodKey): CivilDate => addDays(periodOf(period).until, -1);

/**
 * 口径日: on which day's formulas a period is worked out: the first, and for a quarter or a year the first of its last month, so
 * that no rate is mixed of two formulas and it can be laid beside that month's report.
 */
export function ruleDay(period: PeriodKey): CivilDate {
  const { kind, from } = periodOf(period);
  return kind === "quarter" || kind === "year" ? `${lastDay(period).slice(0, 7)}-01` : from;
}

/** 天数 of a month, or of any other period */
export const daysIn = (period: PeriodKey): number => {
  const { from, until } = periodOf(period);
  return daysBetween(from, until);
};

/** 每一天 of a month, or of any other period */
export const daysOf = (period: PeriodKey): CivilDate[] =>
  Array.from({ length: daysIn(period) }, (_, at) => addDays(firstDay(period), at));

/** 起止时刻: [from, until) of a month or any other period in an IANA zone, whatever the machine's own zone. */
export const monthBounds = (period: PeriodKey, zone: string): { from: Instant; until: Instant } => ({
  from: startOfDay(periodOf(period).from, zone),
  until: startOfDay(periodOf(period).until, zone),
});

/** 过了多少 of a period: [from, until) as far as it has gone by, with its whole days; `over`: all of it has. */
export interface Elapsed {
  from: Instant;
  until: Instant;
  over: boolean;
  days: number;
}

/** 到某时刻为止的起止: of a period that is over all of it; one that hasn't begun has nothing, not even `until` after `from`. */
export function elapsedOf(period: PeriodKey, zone: string, now: Instant): Elapsed {
  const { from, until } = monthBounds(period, zone);
  // what was recorded this very instant counts
  return now < until
    ? { from, until: now + 1, over: false, days: daysBetween(firstDay(period), civilDateOf(now, zone)) }
    : { from, until, over: true, days: daysIn(period) };
}
