/** 报告的期间: the days that a report is of, as its title says, and the day on which it was issued. */
import { type CivilDate, daysBetween, isCivilDate } from "../../domain/calendar/civil.ts";
import { daysIn } from "../../domain/calendar/month.ts";
import { chineseNumber } from "./chinese.ts";
import type { Passage } from "./passage.ts";

const two = (value: string | number): string => String(value).padStart(2, "0");

/** 某年某月某日; null for a day that no calendar has */
export function civil(year: string | number, month: string | number, day: string | number): CivilDate | null {
  const date = `${year}-${two(month)}-${two(day)}`;
  return isCivilDate(date) ? date : null;
}

/** 某月的天数 */
export const daysInMonth = (year: string | number, month: string | number): number => daysIn(`${year}-${two(month)}`);

/** 某年几个月的天数, together */
export const daysInMonths = (year: string | number, months: number[]): number =>
  months.reduce((days, month) => days + daysInMonth(year, month), 0);

/** 不知哪年的几个月的天数: of a common year, and of a leap year where that is another number */
export const daysInAnyYear = (months: number[]): number[] => [
  ...new Set([2023, 2024].map((year) => daysInMonths(year, months))),
];

/** 季度与半年: as a text names them, with their months and the days that they may have */
export const stretches: { words: string; months: number; days: number[] }[] = [
  { words: "一季度", months: 3, days: [90, 91] },
  { words: "二季度", months: 3, days: [91] },
  { words: "[三四]季度", months: 3, days: [92] },
  { words: "上半年", months: 6, days: [181, 182] },
  { words: "下半年", months: 6, days: [184] },
];

const full =
  /(20\d\d)(?:年|[-.])(\d{1,2})(?:月|[-.])(\d{1,2})日?(?:印发|发布)?(?: ?\d{1,2}：\d\d(?:：\d\d)?(?![\d：]))?/g;

