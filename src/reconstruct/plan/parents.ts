import type { FiguresFile } from "../../domain/measure/figures.ts";
import { capacities, demands } from "./demand.ts";

/** 一个待归类的小类: `usual` is where the rulebook assumes it. */
export interface Homeless {
  name: string;
  usual: string | undefined;
}

/** 归入大类: classes whose category nothing tells, the largest first, each where the printed numbers leave most room for it. */
export function placed(
  file: FiguresFile,
  canonical: (name: string) => string,
  categories: string[],
  settled: { name: string; category: string }[],
  homeless: Homeless[],
): Map<string, string> {
  const need = demands(file, canonical);
  const capacity = capacities(file);
  const leading = new Map((file.handling?.dispatchedHot ?? []).map((row) => [row.category, row]));
  const hot = new Set([...leading.keys(), ...(file.handling?.firstContactHot ?? []).map((row) => row.category)]);
  const loads = new Map(categories.map((name) => [name, 0]));
  const put = (name: string, category: string) =>
    loads.set(category, (loads.get(category) ?? 0) + Math.max(1, need(name).accepted));
  for (const { name, category } of settled) put(name, category);
  const room = (category: string) =>
    Math.min(capacity(category), 1e9 * (hot.has(category) ? 2 : 1)) - (loads.get(category) ?? 0);
  const suits = ({ name }: Homeless, category: string) => {
    const most = leading.get(category)?.count ?? Number.POSITIVE_INFINITY;
    return need(name).accepted <= room(category) && need(name).sent <= most;
  };
  const homes = new Map<string, string>();
  for (const one of homeless.toSorted((a, b) => need(b.name).accepted - need(a.name).accepted)) {
    const widest = categories.toSorted((a, b) => room(b) - room(a));
    const usual = one.usual !== undefined && suits(one, one.usual) ? one.usual : undefined;
    const home = usual ?? widest.find((category) => suits(one, category)) ?? (widest[0] as string);
    homes.set(one.name, home);
    put(one.name, home);
  }
  return homes;
}
