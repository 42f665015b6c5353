/** 统计到哪里: the end of the period, or while it goes on the minute in which it was counted. */
import { lastDay } from "../../domain/calendar/month.ts";
import { pointersOf } from "../../domain/calendar/period.ts";
import type { ReportFacts } from "../facts.ts";
import { shortDay, shortMonth } from "./date.ts";

type Counted = Pick<ReportFacts, "month" | "frozen">;

/** 已经过完 when it was counted */
export const isOver = ({ month, frozen }: Counted): boolean => frozen.at.slice(0, 10) > lastDay(month);

/** 11月30日24时 · 12月1日9时 · 12月1日9时5分 */
export function reach(facts: Counted): string {
  const { month, frozen } = facts;
  if (isOver(facts)) return `${shortDay(lastDay(month), month)}24时`;
  const [hour, minute] = [frozen.at.slice(11, 13), frozen.at.slice(14, 16)].map(Number);
  return `${shortDay(frozen.at.slice(0, 10), month)}${hour}时${minute === 0 ? "" : `${minute}分`}`;
}

/** 11月、第45周（…）; while it goes on 本月、本周: its last day is still to come */
export const periodSaid = (facts: Counted): string =>
  isOver(facts) ? shortMonth(facts.month) : pointersOf(facts.month).this;

/** 全月; while it goes on 本月 */
export const wholeOf = (facts: Counted): string => pointersOf(facts.month)[isOver(facts) ? "whole" : "this"];
