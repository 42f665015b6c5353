/** 分摊: whole numbers in proportion, none lost. */

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Rounds weights to whole numbers that add up to `whole`: largest remainders first, then in order. */
function proportional(whole: number, weights: number[]): number[] {
  const all = sum(weights);
  if (all === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (whole * weight) / all);
  const floors = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value), positive: (weights[at] as number) > 0 }))
    .filter(({ positive }) => positive)
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  const missing = whole - sum(floors);
  for (let index = 0; index < missing; index++) {
    const { at } = byRemainder[index % byRemainder.length] as { at: number };
    floors[at] = (floors[at] as number) + 1;
  }
  return floors;
}

/**
 * 按比例分摊: `whole` in proportion to the weights, nobody above their cap; where weights don't reach, whoever has room.
 * Throws when the caps together are less than the whole.
 */
export function share(whole: number, weights: number[], caps?: number[]): number[] {
  const limit = weights.map((_, at) => Math.max(0, caps?.[at] ?? Number.POSITIVE_INFINITY));
  if (sum(limit) < whole) throw new Error(`cannot share ${whole} among caps of ${sum(limit)}`);
  const parts = weights.map(() => 0);
  for (let left = whole; left > 0; left = whole - sum(parts)) {
    const room = parts.map((part, at) => (limit[at] as number) - part);
    const weighted = weights.map((weight, at) => ((room[at] as number) > 0 ? weight : 0));
    const usable = sum(weighted) > 0 ? weighted : room.map((free) => (free > 0 ? 1 : 0));
    proportional(left, usable).forEach((part, at) => {
      parts[at] = (parts[at] as number) + Math.min(part, room[at] as number);
    });
  }
  return parts;
}

/**
 * 按边际填表: a matrix of whole numbers with these row and column sums (equal in total), row after row in proportion to what
 * the columns still have, so that every row looks like the whole.
 */
export function fill(rows: number[], columns: number[]): number[][] {
  const left = [...columns];
  return rows.map((row) => {
    const parts = share(row, left, left);
    parts.forEach((part, at) => {
      left[at] = (left[at] as number) - part;
    });
    return parts;
  });
}
