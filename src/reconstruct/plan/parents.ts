import type { FiguresFile } from "../../domain/measure/figures.ts";
import { capacities, type Demand, demands } from "./demand.ts";
import type { Choose } from "./naming.ts";

/** 一个待归类的小类: `usual` is where the rulebook assumes it. */
export interface Homeless {
  name: string;
  usual: string | undefined;
}

/** 热点之后: how many requests and work orders a class may have that both hot tables leave out of its category. */
function behindHotTopics(file: FiguresFile, canonical: (name: string) => string) {
  const { firstContactHot = [], dispatchedHot = [] } = file.handling ?? {};
  const counts = new Map((file.topSubcategories ?? []).map((row) => [canonical(row.subcategory as string), row.count]));
  const last = file.topSubcategories?.at(-1)?.count;
  const infinity = Number.POSITIVE_INFINITY;
  return (category: string): Demand => {
    const { topic, count } = dispatchedHot.find((row) => row.category === category) ?? {};
    const topics = (firstContactHot.find((row) => row.category === category)?.topics ?? []) as string[];
    const sent = count ?? infinity;
    // each place of the list is at least the last, and what is behind it no more than any of them
    const first = topics.map((name) => {
      const whole = counts.get(canonical(name)) ?? last ?? infinity;
      return name === topic ? whole - (count ?? 0) : whole;
    });
    if (first.length === 0) return { accepted: infinity, sent };
    return { accepted: Math.min(...first) + sent, sent };
  };
}

/** 归入大类: classes whose category nothing tells, the largest first, each where the printed numbers leave most room for it. */
export function placed(
  file: FiguresFile,
  canonical: (name: string) => string,
  categories: string[],
  settled: { name: string; category: string }[],
  homeless: Homeless[],
  choose: Choose,
): Map<string, string> {
  const need = demands(file, canonical);
  const capacity = capacities(file);
  const { firstContactHot = [], dispatchedHot = [] } = file.handling ?? {};
  const hot = new Set([...dispatchedHot, ...firstContactHot].map((row) => row.category));
  const loads = new Map(categories.map((name) => [name, 0]));
  const put = (name: string, category: string) =>
    loads.set(category, (loads.get(category) ?? 0) + Math.max(1, need(name).accepted));
  for (const { name, category } of settled) put(name, category);
  const room = (category: string) =>
    Math.min(capacity(category), 1e9 * (hot.has(category) ? 2 : 1)) - (loads.get(category) ?? 0);
  const most = behindHotTopics(file, canonical);
  const suits = ({ name }: Homeless, category: string) => {
    const { accepted, sent } = need(name);
    return accepted <= room(category) && accepted + 2 <= most(category).accepted && sent <= most(category).sent;
  };
  const homes = new Map<string, string>();
  for (const one of homeless.toSorted((a, b) => need(b.name).accepted - need(a.name).accepted)) {
    const widest = categories.toSorted((a, b) => room(b) - room(a));
    const usual = one.usual !== undefined && suits(one, one.usual) ? [one.usual] : [];
    const fits = [...usual, ...widest.filter((category) => suits(one, category))];
    const home = (choose(fits, one.name) ?? widest[0]) as string;
    homes.set(one.name, home);
    put(one.name, home);
  }
  return homes;
}
