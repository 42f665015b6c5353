import type { CivilDate } from "../../domain/calendar/civil.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { Subcategory } from "./classes.ts";

interface Item {
  group: string;
  item: string;
}

/** What the file prints: a group without items has one of its own name, items without a group one of their own. */
const itemsOf = (file: FiguresFile): Item[] =>
  (file.civilizedCity?.groups ?? []).flatMap(({ group, items }, at) => {
    const name = group ?? `第${at + 1}组`;
    return ((items as string[] | undefined) ?? [name]).map((item) => ({ group: name, item }));
  });

/** Whether the rulebook's groups, in order, are those that the file prints, as far as it prints them. */
function isPrinted(ruled: Item[], file: FiguresFile): boolean {
  const groups = [...new Set(ruled.map(({ group }) => group))];
  const stated = file.civilizedCity?.groups;
  if (!stated) return true;
  const itemsIn = (group: string) => [...new Set(ruled.filter((one) => one.group === group).map(({ item }) => item))];
  return (
    stated.length === groups.length &&
    groups.every((group, at) => {
      const { group: name = group, items = itemsIn(group) } = stated[at] ?? {};
      return name === group && items.join("\n") === itemsIn(group).join("\n");
    })
  );
}

/**
 * Which classes to map so that the count can be reached: printed ones while they fit, largest first, then of every category
 * each second unprinted one, so that either half can take the rest.
 */
function chosen(file: FiguresFile, subcategories: Subcategory[], canonical: (name: string) => string): Subcategory[] {
  const counts = new Map(
    (file.topSubcategories ?? []).map((row) => [canonical(row.subcategory as string), row.count ?? 0]),
  );
  let left = file.civilizedCity?.count ?? Number.POSITIVE_INFINITY;
  const printed = subcategories.filter((one) => (counts.get(one.name) ?? 0) > 0);
  const fits = printed
    .toSorted((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0))
    .filter((one) => {
      const count = counts.get(one.name) ?? 0;
      if (count > left) return false;
      left -= count;
      return true;
    });
  const seen = new Map<string, number>();
  const everySecond = subcategories.filter(({ name, named, category }) => {
    if (counts.has(name) || named) return false;
    const at = seen.get(category) ?? 0;
    seen.set(category, at + 1);
    return at % 2 === 0;
  });
  return [...fits, ...everySecond];
}

/**
 * 文明创建映射: the rulebook's where its groups and items are the printed ones, else one made for this file; a subcategory
 * mapped before and not any more is taken out by an empty group.
 */
export function civilizedOf(
  file: FiguresFile,
  book: Rulebook,
  on: CivilDate,
  subcategories: Subcategory[],
  canonical: (name: string) => string,
): { codes: Set<string>; rows: RuleRow[] } {
  const ruled = allInForce(book, "civilized", on).filter((row) => row.value.group !== "");
  const items = itemsOf(file);
  const printed = ruled.toSorted((a, b) => a.value.order - b.value.order).map((row) => row.value);
  if (file.civilizedCity === undefined || (ruled.length > 0 && isPrinted(printed, file)))
    return { codes: new Set(ruled.map((row) => row.key)), rows: [] };
  const wanted = items.length > 0 ? items : [{ group: "文明创建", item: "文明创建" }];
  const classes = chosen(file, subcategories, canonical);
  const base = { kind: "civilized" as const, from: on, until: null, source: "由月度数字文件推得", assumption: true };
  const codes = new Set(classes.map((one) => one.code));
  const gone = ruled
    .filter((row) => !codes.has(row.key))
    .map((row): RuleRow => ({ ...base, key: row.key, value: { group: "", item: "", order: 0 } }));
  const rows = classes.map((one, at): RuleRow => {
    const order = at % wanted.length;
    return { ...base, key: one.code, value: { ...(wanted[order] as Item), order: order + 1 } };
  });
  return { codes, rows: [...gone, ...rows] };
}
