/** 涉企诉求: requests about what businesses turn to the hotline for, by the subcategories that the rulebook marks so. */
import { firstDay } from "../calendar/month.ts";
import { allInForce } from "../rule/inForce.ts";
import type { CategoryCode, MonthCounts } from "./counts.ts";
import type { TopicCounts } from "./earlyWarnings.ts";
import { count, countChange, rate } from "./figure.ts";
import type { Measured } from "./measured.ts";
import { acceptedOf } from "./requestFigures.ts";
import { categoryName, categoryOrder, listLength, type Setting } from "./setting.ts";
import { ranked, tally, total } from "./tally.ts";

/** 涉企诉求的数; null: the rulebook marks nothing as such */
export interface BusinessFigures<N> {
  count: N;
  share: N;
  countMoM: N;
  firstContact: N;
  dispatched: N;
  /** in configured order; shares of all from businesses */
  groups: { group: string; count: N; share: N }[];
  /** most first; shares of all from businesses */
  leading: { topic: string; count: N; share: N }[];
}

/** 涉企的小类 by group, in configured order, as the rules of the first day have them; a row without a group takes its class out. */
export function businessGroups(setting: Setting): Map<string, CategoryCode[]> {
  const rows = allInForce(setting.rulebook, "business", firstDay(setting.month))
    .filter(({ value }) => value.group !== "")
    .toSorted((a, b) => a.value.order - b.value.order);
  const groups = new Map<string, CategoryCode[]>();
  for (const { key, value } of rows) groups.set(value.group, [...(groups.get(value.group) ?? []), key]);
  return groups;
}

/** 涉企诉求 of the month; `before`: the classes of the previous period, null where it has no records. */
export function businessFigures(
  setting: Setting,
  counts: MonthCounts,
  before: TopicCounts[] | null,
): BusinessFigures<Measured> | null {
  const groups = businessGroups(setting);
  if (groups.size === 0) return null;
  const marked = new Set([...groups.values()].flat());
  const rows = counts.requests.filter(({ category }) => marked.has(category));
  const sum = (some: { count: number }[]) => total(some, (row) => row.count);
  const all = sum(rows);
  const earlier = before && sum(before.filter(({ category }) => marked.has(category)));
  const part = (at: string, of: string, numerator: number) => ({
    count: count(setting, `${at}.count`, numerator, { of }),
    share: rate(setting, `${at}.share`, { numerator, denominator: all }, { of }),
  });
  const byClass = tally(
    rows,
    (row) => row.category,
    (row) => row.count,
  );
  const outcome = (wanted: "firstContact" | "dispatched") => sum(rows.filter((row) => row.outcome === wanted));
  return {
    count: count(setting, "further.business.count", all),
    share: rate(setting, "further.business.share", { numerator: all, denominator: acceptedOf(counts) }),
    countMoM: countChange(setting, "further.business.countMoM", all, earlier),
    firstContact: count(setting, "further.business.firstContact", outcome("firstContact")),
    dispatched: count(setting, "further.business.dispatched", outcome("dispatched")),
    groups: [...groups].map(([group, codes]) => ({
      group,
      ...part(
        "further.business.groups[]",
        group,
        total(codes, (code) => byClass.get(code) ?? 0),
      ),
    })),
    leading: ranked(byClass, (code) => categoryOrder(setting, code), listLength(setting, "businessLeading")).map(
      ({ key, count: size }) => {
        const topic = categoryName(setting, key, "business");
        return { topic, ...part("further.business.leading[]", topic, size) };
      },
    ),
  };
}
