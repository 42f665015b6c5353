import type { Term } from "../../domain/integer/problem.ts";
import { atLeast, between, type Model } from "./model.ts";

/** One place of a printed list, or one of those not printed: behind an unprinted one stand as many classes as `orders`. */
export interface Ranked {
  terms: Term[];
  /** configured order, which decides between equal values */
  order: number;
  orders?: number[];
  leaf?: string | null;
}

/**
 * 榜单: a list printed in descending order of its values. Places follow each other; whatever is not printed is at most the
 * last; a list shorter than `full` is complete, so that nothing else occurs at all. What counts 0 has no place.
 */
export function descending(model: Model, listed: Ranked[], others: Ranked[], full: number, says: string) {
  listed.slice(1).forEach((next, at) => {
    const before = listed[at] as Ranked;
    const margin = before.order > next.order ? 1 : 0;
    atLeast(model, next.leaf ?? null, before.terms, next.terms, margin, `${says}按数值从多到少排列`);
  });
  for (const { terms, leaf } of listed)
    between(model, leaf ?? null, terms, 1, Number.POSITIVE_INFINITY, `${says}只列件数不为零的`);
  const last = listed.at(-1);
  if (!last) return;
  for (const other of others)
    if (listed.length < full) between(model, last.leaf ?? null, other.terms, 0, 0, `${says}不足${full}项，其余应为零`);
    else {
      const orders = other.orders ?? [other.order];
      const size = orders.length;
      // the same for each of them, so that whatever they have can be dealt evenly
      const margin = orders.some((order) => order < last.order) ? size : 0;
      const most: Term[] = last.terms.map(([c, v]) => [c * size, v]);
      atLeast(model, last.leaf ?? null, most, other.terms, margin, `${says}未列出的都不超过最后一项`);
    }
}
