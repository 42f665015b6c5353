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
