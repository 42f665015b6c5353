import { daysIn } from "../calendar/month.ts";
import type { ComparedCounts, MonthCounts } from "./counts.ts";
import { count, countChange, mean, rate } from "./figure.ts";
import type { ReportPart } from "./reportFigures.ts";
import { acceptedOf, civilizedRows, outcomeOf } from "./requestFigures.ts";
import { categoryName, categoryOrder, hotEventName, type Setting } from "./setting.ts";
import { ranked, tally, total } from "./tally.ts";

/** 诉求的余数: daily average, 环比, pending, withdrawn and merged. */
export function requests(setting: Setting, counts: MonthCounts, before: ComparedCounts | null): ReportPart<"requests"> {
  const accepted = acceptedOf(counts);
  const days = counts.soFar ?? { days: daysIn(setting.month), accepted };
  const one = (key: "pending" | "withdrawn") => count(setting, `report.requests.${key}`, outcomeOf(counts, key));
  return {
    perDay: mean(setting, "report.requests.perDay", days.accepted, days.days),
    acceptedMoM: countChange(setting, "report.requests.acceptedMoM", accepted, before && acceptedOf(before)),
    pending: one("pending"),
    withdrawn: one("withdrawn"),
    mergedRepeats: count(setting, "report.requests.mergedRepeats", counts.mergedRepeats),
  };
}

/** 文明创建各组各项: counts, and shares of all civilized-city requests. */
export function civilized(setting: Setting, counts: MonthCounts): ReportPart<"civilized"> {
  const rows = civilizedRows(setting);
  const counted = tally(
    counts.requests,
    (row) => row.category,
    (row) => row.count,
  );
  const sum = (some: typeof rows) => total(some, (row) => counted.get(row.code) ?? 0);
  const all = sum(rows);
  const pair = (at: string, numerator: number, of: string) => ({
    count: count(setting, `${at}.count`, numerator, { of }),
    share: rate(setting, `${at}.share`, { numerator, denominator: all }, { of }),
  });
  return [...new Set(rows.map((row) => row.group))].map((group) => {
    const inGroup = rows.filter((row) => row.group === group);
    const items = [...new Set(inGroup.map((row) => row.item))].map((item) => {
      const inItem = inGroup.filter((row) => row.item === item);
      return { item, ...pair("report.civilized[].items[]", sum(inItem), item) };
    });
    return { group, ...pair("report.civilized[]", sum(inGroup), group), items };
  });
}

/** 热点事件: all of the month, each with its leading subcategories. */
export function hotEvents(setting: Setting, counts: MonthCounts): ReportPart<"hotEvents"> {
  const events = counts.hotEvents.filter((event) => event.count > 0).toSorted((a, b) => b.count - a.count);
  return events.map(({ event: key, count: size, categories }) => {
    const event = hotEventName(setting, key);
    const byCode = tally(
      categories,
      (row) => row.category,
      (row) => row.count,
    );
    const leading = ranked(byCode, (code) => categoryOrder(setting, code), 3).map((entry) => {
      const topic = categoryName(setting, entry.key, "hotEvent");
      const ratio = { numerator: entry.count, denominator: size };
      return {
        topic,
        count: count(setting, "report.hotEvents[].leading[].count", entry.count, { of: topic }),
        share: rate(setting, "report.hotEvents[].leading[].share", ratio, { of: topic }),
      };
    });
    const ratio = { numerator: size, denominator: acceptedOf(counts) };
    return {
      event,
      count: count(setting, "report.hotEvents[].count", size, { of: event }),
      share: rate(setting, "report.hotEvents[].share", ratio, { of: event }),
      leading,
    };
  });
}
