import type { FiguresFile } from "../../domain/measure/figures.ts";
import { capacities, demands } from "./demand.ts";
import type { KnownClasses } from "./naming.ts";

type Numbered = { count?: number | null };

const parentIn = (topics: (string | undefined)[], parentOf: KnownClasses["parentOf"]) =>
  topics.flatMap((topic) => (topic === undefined ? [] : (parentOf(topic) ?? []))).at(0);

/** 热点表已知的大类: of rows that leave out their category but print a topic of it. */
export function hotByTopic(file: FiguresFile, { parentOf }: KnownClasses): FiguresFile["handling"] {
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

/** 热点表的空名: both tables, categories and topics. */
export function hotTables(file: FiguresFile, known: KnownClasses): FiguresFile["handling"] {
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
