import type { MonthCounts, UnitCode } from "./counts.ts";
import { count, rate } from "./figure.ts";
import type { Figures, TopicShare } from "./figures.ts";
import type { Measured } from "./measured.ts";
import {
  categoryName,
  categoryOf,
  categoryOrder,
  isSubcategory,
  listLength,
  registered,
  type Setting,
  unitName,
  unitOrder,
} from "./setting.ts";
import { ranked, tally, total } from "./tally.ts";

type Dispatched = MonthCounts["dispatched"];

/** 某单位派发工单的前几小类, with shares of all work orders sent to it. */
function topTopics(
  setting: Setting,
  dispatched: Dispatched,
  unit: UnitCode,
  table: string,
  of: string,
): TopicShare<Measured>[] {
  const rows = dispatched.filter((row) => row.unit === unit);
  const counted = tally(
    rows,
    (row) => row.category,
    (row) => row.count,
  );
  const denominator = total(rows, (row) => row.count);
  return ranked(counted, (code) => categoryOrder(setting, code), listLength(setting, `${table}.top`)).map((entry) => {
    const topic = categoryName(setting, entry.key, table);
    const ratio = { numerator: entry.count, denominator };
    return { topic, share: rate(setting, `${table}[].top[].share`, ratio, { of: `${of} · ${topic}` }) };
  });
}

/** 地域分布: the districts in configured order, each by the work orders of its unit. */
export const districtsTop = (setting: Setting, counts: MonthCounts): Figures<Measured>["districtsTop3"] =>
  registered(setting.rulebook, "place", setting.month)
    .filter((row) => row.value.level === "district" && row.value.unit)
    .toSorted((a, b) => a.value.order - b.value.order)
    .map(({ value }) => ({
      place: value.name,
      top: topTopics(setting, counts.dispatched, value.unit ?? "", "districtsTop3", value.name),
    }));

/** 承办量居前的单位: those outside the groups that are ranked apart, by work orders dispatched. */
export function unitsTop(setting: Setting, counts: MonthCounts): Figures<Measured>["unitsTop3"] {
  const apart = new Set(setting.unitGroups.filter((group) => group.rankedApart).map((group) => group.id));
  const rows = counts.dispatched.filter((row) => !apart.has(setting.units.get(row.unit)?.group ?? ""));
  const counted = tally(
    rows,
    (row) => row.unit,
    (row) => row.count,
  );
  return ranked(counted, (unit) => unitOrder(setting, unit), listLength(setting, "unitsTop3")).map(({ key }) => {
    const unit = unitName(setting, key);
    return { unit, top: topTopics(setting, counts.dispatched, key, "unitsTop3", unit) };
  });
}

interface Hot {
  category: string;
  topics: { topic: string; count: number }[];
}

/** 各大类的热点: the categories with most, in each the leading subcategories. */
function hotByCategory(
  setting: Setting,
  rows: { category: string; count: number }[],
  table: string,
  topics: number,
): Hot[] {
  const order = (code: string) => categoryOrder(setting, code);
  const counted = tally(
    rows,
    (row) => categoryOf(setting, row.category),
    (row) => row.count,
  );
  return ranked(counted, order, listLength(setting, table)).map(({ key }) => {
    const within = rows.filter(
      (row) => categoryOf(setting, row.category) === key && isSubcategory(setting, row.category),
    );
    const inIt = tally(
      within,
      (row) => row.category,
      (row) => row.count,
    );
    const leading = ranked(inIt, order, topics);
    return {
      category: categoryName(setting, key, table),
      topics: leading.map((entry) => ({ topic: categoryName(setting, entry.key, table), count: entry.count })),
    };
  });
}

/** 在线咨询热点: by requests resolved at first contact. */
export const firstContactHot = (
  setting: Setting,
  counts: MonthCounts,
): Figures<Measured>["handling"]["firstContactHot"] =>
  hotByCategory(
    setting,
    counts.requests.filter((row) => row.outcome === "firstContact"),
    "firstContactHot",
    listLength(setting, "firstContactHot.topics"),
  ).map(({ category, topics }) => ({ category, topics: topics.map((entry) => entry.topic) }));

/** 转办热点: by work orders dispatched; one leading subcategory of each category, with its count. */
export const dispatchedHot = (setting: Setting, counts: MonthCounts): Figures<Measured>["handling"]["dispatchedHot"] =>
  hotByCategory(setting, counts.dispatched, "dispatchedHot", 1).flatMap(({ category, topics: [first] }) =>
    first
      ? [
          {
            category,
            topic: first.topic,
            count: count(setting, "handling.dispatchedHot[].count", first.count, { of: first.topic }),
          },
        ]
      : [],
  );
