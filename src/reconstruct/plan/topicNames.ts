import type { FiguresFile } from "../../domain/measure/figures.ts";
import { acceptedAbout, capacities, ceilings, demands, panelSizes } from "./demand.ts";

/** What is known of classes before names are filled in. */
export interface KnownClasses {
  canonical: (name: string) => string;
  /** firmly known parent of a subcategory */
  parentOf: (name: string) => string | undefined;
  /** the subcategories that the rulebook has of a category */
  ruledIn: (category: string) => string[];
  /** which of the options, the likeliest first, a place without a name gets this time */
  choose: Choose;
}

/** 取其一: the first of the options in the first naming, any of them in a later one; undefined where there is none. */
export type Choose = <T>(options: T[], place: string) => T | undefined;

/** 第几种补法: the same one gives the same names. */
export function naming(nth: number): Choose {
  return (options, place) => {
    let hash = nth * 7919;
    for (const char of place) hash = (Math.imul(hash, 31) + (char.codePointAt(0) as number)) >>> 0;
    return options[nth === 0 ? 0 : (hash >>> 7) % options.length];
  };
}

type Numbered = { count?: number | null };

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
function topSubcategories(file: FiguresFile, known: KnownClasses): FiguresFile["topSubcategories"] {
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
    const fits = spare.filter(
      ({ name, accepted, often }) =>
        !used.has(name) &&
        accepted <= most &&
        (accepted >= least || often >= OFTEN) &&
        (row.count ?? accepted) <= Math.min(room(name), ceiling(name)) &&
        (category === undefined || parentOf(name) === category),
    );
    const isForced = fits.some(({ accepted }) => accepted >= least);
    const found = choose<(typeof fits)[number] | undefined>(isForced ? fits : [...fits, undefined], `小类榜 ${at}`);
    const ruled =
      category === undefined ? undefined : ruledIn(category).find((one) => !used.has(one) && !isPrinted.has(one));
    const name = found?.name ?? ruled ?? `未列名小类第${at + 1}项`;
    used.add(name);
    load(name, row.count ?? found?.accepted ?? 0);
    return { ...row, subcategory: name };
  });
}

/** 面板的空名: of the classes that the list of subcategories prints, whichever has most left and isn't in the panel yet. */
function panelTopics(
  file: FiguresFile,
  { canonical, parentOf, choose }: KnownClasses,
): Pick<FiguresFile, "districtsTop3" | "unitsTop3"> {
  const need = demands(file, canonical);
  const tops = (file.topSubcategories ?? []).map((row) => canonical(row.subcategory as string));
  const hot = new Map((file.handling?.dispatchedHot ?? []).map((row) => [row.category, row.count]));
  // of a category whose leading class is printed none has more work orders than that
  const mostSent = (name: string) => hot.get(parentOf(name)) ?? Infinity;
  const left = new Map(tops.map((name) => [name, Math.min(need(name).accepted, mostSent(name)) - need(name).sent]));
  const fill = <R extends { top?: { topic?: string; share?: number | null }[] }>(
    row: R,
    size: number,
    path: string,
  ): R => {
    if (!row.top?.some((one) => one.topic === undefined)) return row;
    const taken = new Set(row.top.flatMap((one) => (one.topic ? [canonical(one.topic)] : [])));
    const top = row.top.map((one, at) => {
      if (one.topic !== undefined) return one;
      const sent = ((one.share ?? 0) * size) / 100;
      const free = [...left].filter(([name, most]) => !taken.has(name) && most >= sent).toSorted((a, b) => b[1] - a[1]);
      const own = `未列名事项第${at + 1}项`;
      const topic = choose([...free.map(([name]) => name), own], `${path} ${at}`) as string;
      left.set(topic, (left.get(topic) ?? 0) - sent);
      taken.add(topic);
      return { ...one, topic };
    });
    return { ...row, top };
  };
  const sizes = panelSizes(file).map(({ size }) => size);
  const places = file.districtsTop3?.length ?? 0;
  return {
    districtsTop3: file.districtsTop3?.map((row, at) => fill(row, sizes[at] as number, `地区 ${at}`)),
    unitsTop3: file.unitsTop3?.map((row, at) => fill(row, sizes[places + at] as number, `单位 ${at}`)),
  };
}

const parentIn = (topics: (string | undefined)[], parentOf: KnownClasses["parentOf"]) =>
  topics.flatMap((topic) => (topic === undefined ? [] : (parentOf(topic) ?? []))).at(0);

/** 热点表已知的大类: of rows that leave out their category but print a topic of it. */
function hotByTopic(file: FiguresFile, { parentOf }: KnownClasses): FiguresFile["handling"] {
  const { handling } = file;
  const named = <R extends { category?: string }>(row: R, topics: (string | undefined)[]): R => {
    const category = row.category ?? parentIn(topics, parentOf);
    return category === undefined ? row : { ...row, category };
  };
  return (
    handling && {
      ...handling,
      ...(handling.firstContactHot && {
        firstContactHot: handling.firstContactHot.map((row) => named(row, (row.topics ?? []) as string[])),
      }),
      ...(handling.dispatchedHot && { dispatchedHot: handling.dispatchedHot.map((row) => named(row, [row.topic])) }),
    }
  );
}

