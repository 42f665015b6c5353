import { grouped } from "../../domain/grouped.ts";

/** 归并计数: rows with equal keys as one, their counts added, in the order of first appearance. */
export function tally<Row extends { count: number }, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Key & { count: number })[] {
  const groups = grouped(rows, (row) => JSON.stringify(keyOf(row)));
  return [...groups.values()].map((group) => ({ ...keyOf(group[0]!), count: sumOf(group, "count") }));
}

/** 合计 of one column; an integer beyond 2⁵³ doesn't occur in counts. */
export const sumOf = <Key extends string>(rows: readonly Record<Key, number>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

/** 由多到少; equal counts keep their order. */
export const mostFirst = <Row extends { count: number }>(rows: Row[]): Row[] =>
  rows.sort((one, other) => other.count - one.count);
