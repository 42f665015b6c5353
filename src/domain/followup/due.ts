import { addDays, type Instant } from "../calendar/civil.ts";
import { deadline, workCalendar } from "../calendar/workday.ts";
import { civilDateOf, endOfDay } from "../calendar/zone.ts";
import { inForce } from "../rule/inForce.ts";
import type { Rulebook } from "../rule/rulebook.ts";

const HOUR = 3_600_000;

/**
 * 到期应回访的界限: an order resolved before this instant was due for follow-up by `until`. From the limit 'followUp' in force
 * on that day; without such a rule a resolution is due at once.
 */
export function dueForFollowUpBefore(rulebook: Rulebook, zone: string, until: Instant): Instant {
  const today = civilDateOf(until - 1, zone);
  const limit = inForce(rulebook, "limit", "followUp", today)?.value;
  if (!limit) return until;
  if (limit.in === "hours") return until - limit.amount * HOUR;
  const calendar = workCalendar(rulebook);
  let date = today;
  while (deadline(calendar, zone, limit, { instant: endOfDay(date, zone) - 1, date }).instant > until)
    date = addDays(date, -1);
  return endOfDay(date, zone);
}
