import type { FiguresFile } from "../../domain/measure/figures.ts";
import { capacities, demands, panelSizes } from "./demand.ts";

/** What is known of classes before names are filled in. */
export interface KnownClasses {
  canonical: (name: string) => string;
  /** firmly known parent of a subcategory */
  parentOf: (name: string) => string | undefined;
}

type Numbered = { count?: number | null };

/** 小类榜的空名: a class printed elsewhere that is too large to stand behind the list, else one of its own. */
function topSubcategories(file: FiguresFile, { canonical }: KnownClasses): FiguresFile["topSubcategories"] {
  const rows = file.topSubcategories;
  if (!rows?.some((row) => row.subcategory === undefined)) return rows;
  const need = demands(file, canonical);
  const printed = new Set(rows.flatMap((row) => (row.subcategory ? [canonical(row.subcategory)] : [])));
  const elsewhere = [
    ...panelSizes(file).flatMap(({ top }) => top.map(({ topic }) => topic)),
    ...(file.handling?.dispatchedHot ?? []).map(({ topic }) => topic),
  ].flatMap((name) => (name && !printed.has(canonical(name)) ? [canonical(name)] : []));
  const spare = [...new Set(elsewhere)].toSorted((a, b) => need(b).sent - need(a).sent);
  const least = rows.at(-1)?.count ?? 0;
  return rows.map((row, at) => {
    if (row.subcategory !== undefined) return row;
    const fits = spare.findIndex((name) => need(name).sent >= least && need(name).sent <= (row.count ?? Infinity));
    const [name] = fits < 0 ? [`未列名小类第${at + 1}项`] : spare.splice(fits, 1);
    return { ...row, subcategory: name as string };
  });
}

/** 面板的空名: of the classes that the list of subcategories prints, whichever has most left and isn't in the panel yet. */
function panelTopics(file: FiguresFile, { canonical }: KnownClasses): Pick<FiguresFile, "districtsTop3" | "unitsTop3"> {
  const need = demands(file, canonical);
  const tops = (file.topSubcategories ?? []).map((row) => canonical(row.subcategory as string));
  const left = new Map(tops.map((name) => [name, need(name).accepted - need(name).sent]));
  const fill = <R extends { top?: { topic?: string; share?: number | null }[] }>(row: R, size: number): R => {
    if (!row.top?.some((one) => one.topic === undefined)) return row;
    const taken = new Set(row.top.flatMap((one) => (one.topic ? [canonical(one.topic)] : [])));
    const top = row.top.map((one, at) => {
      if (one.topic !== undefined) return one;
      const [free] = [...left].filter(([name]) => !taken.has(name)).toSorted((a, b) => b[1] - a[1]);
      const sent = ((one.share ?? 0) * size) / 100;
      const topic = free && free[1] >= sent ? free[0] : `未列名事项第${at + 1}项`;
      left.set(topic, (left.get(topic) ?? 0) - sent);
      taken.add(topic);
      return { ...one, topic };
    });
    return { ...row, top };
  };
  const sizes = panelSizes(file).map(({ size }) => size);
  const places = file.districtsTop3?.length ?? 0;
  return {
    districtsTop3: file.districtsTop3?.map((row, at) => fill(row, sizes[at] as number)),
    unitsTop3: file.unitsTop3?.map((row, at) => fill(row, sizes[places + at] as number)),
  };
}

/** 热点表的空名: a category by its topic, else the next of the list of categories that the table doesn't have. */
function hotCategories<R extends { category?: string }>(
  file: FiguresFile,
  rows: R[],
  topicOf: (row: R) => string | undefined,
  { parentOf }: KnownClasses,
): (R & { category: string })[] {
  const byTopic = rows.map((row) => {
    const topic = topicOf(row);
    return row.category ?? (topic === undefined ? undefined : parentOf(topic));
  });
  const taken = new Set(byTopic);
  const spare = (file.topCategories ?? []).flatMap(({ category }) =>
    category && !taken.has(category) ? [category] : [],
  );
  return rows.map((row, at) => ({ ...row, category: byTopic[at] ?? spare.shift() ?? `未列名热点大类${at + 1}` }));
}

