/** 归类计数: adding counts by key and ranking them. */

/** 按键合计 */
export function tally<T>(rows: T[], keyOf: (row: T) => string, countOf: (row: T) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + countOf(row));
  return sums;
}

/** 合计 */
export const total = <T>(rows: T[], countOf: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + countOf(row), 0);

/**
 * 排名: keys by count, descending; equal counts keep the configured order (`orderOf`), then the order of first appearance;
 * a key that counts 0 has no place. At most `length` of them.
 */
export const ranked = (
  counts: Map<string, number>,
  orderOf: (key: string) => number,
  length = counts.size,
): { key: string; count: number }[] =>
  [...counts]
    .map(([key, count]) => ({ key, count }))
    .filter((entry) => entry.count > 0)
    .toSorted((a, b) => b.count - a.count || orderOf(a.key) - orderOf(b.key))
    .slice(0, length);
