import type { CategoryCode, RequestCounts } from "./counts.ts";
import { relativeChange } from "./exact.ts";
import { categoryName, categoryOrder, isSubcategory, type Setting } from "./setting.ts";
import { ranked, tally } from "./tally.ts";

export interface HotTopic {
  category: CategoryCode;
  name: string;
  count: number;
  before: number;
  /** 环比, in hundredths of a percent; null: there was none before */
  change: number | null;
}

const bySubcategory = (setting: Setting, rows: RequestCounts[]) =>
  tally(
    rows.filter((row) => isSubcategory(setting, row.category)),
    (row) => row.category,
    (row) => row.count,
  );

/** 热点: the subcategories with most accepted requests, as the report ranks them, each beside the same days of the month before. */
export function hotTopics(setting: Setting, now: RequestCounts[], before: RequestCounts[], length: number): HotTopic[] {
  const earlier = bySubcategory(setting, before);
  const order = (code: CategoryCode) => categoryOrder(setting, code);
  return ranked(bySubcategory(setting, now), order, length).map(({ key, count }) => {
    const then = earlier.get(key) ?? 0;
    const name = categoryName(setting, key, "topSubcategories");
    return { category: key, name, count, before: then, change: relativeChange(count, then) };
  });
}