/** The class of a category that a count fits best: the largest that needs no more. */
function fittingTopic(file: FiguresFile, known: KnownClasses, category: string, { count }: Numbered) {
  const need = demands(file, known.canonical);
  const names = (file.topSubcategories ?? []).flatMap(({ subcategory }) => subcategory ?? []);
  const inIt = names.filter((name) => known.parentOf(name) === category && need(name).accepted >= (count ?? 0));
  return inIt.toSorted((a, b) => need(b).accepted - need(a).accepted)[0] ?? `${category}热点事项`;
}

function hotTables(file: FiguresFile, known: KnownClasses): FiguresFile["handling"] {
  const { handling } = file;
  if (!handling) return handling;
  const sent = handling.dispatchedHot && hotCategories(file, handling.dispatchedHot, (row) => row.topic, known);
  const first =
    handling.firstContactHot &&
    hotCategories(file, handling.firstContactHot, (row) => row.topics?.[0] as string | undefined, known);
  return {
    ...handling,
    ...(first ? { firstContactHot: first } : {}),
    ...(sent
      ? {
          dispatchedHot: sent.map((row) => ({
            ...row,
            topic: row.topic ?? fittingTopic(file, known, row.category, row),
          })),
        }
      : {}),
  };
}

/** 大类榜的空名: the category that the classes printed under it make the largest, within the count; else one of its own. */
function topCategories(file: FiguresFile, { canonical, parentOf }: KnownClasses): FiguresFile["topCategories"] {
  const rows = file.topCategories;
  if (!rows?.some((row) => row.category === undefined)) return rows;
  const need = demands(file, canonical);
  const capacity = capacities(file);
  const printed = new Set(rows.map((row) => row.category));
  const loads = new Map<string, number>();
  for (const { subcategory } of file.topSubcategories ?? []) {
    const parent = subcategory && parentOf(subcategory);
    if (parent && !printed.has(parent)) loads.set(parent, (loads.get(parent) ?? 0) + need(subcategory).accepted);
  }
  for (const { category } of [...(file.handling?.dispatchedHot ?? []), ...(file.handling?.firstContactHot ?? [])])
    if (category && !printed.has(category)) loads.set(category, (loads.get(category) ?? 0) + 1);
  return rows.map((row, at) => {
    if (row.category !== undefined) return row;
    const most = row.count ?? capacity(rows[at - 1]?.category ?? "");
    const [fits] = [...loads].filter(([, load]) => load <= most).toSorted((a, b) => b[1] - a[1]);
    if (fits) loads.delete(fits[0]);
    return { ...row, category: fits?.[0] ?? `未列名大类第${at + 1}项` };
  });
}

const dissatisfiedTop = (file: FiguresFile): FiguresFile["followUp"] =>
  file.followUp?.dissatisfiedTop && {
    ...file.followUp,
    dissatisfiedTop: file.followUp.dissatisfiedTop.map((row, at) => ({
      ...row,
      topic: row.topic ?? `未列名事项第${at + 1}项`,
    })),
  };

/** 补类名: places of lists whose class the file doesn't name get one that their numbers allow, printed elsewhere if need be. */
export function withTopics(file: FiguresFile, known: KnownClasses): FiguresFile {
  const one = { ...file, topSubcategories: topSubcategories(file, known) };
  const two = { ...one, ...panelTopics(one, known) };
  const three = { ...two, handling: hotTables(two, known), followUp: dissatisfiedTop(two) ?? two.followUp };
  const done = { ...three, topCategories: topCategories(three, known) };
  return Object.fromEntries(Object.entries(done).filter(([, value]) => value !== undefined)) as FiguresFile;
}
