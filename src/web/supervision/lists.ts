/** 清单的位置: which list is open stands in the address; every number leads to one. */
import type { Place } from "../shell/place.ts";
import type { Stock } from "./data.ts";

/** what narrows a list of orders, as the interface has it */
const FILTERS = ["unit", "category", "age", "idle", "overdue", "bulk", "stage", "urgent"] as const;

/** nothing open: what a new list begins from */
export const closed: Place = Object.fromEntries([...FILTERS, "pair", "order", "file"].map((name) => [name, undefined]));

export const listAt = (filter: Place): Place => ({ ...closed, ...filter });

export const pairOf = (place: Place): [string, string] | null => {
  const [unit, other] = (place.pair ?? "").split("~");
  return unit && other ? [unit, other] : null;
};

/** 筛选 of the open list; null: none is open. */
export function filterOf(place: Place): Record<string, string> | null {
  const given = FILTERS.flatMap((name) => (place[name] === undefined ? [] : [[name, place[name]]]));
  return given.length === 0 ? null : Object.fromEntries(given);
}

/** '市住建局，超 2 至 4 个工作日': what the open list is of. */
export function wordsOf(filter: Record<string, string>, stock: Stock | undefined): string {
  const unit = stock?.rows.find((row) => row.unit === filter.unit)?.unitName ?? filter.unit;
  const category = stock?.groups.find((group) => group.category === filter.category)?.categoryName;
  const age = stock?.names[filter.age as keyof Stock["names"]];
  const parts = [
    unit,
    category && `“${category}”`,
    filter.overdue && "超期未办结",
    age,
    filter.idle && `${stock?.unmovedWords ?? ""}无人动过`,
    filter.bulk && "同一批退单",
    filter.urgent && "紧急",
    filter.stage === "arbitrating" && "会商中",
  ];
  return parts.filter(Boolean).join("，") || "工单";
}
