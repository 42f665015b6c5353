import { sumOfUnits } from "./appendix1.ts";
import type { MonthCounts } from "./counts.ts";
import { count, rate } from "./figure.ts";
import type { Figures } from "./figures.ts";
import type { Measured } from "./measured.ts";
import { satisfactionOf } from "./satisfaction.ts";
import { categoryName, categoryOrder, listLength, ruleOf, type Setting, unitName, unitOrder } from "./setting.ts";
import { ranked, tally, total } from "./tally.ts";

type FollowUp = Figures<Measured>["followUp"];

/** 不满意热点: the leading subcategories of the dissatisfied, with shares of all dissatisfied. */
function dissatisfiedTop(setting: Setting, counts: MonthCounts, dissatisfied: number): FollowUp["dissatisfiedTop"] {
  const counted = tally(
    counts.dissatisfied,
    (row) => row.category,
    (row) => row.count,
  );
  const top = ranked(counted, (code) => categoryOrder(setting, code), listLength(setting, "dissatisfiedTop"));
  return top.map((entry) => {
    const topic = categoryName(setting, entry.key, "dissatisfiedTop");
    const ratio = { numerator: entry.count, denominator: dissatisfied };
    return {
      topic,
      count: count(setting, "followUp.dissatisfiedTop[].count", entry.count, { of: topic }),
      share: rate(setting, "followUp.dissatisfiedTop[].share", ratio, { of: topic }),
    };
  });
}

/** 回访方式: how most follow-ups were made; in a month without any, as the rulebook says. */
function channelOf(setting: Setting, counts: MonthCounts): FollowUp["channel"] {
  const [most] = counts.followUpChannels.toSorted((a, b) => b.count - a.count);
  return most?.channel ?? ruleOf(setting, "followUpMode", "mode")?.value.channel ?? "phone";
}

/** 回访: follow-ups, units concerned, the four ratings, the satisfaction rate, what the dissatisfied were about. */
export function followUpFigures(setting: Setting, counts: MonthCounts): FollowUp {
  const sum = sumOfUnits(counts.units);
  const { ratio, rule } = satisfactionOf(setting, sum);
  return {
    channel: channelOf(setting, counts),
    followUps: count(setting, "followUp.followUps", sum.followUps),
    units: count(setting, "followUp.units", counts.units.filter((unit) => unit.followUps > 0).length),
    satisfied: count(setting, "followUp.satisfied", sum.satisfied),
    neutral: count(setting, "followUp.neutral", sum.neutral),
    noResponse: count(setting, "followUp.noResponse", sum.noResponse),
    dissatisfied: count(setting, "followUp.dissatisfied", sum.dissatisfied),
    satisfactionRate: rate(setting, "followUp.satisfactionRate", ratio, { rule }),
    dissatisfiedTop: dissatisfiedTop(setting, counts, sum.dissatisfied),
  };
}

/** 超期未反馈: the stock at the month's last instant, by unit; each unit's topics, most first. */
export function openOverdue(setting: Setting, counts: MonthCounts): Figures<Measured>["openOverdue"] {
  const byUnit = tally(
    counts.overdue,
    (row) => row.unit,
    (row) => row.count,
  );
  const labelOrder = (label: string) => setting.aliasOrder.get(label) ?? setting.aliasOrder.size;
  return {
    total: count(
      setting,
      "openOverdue.total",
      total(counts.overdue, (row) => row.count),
    ),
    byUnit: ranked(byUnit, (code) => unitOrder(setting, code)).map((entry) => {
      const topics = tally(
        counts.overdue.filter((row) => row.unit === entry.key),
        (row) => row.topic,
        (row) => row.count,
      );
      const unit = unitName(setting, entry.key);
      return {
        unit,
        count: count(setting, "openOverdue.byUnit[].count", entry.count, { of: unit }),
        topics: ranked(topics, labelOrder).map((topic) => topic.key),
      };
    }),
  };
}
