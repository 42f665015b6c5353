import { nothingStated, type Oracle } from "./oracle.ts";

/** So many times half of what is in the way is given up, then all of it, and as many leaves again as the time before, and more. */
const HALVINGS = 12;
/** So many times some of what was given up is asked for again. */
const RETURNS = 12;

interface Closed<S> {
  solution: S;
  /** given up without knowing whether it could be held */
  unproven: string[];
}

const cheapest = (leaves: string[], { cost }: Pick<Oracle<object>, "cost">) =>
  leaves.toSorted((a, b) => cost(a) - cost(b));

/** What is in the way goes by halves, the cheaper first, until the rest holds. */
function cutDown<S extends object>(leaves: string[], oracle: Oracle<S>): { solution: S; kept: string[] } {
  let kept = leaves;
  for (let round = 0; ; round++) {
    const outcome = oracle.close(kept);
    if (!("clash" in outcome)) return { solution: outcome, kept };
    if (kept.length === 0) throw nothingStated(outcome.clash);
    const named = kept.filter((leaf) => outcome.clash.leaves.has(leaf));
    const against = cheapest(named.length > 0 ? named : kept, oracle);
    const gone = new Set(against.slice(0, round < HALVINGS ? Math.ceil(against.length / 2) : against.length));
    if (round >= HALVINGS) for (const leaf of cheapest(kept, oracle).slice(0, 2 ** (round - HALVINGS))) gone.add(leaf);
    kept = kept.filter((leaf) => !gone.has(leaf));
  }
}

/**
 * 收尾: the effort is spent. Of what is in the way the cheaper half goes, until the rest holds; then the dearest of what went
 * come back in parts, where they can be held beside it. What stays out is no contradiction, only not found.
 */
export function closing<S extends object>(leaves: string[], dropped: Set<string>, oracle: Oracle<S>): Closed<S> {
  let { solution, kept } = cutDown(
    leaves.filter((leaf) => !dropped.has(leaf)),
    oracle,
  );
  const held = new Set(kept);
  let open = leaves
    .filter((leaf) => !dropped.has(leaf) && !held.has(leaf))
    .toSorted((a, b) => oracle.cost(b) - oracle.cost(a));
  let size = Math.ceil(open.length / 2);
  for (let turn = 0; turn < RETURNS && open.length > 0; turn++) {
    const part = open.slice(0, size);
    const outcome = oracle.close([...kept, ...part]);
    if ("clash" in outcome && size > 1) {
      size = Math.ceil(size / 2);
      continue;
    }
    if (!("clash" in outcome)) [solution, kept] = [outcome, [...kept, ...part]];
    open = open.slice(size);
  }
  const last = new Set(kept);
  return { solution, unproven: leaves.filter((leaf) => !dropped.has(leaf) && !last.has(leaf)) };
}
