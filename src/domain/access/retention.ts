/** 保存期限: from which instant back what people told is no longer kept. */
import type { CivilDate, Instant } from "../calendar/civil.ts";
import { startOfDay } from "../calendar/zone.ts";
import type { Rules } from "../order/rules.ts";
import { inForce } from "../rule/inForce.ts";

export type RetentionClass = "contact" | "text" | "notice" | "accessLog" | "question" | "inspection";

/** 若干月前的日期; where that month has no such day, its last. */
export function monthsBefore(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, days)))
    .toISOString()
    .slice(0, 10);
}

/** 期满的界限: what ended before it is forgotten, by the rule in force now; null: no rule, nothing is. */
export function expiredBefore({ rulebook, dateOf, zone }: Rules, of: RetentionClass, now: Instant): Instant | null {
  const today = dateOf(now);
  const rule = inForce(rulebook, "retention", of, today);
  return rule === null ? null : startOfDay(monthsBefore(today, rule.value.months), zone);
}
