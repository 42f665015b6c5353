import { periodName, shortPeriodName } from "../../domain/calendar/period.ts";

const parts = (date: string) => date.split("-").map(Number) as [number, number, number];

/** 11月, 第45周 … */
export const shortMonth = shortPeriodName;

/** 2022年11月, 2022年第四季度 … */
export const longMonth = periodName;

/** 2022年12月13日 */
export const longDay = periodName;

/** 9月30日; with the year in front when it is not the report's: 2021年9月30日 */
export const shortDay = (date: string, month: string): string =>
  date.slice(0, 4) === month.slice(0, 4) ? `${parts(date)[1]}月${parts(date)[2]}日` : longDay(date);

/** 6月; with the year in front when it is not the report's */
export const monthIn = (month: string, report: string): string =>
  month.slice(0, 4) === report.slice(0, 4) ? shortMonth(month) : longMonth(month);

/** rows of the rulebook whose beginning no document states hold from this day */
const UNSTATED = "2000-01-01";

/** 2022年11月1日起施行; nothing for a rule whose beginning nobody states. */
export const inForceSince = (from: string): string => (from <= UNSTATED ? "" : `${longDay(from)}起施行`);
