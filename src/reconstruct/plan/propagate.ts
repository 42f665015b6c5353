import { type Effort, isSpent } from "./effort.ts";
import type { Model, RatioLink, Row } from "./model.ts";
import { placesOf, type RatioAt, type RelationAt, type RowAt, relationsOf, type StepAt } from "./relations.ts";
import { type Trail, trail } from "./trail.ts";

/** 依据: the leaves that something rests on, and what the structure between them says. */
export interface Grounds {
  leaves: Set<string>;
  sayings: Set<string>;
}

/** 可行区间: what simple arithmetic says of every variable; `clash` tells that nothing is possible, and why. */
export interface Bounds {
  lower: Map<string, number>;
  upper: Map<string, number>;
  clash: Grounds | null;
  /** why these variables are bounded as they are */
  grounds: (names: string[]) => Grounds;
}

/** Which relations count: those of stated leaves, and those of structure whose block has some. */
export type Active = (relation: { leaf: string | null; block?: string }) => boolean;

const MOST_TIGHTENINGS = 200;
/** Of a wide range only what narrows it by so much of its width is worth passing on. */
const WORTH = 1000;
/** Reading so many terms is about as much work as one step of the solver. */
const TERMS_A_STEP = 20_000;
/** So is laying out so many relations and variables. */
const LAID_OUT_A_STEP = 1_000;

interface Run {
  lower: Float64Array;
  upper: Float64Array;
  times: Int32Array;
  trail: Trail;
  changed: number[];
  clash: boolean;
}

type Sides = "least" | "most" | "all";

/** Narrows one variable from below (`up`) or from above. */
function narrow(run: Run, at: number, value: number, up: boolean, by: RelationAt, sides: Sides) {
  const [low, high] = [run.lower[at] as number, run.upper[at] as number];
  const gain = up ? value - low : high - value;
  if (run.clash || !(gain > 0)) return;
  if (up ? value > high : value < low) {
    run.trail.clash(by, sides, at, up);
    run.clash = true;
    return;
  }
  if (gain * WORTH < high - low) return;
  run.times[at] = (run.times[at] as number) + 1;
  if ((run.times[at] as number) > MOST_TIGHTENINGS) return;
  run.trail.add(at, up, by, sides);
  (up ? run.lower : run.upper)[at] = value;
  run.changed.push(at);
}

function tightenRow(run: Run, row: RowAt) {
  const { at, by, lower, upper } = row;
  let [least, most] = [0, 0];
  for (let i = 0; i < at.length; i++) {
    const [c, low, high] = [
      by[i] as number,
      run.lower[at[i] as number] as number,
      run.upper[at[i] as number] as number,
    ];
    least += c > 0 ? c * low : c * high;
    most += c > 0 ? c * high : c * low;
  }
  if (least > upper || most < lower) {
    run.trail.clash(row, least > upper ? "least" : "most");
    run.clash = true;
    return;
  }
  if (least >= lower && most <= upper) return;
  for (let i = 0; i < at.length && !run.clash; i++) {
    const [c, place] = [by[i] as number, at[i] as number];
    const [low, high] = [run.lower[place] as number, run.upper[place] as number];
    if (most > upper && upper < Infinity) {
      const room = (upper - least) / c + (c > 0 ? low : high);
      narrow(run, place, c > 0 ? Math.floor(room + 1e-9) : Math.ceil(room - 1e-9), c < 0, row, "least");
    }
    if (least < lower && lower > -Infinity) {
      const room = (lower - most) / c + (c > 0 ? high : low);
      narrow(run, place, c > 0 ? Math.ceil(room - 1e-9) : Math.floor(room + 1e-9), c > 0, row, "most");
    }
  }
}

/** 比率变量化成两条线性关系: with the rate's bounds as they now stand. */
export function ratioRows(link: RatioLink, low: number, high: number): Row[] {
  const base = { leaf: link.leaf, says: link.says, restsOn: [link.rate] };
  const terms = (rate: number): Row["terms"] => [
    [20000, link.numerator],
    [-rate, link.denominator],
  ];
  return [
    { ...base, terms: terms(2 * low - 1), lower: 0, upper: Number.POSITIVE_INFINITY },
    { ...base, terms: terms(2 * high + 1), lower: Number.NEGATIVE_INFINITY, upper: -1 },
  ];
}

const rounded = (above: number, below: number) => Math.floor((20000 * above + below) / (2 * below));

