import { firstDay } from "../calendar/month.ts";
import { allInForce } from "../rule/inForce.ts";
import type { ComparedCounts, MonthCounts, RequestCounts } from "./counts.ts";
import { count, rate } from "./figure.ts";
import type { Figures } from "./figures.ts";
import type { Measured } from "./measured.ts";
import {
  categoryName,
  categoryOf,
  categoryOrder,
  hotEventName,
  isSubcategory,
  listLength,
  registered,
  type Setting,
} from "./setting.ts";
import { ranked, tally, total } from "./tally.ts";

/** 受理诉求 */
export const acceptedOf = (counts: ComparedCounts): number => total(counts.requests, (row) => row.count);

/** 某种结果的诉求: first contact, dispatched, pending or withdrawn. */
export const outcomeOf = (counts: ComparedCounts, outcome: RequestCounts["outcome"]): number =>
  total(counts.requests, (row) => (row.outcome === outcome ? row.count : 0));

/** 诉求类型: every configured type in configured order, then any other that occurs. */
function byType(setting: Setting, counts: MonthCounts): Figures<Measured>["requests"]["byType"] {
  const configured = registered(setting.rulebook, "requestType", setting.month);
  const names = configured.toSorted((a, b) => a.value.order - b.value.order).map((row) => row.value.name);
  const counted = tally(
    counts.requests,
    (row) => row.type,
    (row) => row.count,
  );
  return [...new Set([...names, ...counted.keys()])].map((type) => {
    const ratio = { numerator: counted.get(type) ?? 0, denominator: acceptedOf(counts) };
    return {
      type,
      count: count(setting, "requests.byType[].count", ratio.numerator, { of: type }),
      share: rate(setting, "requests.byType[].share", ratio, { of: type }),
    };
  });
}

/** 受理与诉求类型 */
export const requestFigures = (setting: Setting, counts: MonthCounts): Figures<Measured>["requests"] => ({
  accepted: count(setting, "requests.accepted", acceptedOf(counts)),
  byType: byType(setting, counts),
});

/** 诉求大类: the first of them by accepted requests, with shares of all accepted. */
export function topCategories(setting: Setting, counts: MonthCounts): Figures<Measured>["topCategories"] {
  const counted = tally(
    counts.requests,
    (row) => categoryOf(setting, row.category),
    (row) => row.count,
  );
  const top = ranked(counted, (code) => categoryOrder(setting, code), listLength(setting, "topCategories"));
  return top.map((entry) => {
    const category = categoryName(setting, entry.key, "topCategories");
    const ratio = { numerator: entry.count, denominator: acceptedOf(counts) };
    return {
      category,
      count: count(setting, "topCategories[].count", entry.count, { of: category }),
      share: rate(setting, "topCategories[].share", ratio, { of: category }),
    };
  });
}

/** 诉求小类: the first of them by accepted requests. */
export function topSubcategories(setting: Setting, counts: MonthCounts): Figures<Measured>["topSubcategories"] {
  const counted = tally(
    counts.requests.filter((row) => isSubcategory(setting, row.category)),
    (row) => row.category,
    (row) => row.count,
  );
  const top = ranked(counted, (code) => categoryOrder(setting, code), listLength(setting, "topSubcategories"));
  return top.map((entry) => {
    const subcategory = categoryName(setting, entry.key, "topSubcategories");
    return { subcategory, count: count(setting, "topSubcategories[].count", entry.count, { of: subcategory }) };
  });
}

/** 热点事件: the largest of the month, with its share of accepted; null when there was none. */
export function hotEvent(setting: Setting, counts: MonthCounts): Figures<Measured>["hotEvent"] {
  const [first] = counts.hotEvents.filter((event) => event.count > 0).toSorted((a, b) => b.count - a.count);
  if (!first) return null;
  const ratio = { numerator: first.count, denominator: acceptedOf(counts) };
  const event = hotEventName(setting, first.event);
  return {
    event,
    count: count(setting, "hotEvent.count", first.count, { of: event }),
    share: rate(setting, "hotEvent.share", ratio, { of: event }),
  };
}

export interface CivilizedRow {
  code: string;
  group: string;
  item: string;
}

/** 文明创建映射 in force, in configured order; a row without a group takes its subcategory out. */
export const civilizedRows = (setting: Setting): CivilizedRow[] =>
  allInForce(setting.rulebook, "civilized", firstDay(setting.month))
    .filter((row) => row.value.group !== "")
    .toSorted((a, b) => a.value.order - b.value.order)
    .map((row) => ({ code: row.key, group: row.value.group, item: row.value.item }));

/** 文明创建诉求: all requests under mapped subcategories; the indicators' names by group. */
export function civilizedCity(setting: Setting, counts: MonthCounts): Figures<Measured>["civilizedCity"] {
  const rows = civilizedRows(setting);
  const mapped = new Set(rows.map((row) => row.code));
  const groups = [...new Set(rows.map((row) => row.group))].map((group) => {
    const items = rows.filter((row) => row.group === group).map((row) => row.item);
    return { group, items: [...new Set(items)] };
  });
  const counted = total(counts.requests, (row) => (mapped.has(row.category) ? row.count : 0));
  return { count: count(setting, "civilizedCity.count", counted), groups };
}
