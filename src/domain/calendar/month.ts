import type { MonthKey } from "../measure/counts.ts";
import { addDays, type CivilDate, daysBetween, type Instant } from "./civil.ts";
import { startOfDay } from "./zone.ts";

/** 是否月份: 'YYYY-MM' of a month that exists. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** 本月第一天 */
export const firstDay = (month: MonthKey): CivilDate => `${month}-01`;

/** 后若干月: the month that many months later; earlier when negative. */
export function addMonths(month: MonthKey, months: number): MonthKey {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** 上月 */
export const previousMonth = (month: MonthKey): MonthKey => addMonths(month, -1);

/** 本月最后一天 */
export const lastDay = (month: MonthKey): CivilDate => addDays(firstDay(addMonths(month, 1)), -1);

/** 本月天数 */
export const daysIn = (month: MonthKey): number => daysBetween(firstDay(month), firstDay(addMonths(month, 1)));

/** 月的起止时刻: [from, until) of a month in an IANA zone, whatever the machine's own zone. */
export const monthBounds = (month: MonthKey, zone: string): { from: Instant; until: Instant } => ({
  from: startOfDay(firstDay(month), zone),
  until: startOfDay(firstDay(addMonths(month, 1)), zone),
});
