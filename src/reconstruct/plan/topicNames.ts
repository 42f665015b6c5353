import type { FiguresFile } from "../../domain/measure/figures.ts";
import { acceptedAbout, demands, panelSizes } from "./demand.ts";
import { hotByTopic, hotTables } from "./hotNames.ts";
import { topSubcategories } from "./listNames.ts";
import type { KnownClasses } from "./naming.ts";

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
  for (const { topic, count } of file.handling?.dispatchedHot ?? [])
    if (topic && count) left.set(canonical(topic), count);
  const fill = <R extends { top?: { topic?: string; share?: number | null }[] }>(
    row: R,
    size: number,
    path: string,
  ): R => {
    if (!row.top?.some((one) => one.topic === undefined)) return row;
    const taken = new Set(row.top.flatMap((one) => (one.topic ? [canonical(one.topic)] : [])));
    const top = row.top.map((one, at) => {
      if (one.topic !== undefined) return one;
      const sent = Math.round(((one.share ?? 0) * size) / 100);
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
