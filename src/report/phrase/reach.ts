/** 统计到哪里: the end of the period, or while it goes on the minute in which it was counted. */
import type { CivilDate } from "../../domain/calendar/civil.ts";
import { firstDay, lastDay } from "../../domain/calendar/month.ts";
import { type PeriodKey, pointersOf } from "../../domain/calendar/period.ts";
import type { ReportFacts } from "../facts.ts";
import { shortDay, shortMonth } from "./date.ts";

/** which period, counted when */
export interface Counted {
  month: PeriodKey;
  frozen: Pick<ReportFacts["frozen"], "at">;
}

/** 已经过完 when it was counted */
export const isOver = ({ month, frozen }: Counted): boolean => frozen.at.slice(0, 10) > lastDay(month);

/** 记录晚于本期开始: what is said of all its days, or of how things stood before it, can't be known */
export const recordsBeginLater = ({ month, recordsSince }: Pick<ReportFacts, "month" | "recordsSince">): boolean =>
  recordsSince !== null && recordsSince > firstDay(month);

/** 11月30日24时 · 12月1日9时 · 12月1日9时5分 */
export function reach(facts: Counted): string {
  const { month, frozen } = facts;
  if (isOver(facts)) return `${shortDay(lastDay(month), month)}24时`;
  return `${shortDay(frozen.at.slice(0, 10), month)}${timeOf(frozen.at)}`;
}

/** 9时 · 9时5分 */
function timeOf(at: string): string {
  const [hour, minute] = [at.slice(11, 13), at.slice(14, 16)].map(Number);
  return `${hour}时${minute === 0 ? "" : `${minute}分`}`;
}

/** 12月1日; the day of counting itself 12月1日（截至9时5分）: it goes on */
export function daySaid(date: CivilDate, { month, frozen }: Counted): string {
  const day = shortDay(date, month);
  return frozen.at.startsWith(date) ? `${day}（截至${timeOf(frozen.at)}）` : day;
}

/** 11月、第45周（…）; while it goes on 本月、本周: its last day is still to come */
export const periodSaid = (facts: Counted): string =>
  isOver(facts) ? shortMonth(facts.month) : pointersOf(facts.month).this;

/** 全月; while it goes on 本月 */
export const wholeOf = (facts: Counted): string => pointersOf(facts.month)[isOver(facts) ? "whole" : "this"];