/** 热点表的空名: a category by its topic, else the next of the list of categories that the table doesn't have. */
function hotCategories<R extends { category?: string }>(
  file: FiguresFile,
  rows: R[],
  topicsOf: (row: R) => (string | undefined)[],
  { parentOf, choose }: KnownClasses,
): (R & { category: string })[] {
  const byTopic = rows.map((row) => row.category ?? parentIn(topicsOf(row), parentOf));
  const taken = new Set(byTopic);
  const printed = (file.topCategories ?? []).flatMap(({ category }) => category ?? []);
  return rows.map((row, at) => {
    const spare = printed.filter((name) => !taken.has(name));
    const category = byTopic[at] ?? choose([...spare, `未列名热点大类${at + 1}`], `热点大类 ${at}`);
    taken.add(category);
    return { ...row, category: category as string };
  });
}

/**
 * 派发热点的空名: a topic with more work orders than an unprinted class may have requests is one of the list of subcategories,
 * of its category or of none yet; else the class of its category with most work orders, or one of its own.
 */
function dispatchedHot(
  file: FiguresFile,
  known: KnownClasses,
  rows: (Numbered & { category?: string; topic?: string })[],
) {
  const { canonical, parentOf, choose } = known;
  const need = demands(file, canonical);
  const capacity = capacities(file);
  const listed = [...new Set((file.topSubcategories ?? []).flatMap((row) => row.subcategory ?? []).map(canonical))];
  const behind = listed.length > 0 ? need(listed.at(-1) as string).accepted : Infinity;
  const taken = new Set(rows.flatMap(({ topic }) => (topic ? [canonical(topic)] : [])));
  const categories = new Set(rows.map(({ category }) => category));
  const suits = (name: string, row: (typeof rows)[number]) => {
    const parent = parentOf(name);
    if (taken.has(name) || need(name).accepted < (row.count ?? 0)) return false;
    if (row.category === undefined) return parent === undefined || !categories.has(parent);
    return parent === row.category || (parent === undefined && need(name).accepted <= capacity(row.category));
  };
  return rows.map((row, at) => {
    if (row.topic !== undefined) return row;
    const isOwn = (name: string) => Number(parentOf(name) !== undefined);
    const fits = listed
      .filter((name) => suits(name, row))
      .toSorted((a, b) => isOwn(b) - isOwn(a) || need(b).sent - need(a).sent || need(b).accepted - need(a).accepted);
    const isForced = (row.count ?? 0) > behind;
    const topic = choose<string | undefined>(isForced ? fits : [...fits, undefined], `派发热点 ${at}`);
    const category = row.category ?? (topic && parentOf(topic));
    if (category !== undefined) categories.add(category);
    // what must be in the list is; what need not, only where it is known to be of the category
    if (topic === undefined || (!isForced && !isOwn(topic))) return { ...row, ...(category ? { category } : {}) };
    taken.add(topic);
    return { ...row, topic, ...(category ? { category } : {}) };
  });
}

function hotTables(file: FiguresFile, known: KnownClasses): FiguresFile["handling"] {
  const { handling } = file;
  if (!handling) return handling;
  const topics = handling.dispatchedHot && dispatchedHot(file, known, handling.dispatchedHot);
  const sent = topics && hotCategories(file, topics, (row) => [row.topic], known);
  const first =
    handling.firstContactHot &&
    hotCategories(file, handling.firstContactHot, (row) => (row.topics ?? []) as string[], known);
  return {
    ...handling,
    ...(first ? { firstContactHot: first } : {}),
    ...(sent ? { dispatchedHot: sent.map((row) => ({ ...row, topic: row.topic ?? `${row.category}热点事项` })) } : {}),
  };
}

/** 大类榜的空名: the category that the classes printed under it make the largest, within the count; else one of its own. */
function topCategories(file: FiguresFile, { canonical, parentOf, choose }: KnownClasses): FiguresFile["topCategories"] {
  const rows = file.topCategories;
  if (!rows?.some((row) => row.category === undefined)) return rows;
  const need = demands(file, canonical);
  const printed = new Set(rows.map((row) => row.category));
  const loads = new Map<string, number>();
  for (const { subcategory } of file.topSubcategories ?? []) {
    const parent = subcategory && parentOf(subcategory);
    if (parent && !printed.has(parent)) loads.set(parent, (loads.get(parent) ?? 0) + need(subcategory).accepted);
  }
  for (const { category } of [...(file.handling?.dispatchedHot ?? []), ...(file.handling?.firstContactHot ?? [])])
    if (category && !printed.has(category)) loads.set(category, loads.get(category) ?? 1);
  const accepted = acceptedAbout(file);
  let most = Infinity;
  return rows.map((row, at) => {
    const share = typeof row.share === "number" && accepted !== null ? Math.ceil((row.share * accepted) / 100) : null;
    most = row.count ?? share ?? most;
    if (row.category !== undefined) return row;
    const fits = [...loads].filter(([, load]) => load <= most).toSorted((a, b) => b[1] - a[1]);
    const own = `未列名大类第${at + 1}项`;
    const category = choose([...fits.map(([name]) => name), own], `大类榜 ${at}`) as string;
    loads.delete(category);
    return { ...row, category };
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
  const zero = { ...file, handling: hotByTopic(file, known) };
  const one = { ...zero, topSubcategories: topSubcategories(zero, known) };
  const two = { ...one, ...panelTopics(one, known) };
  const three = { ...two, handling: hotTables(two, known), followUp: dissatisfiedTop(two) ?? two.followUp };
  const done = { ...three, topCategories: topCategories(three, known) };
  return Object.fromEntries(Object.entries(done).filter(([, value]) => value !== undefined)) as FiguresFile;
}
