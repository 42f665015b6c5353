import type { Random } from "./random.ts";

/** 不放回抽取: a source that gives each value exactly as often as it counts, in random order; null when all are given out. */
export function drawer<T>(random: Random, cells: readonly { value: T; count: number }[]): () => T | null {
  const left = cells.map((cell) => cell.count);
  let all = left.reduce((sum, count) => sum + count, 0);
  return () => {
    if (all === 0) return null;
    let at = random.below(all);
    let cell = 0;
    while (at >= left[cell]!) at -= left[cell++]!;
    left[cell]! -= 1;
    all -= 1;
    return cells[cell]!.value;
  };
}
