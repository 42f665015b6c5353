/** 有效期: whether an article holds on a day, in words. */
import { type CivilDate, dateWords, daysBetween } from "../calendar/civil.ts";
import type { Writing } from "./article.ts";

export type Validity = "valid" | "soon" | "expired" | "notYet";

type Period = Pick<Writing, "from" | "until">;

/** 有效期的状态 on that day; 快到期: no more than `soon` days are left. */
export function validityOf({ from, until }: Period, today: CivilDate, soon: number): Validity {
  if (until !== null && today > until) return "expired";
  if (today < from) return "notYet";
  return until !== null && daysBetween(today, until) <= soon ? "soon" : "valid";
}

const left = (today: CivilDate, until: CivilDate) =>
  today === until ? "今天是最后一天" : `还剩 ${daysBetween(today, until)} 天`;

/** 有效期的说法 */
export function validityWords(period: Period, today: CivilDate, soon: number): string {
  const { from, until } = period;
  const said: Record<Validity, () => string> = {
    valid: () => (until === null ? "长期有效" : `有效至 ${dateWords(until)}`),
    soon: () => `快到期，有效至 ${dateWords(until!)}，${left(today, until!)}`,
    expired: () => `已过期，有效至 ${dateWords(until!)}`,
    notYet: () => `${dateWords(from)} 起有效`,
  };
  return said[validityOf(period, today, soon)]();
}
