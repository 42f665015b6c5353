import type { Grounds } from "./propagate.ts";
import type { RelationAt } from "./relations.ts";

type Sides = "least" | "most" | "all";

/** 足迹: which relation narrowed which side of which variable, in time, so that every bound can be explained. */
export interface Trail {
  add: (at: number, up: boolean, by: RelationAt, sides: Sides) => void;
  /** `by` can't hold, or narrows the variable `at` beyond its other side */
  clash: (by: RelationAt, sides: Sides, at?: number, up?: boolean) => void;
  whyClash: () => Grounds;
  why: (places: number[]) => Grounds;
}

interface Step {
  by: RelationAt;
  sides: Sides;
  /** the side that it narrowed, and the step before on the same side */
  side: number;
  before: number;
}

const NONE = -1;
/** Each variable has two sides: its lower and its upper bound. */
const sideOf = (at: number, up: boolean) => 2 * at + (up ? 0 : 1);

/** The sides that a relation was read with when it narrowed another. */
function readSides({ by, sides }: Pick<Step, "by" | "sides">, own: number): number[] {
  const places = [...by.at];
  if (sides === "all" || by.kind !== "row") return places.flatMap((at) => [2 * at, 2 * at + 1]);
  return places.flatMap((at, index) =>
    at === own >> 1 && own !== NONE ? [] : [sideOf(at, (by.by[index] as number) > 0 === (sides === "least"))],
  );
}

/** 新足迹 for so many variables. */
export function trail(variables: number): Trail {
  const last = new Int32Array(2 * variables).fill(NONE);
  const steps: Step[] = [];
  let clash: { step: Pick<Step, "by" | "sides">; own: number } | null = null;
  /** the last step on that side before a moment */
  const before = (side: number, moment: number) => {
    let step = last[side] as number;
    while (step >= moment) step = (steps[step] as Step).before;
    return step;
  };
  const follow = (open: number[], found: Grounds) => {
    const seen = new Set(open);
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const step = steps[index] as Step;
      name(step.by, found);
      for (const side of readSides(step, step.side)) {
        const earlier = before(side, index);
        if (earlier !== NONE && !seen.has(earlier)) {
          seen.add(earlier);
          open.push(earlier);
        }
      }
    }
    return found;
  };
  const now = (sides: number[]) =>
    sides.flatMap((side) => ((last[side] as number) === NONE ? [] : [last[side] as number]));
  return {
    add(at, up, by, sides) {
      const side = sideOf(at, up);
      steps.push({ by, sides, side, before: last[side] as number });
      last[side] = steps.length - 1;
    },
    clash(by, sides, at = NONE, up = false) {
      clash = { step: { by, sides }, own: at === NONE ? NONE : sideOf(at, up) };
    },
    whyClash() {
      const found: Grounds = { leaves: new Set(), sayings: new Set() };
      if (!clash) return found;
      const { step, own } = clash;
      name(step.by, found);
      return follow(now([...readSides(step, own), ...(own === NONE ? [] : [own ^ 1])]), found);
    },
    why: (places) =>
      follow(now([...new Set(places)].flatMap((at) => [2 * at, 2 * at + 1])), {
        leaves: new Set(),
        sayings: new Set(),
      }),
  };
}

function name({ leaf, says }: RelationAt, found: Grounds) {
  if (leaf !== null) found.leaves.add(leaf);
  else if (says) found.sayings.add(says);
}
