import { addDays, type CivilDate, type Instant } from "./civil.ts";

const HOUR = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const fields = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, calendar: "gregory", hourCycle: "h23", ...fields });
  formats.set(zone, made);
  return made;
}

/** 当地时间: 'YYYY-MM-DD HH:MM' of an instant in an IANA zone. Throws on a zone that doesn't exist. */
export function localTime(instant: Instant, zone: string): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = value;
  return `${(parts.year ?? "").padStart(4, "0")}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** 某时刻在某时区的日期 */
export const civilDateOf = (instant: Instant, zone: string): CivilDate => localTime(instant, zone).slice(0, 10);

const isFirst = (instant: Instant, date: CivilDate, zone: string) =>
  civilDateOf(instant, zone) >= date && civilDateOf(instant - 1, zone) < date;

function searched(date: CivilDate, zone: string, middle: Instant): Instant {
  let [before, first] = [middle - 36 * HOUR, middle + 36 * HOUR];
  while (first - before > 1) {
    const half = Math.floor((before + first) / 2);
    if (civilDateOf(half, zone) >= date) first = half;
    else before = half;
  }
  return first;
}

/** 一日之始: the first instant of a civil date in a zone (also where midnight is skipped by summer time). */
export function startOfDay(date: CivilDate, zone: string): Instant {
  const middle = Date.parse(`${date}T00:00:00Z`);
  const offset = Date.parse(`${localTime(middle, zone).replace(" ", "T")}:00Z`) - middle;
  const guess = middle - offset;
  return isFirst(guess, date, zone) ? guess : searched(date, zone, middle);
}

/** 一日之终: 24:00 of a civil date, which is the first instant of the next. */
export const endOfDay = (date: CivilDate, zone: string): Instant => startOfDay(addDays(date, 1), zone);