/** “发布时间：2024-12-06 09:12:30 来源：市热线办” above a page's text */
const published =
  /(?:(?:发布|发文|成文|印发|发稿)(?:时间|日期)|(?<![\u4e00-\u9fff])(?:时间|日期))： ?(20\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?(?![\d日至到～-]| [至到～-])/;

/** 成文日期: the latest of the days that stand alone on a line, close it behind an office's name, or are said to be the page's; null for none */
export function issuedOn(passages: Passage[]): CivilDate | null {
  const dates = passages.flatMap(({ text }) => {
    const found = [...text.matchAll(full)];
    const [only] = found;
    const isAlone =
      only &&
      found.length === 1 &&
      text.length <= 46 &&
      !/[，。；至截]/.test(text) &&
      !/期/.test(text.slice(only.index));
    const date = isAlone ? civil(only[1]!, only[2]!, only[3]!) : null;
    const [, year, month, day] = published.exec(text) ?? [];
    const told = year ? civil(year, month!, day!) : null;
    return [...(date && text.endsWith(only![0]) ? [date] : []), ...(told ? [told] : [])];
  });
  return dates.sort().at(-1) ?? null;
}

const titled =
  /(?<!\d)(20\d\d)[-.](\d{1,2})(?![\d.-])|(?:(20\d\d)年(?:度)?)?(?:第?([一二三四])季度|(上半年|下半年)|(?<![\d至到—～-])(\d{1,2})月份?(?![\d日至—-]))|(20\d\d)年(?:度|全年|年报)/g;

/** 标题的期间: as the first lines name it, by its first month and how many months it has */
interface Span {
  /** '' where no line names it */
  year: string;
  from: number;
  length: number;
}

const title = /^(?![图表附]).{0,40}(?:通报|报告|[简月季年周专快公]报|分析|情况|函)(?:（[^（）]{1,20}）)?$/;

/** 开头几段: from the title on, where what else stands on a page fills the first of them */
function opening(passages: Passage[], length: number): Passage[] {
  const names = ({ text, isHeading }: Passage) => !isHeading && title.test(text) && text.search(titled) >= 0;
  const from = passages.slice(0, 20).findIndex(names);
  const isLate = from > 3 && passages.slice(0, 4).every(({ text }) => text.search(titled) < 0);
  return passages.slice(isLate ? from : 0).slice(0, length);
}

/** null where the first lines name no period, or two */
function spanOf(passages: Passage[]): Span | null {
  const titles = opening(passages, 4)
    .map(({ text }) => ({ text: /^[^。；]{0,30}?关于[^。；]{4,40}?的(?:通报|报告|函)/.exec(text)?.[0] ?? text }))
    .filter(({ text }) => text.length <= 60 && !/[。；]/.test(text));
  const all = new Set(
    titles.flatMap(({ text }) =>
      [...text.matchAll(titled)].map(([, numbered, ordinal, year, quarter, half, month, whole]) => {
        if (numbered) return `${numbered}|${Number(ordinal)}|1`;
        const from = quarter ? chineseNumber(quarter)! * 3 - 2 : half === "下半年" ? 7 : month ? Number(month) : 1;
        return `${whole ?? year ?? ""}|${from}|${whole ? 12 : quarter ? 3 : half ? 6 : 1}`;
      }),
    ),
  );
  // “11月份” beside “2024年11月份” is the same month
  const spans = [...all].filter(
    (span) => !(span.startsWith("|") && [...all].some((other) => other !== span && other.endsWith(span))),
  );
  const [only] = spans;
  if (!only || spans.length > 1) return null;
  const [year, from, length] = only.split("|");
  return { year: year!, from: Number(from), length: Number(length) };
}

/** 期间的天数: of the one month, quarter, half or whole year that the first lines name; null where they name none or two */
export function daysOfPeriod(passages: Passage[]): number | null {
  const span = spanOf(passages);
  if (!span) return null;
  const months = Array.from({ length: span.length }, (_, at) => span.from + at);
  // without its year a February may have 28 days or 29
  if (months.some((month) => month < 1 || month > 12) || (!span.year && months.includes(2))) return null;
  return daysInMonths(span.year || "2001", months);
}

/** 季报的季度: 1 to 4, of a report of one quarter; null for any other */
export function quarterOfReport(passages: Passage[]): number | null {
  const span = spanOf(passages);
  return span?.length === 3 ? (span.from + 2) / 3 : null;
}

/** 年报的年份: of a report of a whole year; null for any other */
export function yearOfReport(passages: Passage[]): number | null {
  const span = spanOf(passages);
  return span?.length === 12 && span.year ? Number(span.year) : null;
}

/** 月报的月份: of a report of one month, with its year where it is named; null for any other */
export function monthOfReport(passages: Passage[]): { year: number | null; month: number } | null {
  const span = spanOf(passages) ?? fullMonth(passages);
  const isMonth = span !== null && span.length === 1 && span.from >= 1 && span.from <= 12;
  return isMonth ? { year: span.year ? Number(span.year) : null, month: span.from } : null;
}

const ranged =
  /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:\d{1,2}时)?(?:（[^（）]{1,4}）)?(?:至|到|-|—|～)(?:(?:20\d\d年)?(\d{1,2})月)?(\d{1,2})日/;

/** “（2021年6月1日—6月30日）”: the whole of one month */
function fullMonth(passages: Passage[]): Span | null {
  for (const { text } of opening(passages, 6)) {
    const [, year, month, day, last, end] = (text.length <= 60 && ranged.exec(text)) || [];
    const isOne = year && day === "1" && (last ?? month) === month;
    if (isOne && Number(end) === daysInMonth(year, month!)) return { year, from: Number(month), length: 1 };
  }
  return null;
}

/** 周报的天数: of the days that the first lines name, where they are few */
export function daysOfTitle(passages: Passage[]): number | null {
  const all = opening(passages, 6).flatMap(({ text }) => {
    const match = text.length <= 60 ? ranged.exec(text) : null;
    // “11月6日至8日停机升级” within a sentence is no report's period
    if (!match || (/。/.test(text) && match.index > 12)) return [];
    const year = match[1] ?? "2001";
    const from = civil(year, match[2]!, match[3]!);
    const to = civil(year, match[4] ?? match[2]!, match[5]!);
    return from && to && from < to ? [daysOver(from, to)] : [];
  });
  return new Set(all).size === 1 && all[0]! <= 16 ? all[0]! : null;
}

/** 首尾都算的天数 */
export const daysOver = (from: CivilDate, to: CivilDate): number => daysBetween(from, to) + 1;

/** 写明的起止: “2月10日至17日” and the like in a text, in days; none where it names no span */
export const spansIn = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(\d{1,2})月(\d{1,2})日?(?:至|-|～|到)(?:(\d{1,2})月)?(\d{1,2})日/g)].flatMap(
    ([, month, day, endMonth, endDay]) => {
      const [from, to] = [civil(2001, month!, day!), civil(2001, endMonth ?? month!, endDay!)];
      return from && to && from <= to ? [daysOver(from, to)] : [];
    },
  );
