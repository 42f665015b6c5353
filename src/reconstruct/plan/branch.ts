import type { Outcome } from "./linear.ts";
import { given, missedBy } from "./missed.ts";
import type { Model, RatioLink } from "./model.ts";
import { type Active, propagate } from "./propagate.ts";

type Answer = Extract<Outcome, { values: unknown }>;

const at = (map: Map<string, number>, name: string) => map.get(name) as number;

/** So many answers are worth looking at; what takes more is left to other ways. */
const MOST_ANSWERS = 40;
/** The part of a rate's range to look in first, on either side of what the counts give. */
const NEAR = 8;

/** The ranges of a rate to try, the nearest to `centre` first. */
function ranges(low: number, high: number, centre: number): [number, number][] {
  const half = Math.floor((high - low) / NEAR);
  const [from, to] = [Math.max(low, centre - half), Math.min(high, centre + half)];
  return (
    [
      [from, to],
      [low, from - 1],
      [to + 1, high],
    ] as [number, number][]
  ).filter(([a, b]) => a <= b);
}

/**
 * 分段求解: the ranges of rates are divided until counts and rates agree: within a narrow range a ratio is nearly linear, on a
 * single value it is. Null where nothing is found in the number of answers that are looked at.
 */
export function branched(
  start: Model,
  links: RatioLink[],
  active: Active,
  solve: (model: Model) => Outcome,
): { model: Model; answer: Answer } | null {
  let answers = 0;
  const missed = missedBy(start, links, active);
  const search = (model: Model): { model: Model; answer: Answer } | null => {
    if (answers++ >= MOST_ANSWERS) return null;
    const answer = solve(model);
    if ("clash" in answer) return null;
    const gap = (link: RatioLink) => Math.abs(at(answer.values, link.rate) - given(link, answer.values));
    const [widest] = missed(answer.values).toSorted((a, b) => gap(b) - gap(a));
    if (!widest) return { model, answer };
    const { lower, upper } = propagate(model, active);
    const [low, high] = [at(lower, widest.rate), at(upper, widest.rate)];
    const centre = Math.min(high, Math.max(low, given(widest, answer.values)));
    for (const [from, to] of ranges(low, high, centre)) {
      const row = { leaf: null, terms: [[1, widest.rate]] as [number, string][], lower: from, upper: to, says: "" };
      const found = low === high ? null : search({ ...model, rows: [...model.rows, row] });
      if (found) return found;
    }
    return null;
  };
  return search(start);
}
