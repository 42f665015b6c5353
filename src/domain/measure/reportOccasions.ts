import type { MonthCounts } from "./counts.ts";
import { count } from "./figure.ts";
import type { ReportPart } from "./reportFigures.ts";
import { categoryName, type Setting, unitName } from "./setting.ts";

/** 领导接听日, by date. */
export function leaderDays(setting: Setting, counts: Pick<MonthCounts, "leaderDays">): ReportPart<"leaderDays"> {
  const at = "report.leaderDays[]";
  return counts.leaderDays
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((day) => {
      const of = unitName(setting, day.unit);
      const leaderDay = { date: day.date, unit: day.unit };
      const one = (key: "calls" | "settledOnTheSpot" | "dispatched") =>
        count(setting, `${at}.${key}`, day[key], { of, leaderDay });
      const subjects = day.subjects.map((subject) => {
        const topic = categoryName(setting, subject.category, "leaderDay");
        return { topic, count: count(setting, `${at}.subjects[].count`, subject.count, { of: topic, leaderDay }) };
      });
      const numbers = { calls: one("calls"), settledOnTheSpot: one("settledOnTheSpot"), dispatched: one("dispatched") };
      return { date: day.date, unit: of, ...numbers, subjects };
    });
}

/** 批量退单, largest first. */
export const bulkReturns = (setting: Setting, counts: MonthCounts): ReportPart<"bulkReturns"> =>
  counts.bulkReturns
    .toSorted((a, b) => b.orders - a.orders)
    .map(({ unit, orders, ...rest }) => {
      const of = unitName(setting, unit);
      return { ...rest, unit: of, orders: count(setting, "report.bulkReturns[].orders", orders, { of }) };
    });
