/** 配置次序 from printed lists: equal values keep configured order, so that what is printed in a row tells of it. */

/**
 * 按印出的次序排: names in their usual order, changed only so that of every pair the first comes before the second; pairs that
 * contradict earlier ones count for nothing.
 */
export function inPrintedOrder(names: string[], pairs: [string, string][]): string[] {
  const known = new Set(names);
  const after = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
  const leadsTo = (from: string, to: string, seen: Set<string>): boolean =>
    from === to || [...(after.get(from) ?? [])].some((next) => !seen.has(next) && leadsTo(next, to, seen.add(next)));
  for (const [first, second] of pairs)
    if (known.has(first) && known.has(second) && !leadsTo(second, first, new Set())) after.get(first)?.add(second);
  const waits = new Map(names.map((name) => [name, 0]));
  for (const nexts of after.values()) for (const next of nexts) waits.set(next, (waits.get(next) as number) + 1);
  const left = [...names];
  const done: string[] = [];
  while (left.length > 0) {
    const [name] = left.splice(
      left.findIndex((one) => waits.get(one) === 0),
      1,
    ) as [string];
    done.push(name);
    for (const next of after.get(name) ?? []) waits.set(next, (waits.get(next) as number) - 1);
  }
  return done;
}

/** 重排: gives the things of a table their orders anew, in this order of names; the numbers themselves stay the same. */
export function reorder(table: Map<string, { order: number }>, names: string[]) {
  const orders = [...table.values()].map(({ order }) => order).sort((a, b) => a - b);
  names.forEach((name, at) => {
    (table.get(name) as { order: number }).order = orders[at] as number;
  });
}

/** 一张从多到少的榜: names in printed order, with what is known of the number of each: between least and most. */
export interface Descending {
  names: string[];
  ranges: { least: number; most: number }[];
}

/** 已知的数: as printed, else anything from `least` on. */
export const rangeOf = (value: number | null | undefined, least: number): Descending["ranges"][number] =>
  typeof value === "number" ? { least: value, most: value } : { least, most: Number.POSITIVE_INFINITY };

/** So far apart or farther, a tie is as unlikely as any. */
const FAR = 1e9;

/** 相邻两项: neighbours of which the first is ahead by its configured order: surely (as many as the next), or perhaps. */
export function neighbours({ names, ranges }: Descending) {
  const most = ranges.map((_, at) => Math.min(...ranges.slice(0, at + 1).map((range) => range.most)));
  const least = ranges.map((_, at) => Math.max(...ranges.slice(at).map((range) => range.least)));
  const pairs = names.slice(1).map((name, at) => {
    const gap = Math.min((most[at] as number) - (least[at + 1] as number), FAR);
    const apart = (least[at] as number) > (most[at + 1] as number);
    return { kind: gap === 0 ? "sure" : apart ? "apart" : "perhaps", gap, pair: [names[at], name] as [string, string] };
  });
  const of = (wanted: string) => pairs.filter(({ kind }) => kind === wanted);
  return { sure: of("sure").map(({ pair }) => pair), perhaps: of("perhaps") };
}

/** 可能的并列, the likeliest first: where little room is left between the two. */
export const likeliest = (lists: Descending[]): [string, string][] =>
  lists
    .flatMap((list) => neighbours(list).perhaps)
    .toSorted((a, b) => a.gap - b.gap)
    .map(({ pair }) => pair);
