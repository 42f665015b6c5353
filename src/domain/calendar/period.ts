/**
 * 统计时段: a day, a week, a month, a quarter, a year, or the days of a holiday. It is known by its key, which begins with its year:
 * 2022-11-08 · 2022-W45 · 2022-11 · 2022-Q4 · 2022 · 2022-10-01_2022-10-07.
 */
import { addDays, type CivilDate, daysBetween, isCivilDate, isOfOurTime, weekday } from "./civil.ts";

/** 报告种类 */
export const periodKinds = {
  day: "日报",
  week: "周报",
  month: "月报",
  quarter: "季报",
  year: "年报",
  holiday: "节假日专报",
} as const;
export type PeriodKind = keyof typeof periodKinds;
export type PeriodKey = string;

/** 时段: [from, until) */
export interface Period {
  kind: PeriodKind;
  from: CivilDate;
  until: CivilDate;
}

/** a holiday with the days around it is no longer than this */
const LONGEST = 62;

const two = (number: number): string => String(number).padStart(2, "0");
/** the first day of a month counted on from January: 13 is the next January */
const dayOne = (year: number, month: number): CivilDate =>
  `${String(year + Math.floor((month - 1) / 12)).padStart(4, "0")}-${two(((month - 1) % 12) + 1)}-01`;

/** Monday of the week in which the fourth of January lies, that many weeks on */
const monday = (year: number, week: number): CivilDate => {
  const fourth = `${year}-01-04`;
  return addDays(fourth, 1 - weekday(fourth) + 7 * (week - 1));
};

function lengthFault(first: CivilDate, last: CivilDate): string | null {
  const days = daysBetween(first, last) + 1;
  if (days < 1) return "最后一天早于第一天。";
  if (days === 1) return "只有一天，请改选日报。";
  return days > LONGEST ? `一共 ${days} 天，节假日专报最多 ${LONGEST} 天。` : null;
}

const readers: [RegExp, (parts: string[]) => Period | null][] = [
  [
    /^(\d{4})-(0[1-9]|1[0-2])$/,
    ([year, month]) => ({
      ...{ kind: "month", from: dayOne(Number(year), Number(month)), until: dayOne(Number(year), Number(month) + 1) },
    }),
  ],
  [
    /^(\d{4}-\d{2}-\d{2})$/,
    ([day]) => (isCivilDate(day!) ? { kind: "day", from: day!, until: addDays(day!, 1) } : null),
  ],
  [
    /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/,
    ([year, week]) => {
      const from = monday(Number(year), Number(week));
      // a week belongs to the year of its Thursday: not every year has a fifty-third
      return addDays(from, 3).startsWith(year!) ? { kind: "week", from, until: addDays(from, 7) } : null;
    },
  ],
  [
    /^(\d{4})-Q([1-4])$/,
    ([year, quarter]) => {
      const first = 3 * Number(quarter) - 2;
      return { kind: "quarter", from: dayOne(Number(year), first), until: dayOne(Number(year), first + 3) };
    },
  ],
  [/^(\d{4})$/, ([year]) => ({ kind: "year", from: dayOne(Number(year), 1), until: dayOne(Number(year) + 1, 1) })],
  [
    /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/,
    ([first, last]) => {
      if (!isCivilDate(first!) || !isCivilDate(last!) || lengthFault(first!, last!)) return null;
      return { kind: "holiday", from: first!, until: addDays(last!, 1) };
    },
  ],
];

/** 读时段的代号; null: it names none. */
export function readPeriod(key: string): Period | null {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(key);
    if (match) return read(match.slice(1));
  }
  return null;
}

function dayFault(name: string, day: string): string | null {
  if (day === "") return `还没有选${name}。`;
  return isCivilDate(day) && isOfOurTime(day) ? null : `“${day}”不是 1900 年至 2199 年之间的一天。`;
}

/** 节假日的第一天、最后一天各错在哪里, in a sentence to be said beside it; null: nothing */
export function holidayFaults(first: string, last: string): { first: string | null; last: string | null } {
  const [one, other] = [dayFault("第一天", first), dayFault("最后一天", last)];
  return { first: one, last: other ?? (one ? null : lengthFault(first, last)) };
}

