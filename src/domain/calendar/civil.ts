/** 民用日期: 'YYYY-MM-DD' as printed on a calendar, without zone or time. Compares and sorts as text. */
export type CivilDate = string;

/** 时刻: milliseconds since 1970-01-01T00:00Z. Precise to the millisecond, as PostgreSQL's timestamptz keeps it or better. */
export type Instant = number;

const DAY = 86_400_000;
const atUtcMidnight = (date: CivilDate): Instant => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (instant: Instant): CivilDate => new Date(instant).toISOString().slice(0, 10);

/** 是否日期: 'YYYY-MM-DD' of a day that exists; refuses 2022-02-30, 2022-2-3 and anything else. */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atUtcMidnight(text)) && fromUtc(atUtcMidnight(text)) === text;

/**
 * 当代的: of 1900 to 2199, whatever a text begins with its year. No hotline is as old or as far ahead; a day before the first or after
 * the last the database can tell has no name.
 */
export const isOfOurTime = (text: string): boolean => text >= "1900" && text < "2200";

/** 若干天后: the date that many calendar days later (earlier when negative); throws on a date that isn't one. */
export function addDays(date: CivilDate, days: number): CivilDate {
  if (!isCivilDate(date)) throw new RangeError(`not a date: ${date}`);
  return fromUtc(atUtcMidnight(date) + days * DAY);
}

/** 相差天数: calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (atUtcMidnight(to) - atUtcMidnight(from)) / DAY;

/** 星期几: 1 = 星期一 … 7 = 星期日. */
export const weekday = (date: CivilDate): number => new Date(atUtcMidnight(date)).getUTCDay() || 7;

/** 日期列举: every date from `from` to `to`, both included. */
export const datesBetween = (from: CivilDate, to: CivilDate): CivilDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, day) => addDays(from, day));

/** '11月3日': as one says it within a year. */
export const dayWords = (date: CivilDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** '2022年11月3日': as one says it of any year. */
export const dateWords = (date: CivilDate): string => `${Number(date.slice(0, 4))}年${dayWords(date)}`;
