import type { FiguresFile } from "../../domain/measure/figures.ts";
import { capacities, ceilings, demands, panelSizes } from "./demand.ts";
import type { KnownClasses } from "./naming.ts";

/** 别处印出的小类 that the list of subcategories doesn't print, with how often; those that need most first. */
function printedElsewhere(file: FiguresFile, canonical: KnownClasses["canonical"], printed: Set<string>) {
  const need = demands(file, canonical);
  const names = [
    ...panelSizes(file).flatMap(({ top }) => top.map(({ topic }) => topic)),
    ...(file.handling?.dispatchedHot ?? []).map(({ topic }) => topic),
    ...(file.handling?.firstContactHot ?? []).flatMap(({ topics }) => (topics ?? []) as string[]),
  ].flatMap((name) => (name && !printed.has(canonical(name)) ? [canonical(name)] : []));
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times]
    .map(([name, often]) => ({ name, often, ...need(name) }))
    .toSorted((a, b) => b.accepted - a.accepted || b.often - a.often);
}

/** 派发热点要占的位置: topics without a name that only a place of the list without one can be, by place: their categories. */
function reserved(file: FiguresFile, { canonical, parentOf }: KnownClasses): Map<number, string> {
  const rows = file.topSubcategories ?? [];
  const last = rows.at(-1)?.count ?? Infinity;
  const places = new Map<number, string>();
  for (const { category, topic, count } of file.handling?.dispatchedHot ?? []) {
    if (category === undefined || topic !== undefined || (count ?? 0) <= last) continue;
    const own = rows.some(
      (row) =>
        row.subcategory && parentOf(canonical(row.subcategory)) === category && (row.count ?? Infinity) >= (count ?? 0),
    );
    const free = rows.findIndex(
      (row, at) => row.subcategory === undefined && !places.has(at) && (row.count ?? Infinity) >= (count ?? 0),
    );
    if (!own && free >= 0) places.set(free, category);
  }
  return places;
}

/** Printed by so many tables, a class is likely to be one of the large ones. */
const OFTEN = 2;

/**
 * 小类榜的空名: the classes that other tables print and this list doesn't, where their numbers must be among the list's, or are
 * likely to be, and their category has room for so many; else a class of its own.
 */
export function topSubcategories(file: FiguresFile, known: KnownClasses): FiguresFile["topSubcategories"] {
  const { canonical, parentOf, ruledIn, choose } = known;
  const rows = file.topSubcategories;
  if (!rows?.some((row) => row.subcategory === undefined)) return rows;
  const need = demands(file, canonical);
  const printed = new Set(rows.flatMap((row) => (row.subcategory ? [canonical(row.subcategory)] : [])));
  const spare = printedElsewhere(file, canonical, printed);
  const ceiling = ceilings(file, canonical);
  const capacity = capacities(file);
  const places = reserved(file, known);
  const loads = new Map<string | undefined, number>();
  const load = (name: string, count: number) => loads.set(parentOf(name), (loads.get(parentOf(name)) ?? 0) + count);
  for (const name of printed) load(name, need(name).accepted);
  const room = (name: string) => {
    const parent = parentOf(name);
    return parent === undefined ? Infinity : capacity(parent) - (loads.get(parent) ?? 0);
  };
  const used = new Set(printed);
  const isPrinted = new Set(spare.map(({ name }) => name));
  const least = rows.at(-1)?.count ?? 0;
  let most = Infinity;
  return rows.map((row, at) => {
    most = row.count ?? most;
    if (row.subcategory !== undefined) return row;
    const category = places.get(at);
    // no fewer than the next that is told
    const told = row.count ?? rows.slice(at).find(({ count }) => typeof count === "number")?.count ?? 0;
    const wanted = (accepted: number) => (typeof row.count === "number" ? row.count : Math.max(accepted, told));
    const fits = spare.filter(
      ({ name, accepted, often }) =>
        !used.has(name) &&
        accepted <= most &&
        (accepted >= least || often >= OFTEN) &&
        wanted(accepted) <= Math.min(room(name), ceiling(name)) &&
        (category === undefined || parentOf(name) === category),
    );
    const isForced = fits.some(({ accepted }) => accepted >= least);
    const found = choose<(typeof fits)[number] | undefined>(isForced ? fits : [...fits, undefined], `小类榜 ${at}`);
    const ruled =
      category === undefined ? undefined : ruledIn(category).find((one) => !used.has(one) && !isPrinted.has(one));
    const name = found?.name ?? ruled ?? `未列名小类第${at + 1}项`;
    used.add(name);
    load(name, wanted(found?.accepted ?? 0));
    return { ...row, subcategory: name };
  });
}