/** 时段的代号错在哪里, in a sentence; null: it names one of our time */
export function periodFault(key: string): string | null {
  const [, first, last] = /^([^_]*)_([^_]*)$/.exec(key) ?? [];
  if (first !== undefined && last !== undefined) {
    const faults = holidayFaults(first, last);
    return faults.first ?? faults.last;
  }
  return readPeriod(key) !== null && isOfOurTime(key) ? null : `“${key}”不是统计时段。`;
}

/** 时段 of a key that was read before */
export function periodOf(key: PeriodKey): Period {
  const period = readPeriod(key);
  if (period === null) throw new RangeError(`not a period: ${key}`);
  return period;
}

/** 代号 of the period of a kind in which a day lies; a holiday has no kind to find it by */
export function keyOn(kind: Exclude<PeriodKind, "holiday">, day: CivilDate): PeriodKey {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (kind) {
    case "day":
      return day;
    case "month":
      return day.slice(0, 7);
    case "quarter":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "year":
      return year;
    case "week": {
      const thursday = addDays(day, 4 - weekday(day));
      const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
      return `${thursday.slice(0, 4)}-W${two(week)}`;
    }
  }
}

/** 上一期: of a holiday as many days just before it. */
export function previousPeriod(key: PeriodKey): PeriodKey {
  const { kind, from, until } = periodOf(key);
  const last = addDays(from, -1);
  return kind === "holiday" ? `${addDays(from, -daysBetween(from, until))}_${last}` : keyOn(kind, last);
}

/** 上年同期; null: a week, a holiday and the 29th of February have none. */
export function yearBefore(key: PeriodKey): PeriodKey | null {
  const { kind } = periodOf(key);
  if (kind === "week" || kind === "holiday") return null;
  const earlier = `${String(Number(key.slice(0, 4)) - 1).padStart(4, "0")}${key.slice(4)}`;
  return readPeriod(earlier) === null ? null : earlier;
}

/** 与上一期能不能比: a holiday is unlike the days before it. */
export const isComparable = (key: PeriodKey): boolean => periodOf(key).kind !== "holiday";

const dayWords = (date: CivilDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
const quarters = ["一", "二", "三", "四"];

/** 时段的名称, without its year where that is the report's own: 11月 · 11月8日 · 第45周 · 第四季度 · 2022年 · 10月1日至10月7日 */
export function shortPeriodName(key: PeriodKey): string {
  const { kind, from, until } = periodOf(key);
  switch (kind) {
    case "day":
      return dayWords(from);
    case "week":
      return `第${Number(key.slice(6))}周（${dayWords(from)}至${dayWords(addDays(until, -1))}）`;
    case "month":
      return `${Number(from.slice(5, 7))}月`;
    case "quarter":
      return `第${quarters[Number(key.slice(6)) - 1]}季度`;
    case "year":
      return `${Number(key)}年`;
    case "holiday":
      return `${dayWords(from)}至${dayWords(addDays(until, -1))}`;
  }
}

/** 时段的全名: 2022年11月 · 2022年第四季度 */
export const periodName = (key: PeriodKey): string =>
  periodOf(key).kind === "year" ? shortPeriodName(key) : `${Number(key.slice(0, 4))}年${shortPeriodName(key)}`;

/** how a sentence points at a period: 本月, 全月, 上月, and at several of them: 三个月 */
const pointers: Record<PeriodKind, Record<"this" | "whole" | "end" | "last" | "lastEnd" | "each", string>> = {
  day: { this: "当日", whole: "全天", end: "当日末", last: "前一日", lastEnd: "前一日末", each: "日" },
  week: { this: "本周", whole: "全周", end: "周末", last: "上周", lastEnd: "上周末", each: "周" },
  month: { this: "本月", whole: "全月", end: "月末", last: "上月", lastEnd: "上月末", each: "个月" },
  quarter: { this: "本季度", whole: "全季度", end: "季度末", last: "上季度", lastEnd: "上季度末", each: "个季度" },
  year: { this: "本年", whole: "全年", end: "年末", last: "上年", lastEnd: "上年末", each: "年" },
  holiday: { this: "期间", whole: "期间", end: "期末", last: "此前", lastEnd: "节前", each: "期" },
};

/** 本月、全月、上月 of a period's kind */
export const pointersOf = (key: PeriodKey) => pointers[periodOf(key).kind];