function tightenRatio(run: Run, link: RatioAt) {
  const [top, bottom, rate] = link.at as unknown as [number, number, number];
  const low = (at: number) => run.lower[at] as number;
  const high = (at: number) => run.upper[at] as number;
  const up = (at: number, value: number) => narrow(run, at, value, true, link, "all");
  const down = (at: number, value: number) => narrow(run, at, value, false, link, "all");
  const [least, most] = [2 * low(rate) - 1, 2 * high(rate) + 1];
  // least × bottom ≤ 20000 × top < most × bottom
  up(top, Math.ceil((least * (least > 0 ? low(bottom) : high(bottom))) / 20000));
  down(top, Math.floor((most * high(bottom) - 1) / 20000));
  if (least > 0) down(bottom, Math.floor((20000 * high(top)) / least));
  up(bottom, Math.ceil((20000 * low(top) + 1) / most));
  if (run.clash) return;
  if (high(bottom) > 0) up(rate, rounded(low(top), high(bottom)));
  if (low(bottom) > 0) down(rate, rounded(high(top), low(bottom)));
}

/** The first value whose points reach `target`, between low and high + 1. */
function firstReaching(points: (value: number) => number, target: number, low: number, high: number): number {
  let [from, until] = [low, high + 1];
  while (from < until) {
    const middle = Math.floor((from + until) / 2);
    if (points(middle) >= target) until = middle;
    else from = middle + 1;
  }
  return from;
}

function tightenStep(run: Run, link: StepAt) {
  const [from, to] = link.at as unknown as [number, number];
  const { points } = link;
  narrow(run, to, points(run.lower[from] as number), true, link, "all");
  narrow(run, to, points(run.upper[from] as number), false, link, "all");
  if (run.clash) return;
  const [low, high] = [run.lower[from] as number, run.upper[from] as number];
  narrow(run, from, firstReaching(points, run.lower[to] as number, low, high), true, link, "all");
  narrow(run, from, firstReaching(points, (run.upper[to] as number) + 1, low, high) - 1, false, link, "all");
}

function tighten(run: Run, relation: RelationAt) {
  if (relation.kind === "row") tightenRow(run, relation);
  else if (relation.kind === "ratio") tightenRatio(run, relation);
  else tightenStep(run, relation);
}

function settle(run: Run, relations: RelationAt[], variables: number, effort: Effort) {
  const users: number[][] = Array.from({ length: variables }, () => []);
  relations.forEach(({ at }, index) => {
    for (const place of at) users[place]?.push(index);
  });
  const waiting = new Uint8Array(relations.length).fill(1);
  let queue = [...relations.keys()];
  while (queue.length > 0 && !run.clash && !isSpent(effort)) {
    const next: number[] = [];
    for (const index of queue) {
      waiting[index] = 0;
      run.changed = [];
      const relation = relations[index] as RelationAt;
      effort.left -= relation.at.length / TERMS_A_STEP;
      tighten(run, relation);
      if (run.clash) break;
      for (const place of run.changed)
        for (const user of users[place] as number[])
          if (user !== index && waiting[user] === 0) {
            waiting[user] = 1;
            next.push(user);
          }
    }
    queue = next;
  }
}

/**
 * 区间传播: tightens every variable's bounds by the active relations until nothing changes, something is impossible, or all effort
 * is spent (then the bounds are true, though not all that could be said).
 */
export function propagate(model: Model, active: Active): Bounds {
  const places = placesOf(model);
  const bounds = [...model.bounds.values()];
  const run: Run = {
    lower: Float64Array.from(bounds, ({ lower }) => lower),
    upper: Float64Array.from(bounds, ({ upper }) => upper),
    times: new Int32Array(bounds.length),
    trail: trail(bounds.length),
    changed: [],
    clash: false,
  };
  const relations = relationsOf(model, active);
  model.effort.left -= (relations.length + bounds.length) / LAID_OUT_A_STEP;
  settle(run, relations, bounds.length, model.effort);
  const names = [...model.bounds.keys()];
  return {
    lower: new Map(names.map((name, at) => [name, run.lower[at] as number])),
    upper: new Map(names.map((name, at) => [name, run.upper[at] as number])),
    clash: run.clash ? run.trail.whyClash() : null,
    grounds: (asked) => run.trail.why(asked.map((name) => places.get(name) as number)),
  };
}
