const parts = (date: string) => date.split("-").map(Number) as [number, number, number];

/** 11月 */
export const shortMonth = (month: string): string => `${parts(month)[1]}月`;

/** 2022年11月 */
export const longMonth = (month: string): string => `${parts(month)[0]}年${parts(month)[1]}月`;

/** 2022年12月13日 */
export const longDay = (date: string): string => `${longMonth(date)}${parts(date)[2]}日`;

/** 9月30日; with the year in front when it is not the report's: 2021年9月30日 */
export const shortDay = (date: string, month: string): string =>
  date.slice(0, 4) === month.slice(0, 4) ? `${parts(date)[1]}月${parts(date)[2]}日` : longDay(date);

/** 6月; with the year in front when it is not the report's */
export const monthIn = (month: string, report: string): string =>
  month.slice(0, 4) === report.slice(0, 4) ? shortMonth(month) : longMonth(month);

/** 当月最后一日: 2022-11 → 2022-11-30 */
export function lastDay(month: string): string {
  const [year, at] = parts(month);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][at - 1];
  return `${month}-${days}`;
}

/** rows of the rulebook whose beginning no document states hold from this day */
const UNSTATED = "2000-01-01";

/** 2022年11月1日起施行; nothing for a rule whose beginning nobody states. */
export const inForceSince = (from: string): string => (from <= UNSTATED ? "" : `${longDay(from)}起施行`);
