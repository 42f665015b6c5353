import { closing } from "./closing.ts";
import { NOT_LEAST, TOO_HARD } from "./effort.ts";
import { nothingStated, type Oracle } from "./oracle.ts";

/** 互相矛盾的叶子: a minimal set of leaves that no records can have together; `dropped` is the one not held. */
export interface Conflict {
  leaves: string[];
  dropped: string;
  /** nobody knows whether there are records: all that is known is that none were found */
  unproven?: true;
  /** why, in Chinese: paths, values and what the figures mean to each other */
  reason: string;
}

interface MinimalSet {
  leaves: string[];
  sayings: Set<string>;
}

/** Leaves out half of them, then smaller and smaller parts, at last each by itself, wherever the rest can't hold either. */
function minimize<S extends object>(start: Set<string>, sayings: Set<string>, oracle: Oracle<S>): MinimalSet {
  let kept = [...start].sort((a, b) => oracle.cost(a) - oracle.cost(b) || (a < b ? -1 : 1));
  let says = sayings;
  const whole = !("clash" in oracle.solve(kept, false));
  for (let size = Math.ceil(kept.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    const all = kept;
    for (let from = 0; from < all.length; from += size) {
      const part = new Set(all.slice(from, from + size).filter((leaf) => kept.includes(leaf)));
      const rest = kept.filter((leaf) => !part.has(leaf));
      const outcome = part.size === 0 || rest.length === 0 ? null : oracle.solve(rest, whole);
      if (oracle.isSpent()) return { leaves: kept, sayings: new Set([...says, NOT_LEAST]) };
      if (!outcome || !("clash" in outcome)) continue;
      kept = rest.filter((leaf) => outcome.clash.leaves.has(leaf));
      says = outcome.clash.sayings;
    }
  }
  return { leaves: kept, sayings: says };
}

/** Sets that share leaves, directly or through others: what is given up in one group doesn't touch another. */
function entangled(sets: MinimalSet[]): MinimalSet[][] {
  let groups: { leaves: Set<string>; sets: MinimalSet[] }[] = [];
  for (const set of sets) {
    const touched = groups.filter((group) => set.leaves.some((leaf) => group.leaves.has(leaf)));
    const joined = {
      leaves: new Set([...touched.flatMap((group) => [...group.leaves]), ...set.leaves]),
      sets: [...touched.flatMap((group) => group.sets), set],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), joined];
  }
  return groups.map((group) => group.sets);
}

/** 最小代价的放弃: the cheapest choice of leaves that takes one out of every set. */
const cheapestHit = (sets: MinimalSet[], cost: (leaf: string) => number): Set<string> =>
  new Set(entangled(sets).flatMap((group) => cheapestOf(group, cost)));

/** After so many choices the cheapest so far will do. */
const MOST_CHOICES = 20_000;

function cheapestOf(sets: MinimalSet[], cost: (leaf: string) => number): string[] {
  let best: { leaves: string[]; cost: number } = { leaves: [], cost: Number.POSITIVE_INFINITY };
  let choices = 0;
  const search = (chosen: string[], spent: number) => {
    if (spent >= best.cost || (++choices > MOST_CHOICES && best.leaves.length > 0)) return;
    const open = sets.find((set) => !set.leaves.some((leaf) => chosen.includes(leaf)));
    if (!open) {
      best = { leaves: chosen, cost: spent };
      return;
    }
    for (const leaf of [...open.leaves].sort((a, b) => cost(a) - cost(b)))
      search([...chosen, leaf], spent + cost(leaf));
  };
  search([], 0);
  return best.leaves;
}

/** After so many sets a file has too many contradictions to look for the least of each. */
const MOST_SETS = 300;

/**
 * 找矛盾: all leaves that can hold together after giving up as little as possible, what was given up, and for each a
 * minimal set that shows why; of equals the later is given up. Priority: see `costOf`; parts win over pooled totals, counts over what is derived from them.
 */
export function reconcile<S extends object>(leaves: string[], oracle: Oracle<S>) {
  const sets: MinimalSet[] = [];
  const place = new Map(leaves.map((leaf, at) => [leaf, at]));
  const cost = (leaf: string) => oracle.cost(leaf) - 1e-6 * (place.get(leaf) ?? 0);
  for (;;) {
    const dropped = cheapestHit(sets, cost);
    const outcome = oracle.solve(
      leaves.filter((leaf) => !dropped.has(leaf)),
      true,
    );
    if (!("clash" in outcome)) return { solution: outcome, dropped, sets: shown(sets, dropped) };
    if (oracle.isSpent() || sets.length >= MOST_SETS) {
      const closed = closing(leaves, dropped, oracle);
      const alone = closed.unproven.map((leaf) => ({ dropped: leaf, leaves: [leaf], sayings: new Set([TOO_HARD]) }));
      const given = new Set([...dropped, ...closed.unproven]);
      return { solution: closed.solution, dropped: given, sets: [...shown(sets, dropped), ...alone] };
    }
    if (outcome.clash.leaves.size === 0) throw nothingStated(outcome.clash);
    sets.push(minimize(outcome.clash.leaves, outcome.clash.sayings, oracle));
  }
}

/** For every leaf given up the smallest set in which it is the only one. */
function shown(sets: MinimalSet[], dropped: Set<string>) {
  const bySize = sets.toSorted((a, b) => a.leaves.length - b.leaves.length);
  return [...dropped].flatMap((leaf) => {
    const alone = bySize.find(
      (set) => set.leaves.includes(leaf) && set.leaves.every((one) => one === leaf || !dropped.has(one)),
    );
    return alone ? [{ dropped: leaf, ...alone }] : [];
  });
}
