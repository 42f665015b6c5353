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

/** 一张从多到少的榜: names in printed order, with the number printed of each (if any); none is under `least`. */
export interface Descending {
  names: string[];
  values: (number | null | undefined)[];
  least: number;
}

/** So far apart or farther, a tie is as unlikely as any. */
const FAR = 1e9;

/** 相邻两项: neighbours of which the first is ahead by its configured order: surely (as many as the next), or perhaps. */
export function neighbours({ names, values, least }: Descending) {
  const isNumber = (value: unknown): value is number => typeof value === "number";
  const most = values.map((_, at) => values.slice(0, at + 1).findLast(isNumber) ?? Number.POSITIVE_INFINITY);
  const fewest = values.map((_, at) => values.slice(at).find(isNumber) ?? least);
  const pairs = names.slice(1).map((name, at) => {
    const [before, after] = [values[at], values[at + 1]];
    const apart = isNumber(before) && isNumber(after) && before !== after;
    const kind = most[at] === fewest[at + 1] ? "sure" : apart ? "apart" : "perhaps";
    const gap = Math.min((most[at] as number) - (fewest[at + 1] as number), FAR);
    return { kind, gap, pair: [names[at], name] as [string, string] };
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
