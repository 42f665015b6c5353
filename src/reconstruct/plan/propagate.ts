import type { Model, RatioLink, Row, StepLink } from "./model.ts";

/** A bound and why it holds: the relation that tightened it and the earlier bounds it rests on. */
interface Reason {
  leaf: string | null;
  says: string;
  because: Reason[];
}

/** 可行区间: what simple arithmetic says of every variable; `clash` is the reason that nothing is possible. */
export interface Bounds {
  lower: Map<string, number>;
  upper: Map<string, number>;
  whyLower: Map<string, Reason>;
  whyUpper: Map<string, Reason>;
  clash: Reason | null;
}

/** Which relations count: those of stated leaves, and those of structure whose block has some. */
export type Active = (relation: { leaf: string | null; block?: string }) => boolean;

const MOST_TIGHTENINGS = 200;

interface Run extends Bounds {
  changed: Set<string>;
  times: Map<string, number>;
}

const lowerReasons = (run: Run, names: string[]) => names.flatMap((name) => run.whyLower.get(name) ?? []);
const upperReasons = (run: Run, names: string[]) => names.flatMap((name) => run.whyUpper.get(name) ?? []);

type Relation = { leaf: string | null; says: string };

function raise(run: Run, name: string, value: number, by: Relation, because: () => Reason[]) {
  if (run.clash || value <= (run.lower.get(name) as number)) return;
  const reason = { leaf: by.leaf, says: by.says, because: because() };
  if (value > (run.upper.get(name) as number)) {
    run.clash = { leaf: null, says: "", because: [reason, ...upperReasons(run, [name])] };
    return;
  }
  if (!countTightening(run, name)) return;
  run.lower.set(name, value);
  run.whyLower.set(name, reason);
}

function drop(run: Run, name: string, value: number, by: Relation, because: () => Reason[]) {
  if (run.clash || value >= (run.upper.get(name) as number)) return;
  const reason = { leaf: by.leaf, says: by.says, because: because() };
  if (value < (run.lower.get(name) as number)) {
    run.clash = { leaf: null, says: "", because: [reason, ...lowerReasons(run, [name])] };
    return;
  }
  if (!countTightening(run, name)) return;
  run.upper.set(name, value);
  run.whyUpper.set(name, reason);
}

function countTightening(run: Run, name: string): boolean {
  const times = (run.times.get(name) ?? 0) + 1;
  run.times.set(name, times);
  if (times > MOST_TIGHTENINGS) return false;
  run.changed.add(name);
  return true;
}

const least = (run: Run, [c, name]: Row["terms"][number]) => c * ((c > 0 ? run.lower : run.upper).get(name) as number);
const most = (run: Run, [c, name]: Row["terms"][number]) => c * ((c > 0 ? run.upper : run.lower).get(name) as number);

/** The reasons of the bounds that make a sum as small (or as large) as it is. */
const reasonsOf = (run: Run, terms: Row["terms"], side: "least" | "most", except?: string) =>
  terms.flatMap(([c, name]) =>
    name === except ? [] : ((c > 0 === (side === "least") ? run.whyLower : run.whyUpper).get(name) ?? []),
  );

function tightenRow(run: Run, row: Row) {
  const smallest = row.terms.reduce((sum, term) => sum + least(run, term), 0);
  const largest = row.terms.reduce((sum, term) => sum + most(run, term), 0);
  const clash = (side: "least" | "most") => {
    run.clash = { leaf: row.leaf, says: row.says, because: reasonsOf(run, row.terms, side) };
  };
  if (smallest > row.upper) return clash("least");
  if (largest < row.lower) return clash("most");
  for (const term of row.terms) {
    const [c, name] = term;
    const roomAbove = row.upper - (smallest - least(run, term));
    const roomBelow = row.lower - (largest - most(run, term));
    const fromLeast = () => reasonsOf(run, row.terms, "least", name);
    const fromMost = () => reasonsOf(run, row.terms, "most", name);
    if (Number.isFinite(roomAbove))
      c > 0
        ? drop(run, name, Math.floor(roomAbove / c), row, fromLeast)
        : raise(run, name, Math.ceil(roomAbove / c), row, fromLeast);
    if (Number.isFinite(roomBelow))
      c > 0
        ? raise(run, name, Math.ceil(roomBelow / c), row, fromMost)
        : drop(run, name, Math.floor(roomBelow / c), row, fromMost);
    if (run.clash) return;
  }
}

/** 比率变量化成两条线性关系: with the rate's bounds as they now stand. */
export function ratioRows(link: RatioLink, low: number, high: number): Row[] {
  const base = { leaf: link.leaf, says: link.says };
  const terms = (rate: number): Row["terms"] => [
    [20000, link.numerator],
    [-rate, link.denominator],
  ];
  return [
    { ...base, terms: terms(2 * low - 1), lower: 0, upper: Number.POSITIVE_INFINITY },
    { ...base, terms: terms(2 * high + 1), lower: Number.NEGATIVE_INFINITY, upper: -1 },
  ];
}

const at = (map: Map<string, number>, name: string) => map.get(name) as number;
const rounded = (above: number, below: number) => Math.floor((20000 * above + below) / (2 * below));

function tightenRatio(run: Run, link: RatioLink) {
  const { numerator, denominator, rate } = link;
  for (const row of ratioRows(link, at(run.lower, rate), at(run.upper, rate))) {
    const why = [...lowerReasons(run, [rate]), ...upperReasons(run, [rate])];
    const before = run.clash;
    tightenRow(run, row);
    if (!before && run.clash) (run.clash as Reason).because.push(...why);
    for (const name of [numerator, denominator])
      for (const map of [run.whyLower, run.whyUpper]) {
        const reason = map.get(name);
        if (reason && reason.says === link.says && reason.leaf === link.leaf)
          reason.because = [...new Set([...reason.because, ...why])];
      }
  }
  if (run.clash) return;
  const [low, high] = [at(run.lower, denominator), at(run.upper, denominator)];
  const because = () => [
    ...lowerReasons(run, [numerator, denominator]),
    ...upperReasons(run, [numerator, denominator]),
  ];
  if (high > 0) raise(run, rate, rounded(at(run.lower, numerator), high), link, because);
  if (low > 0) drop(run, rate, rounded(at(run.upper, numerator), low), link, because);
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

function tightenStep(run: Run, link: StepLink) {
  const by = { leaf: null, says: link.says };
  const { from, to, points } = link;
  raise(run, to, points(at(run.lower, from)), by, () => lowerReasons(run, [from]));
  drop(run, to, points(at(run.upper, from)), by, () => upperReasons(run, [from]));
  if (run.clash) return;
  const [low, high] = [at(run.lower, from), at(run.upper, from)];
  const because = () => [...lowerReasons(run, [from, to]), ...upperReasons(run, [from, to])];
  raise(run, from, firstReaching(points, at(run.lower, to), low, high), by, because);
  drop(run, from, firstReaching(points, at(run.upper, to) + 1, low, high) - 1, by, because);
}

function newRun(model: Model): Run {
  return {
    lower: new Map([...model.bounds].map(([name, { lower }]) => [name, lower])),
    upper: new Map([...model.bounds].map(([name, { upper }]) => [name, upper])),
    whyLower: new Map(),
    whyUpper: new Map(),
    clash: null,
    changed: new Set(),
    times: new Map(),
  };
}

type Tighten = { names: string[]; run: (run: Run) => void };

function tightenings(model: Model, active: Active): Tighten[] {
  return [
    ...model.rows
      .filter(active)
      .map((row) => ({ names: row.terms.map(([, name]) => name), run: (run: Run) => tightenRow(run, row) })),
    ...model.ratios.filter(active).map((link) => ({
      names: [link.numerator, link.denominator, link.rate],
      run: (run: Run) => tightenRatio(run, link),
    })),
    ...model.steps
      .filter((link) => active({ leaf: null, block: link.block }))
      .map((link) => ({ names: [link.from, link.to], run: (run: Run) => tightenStep(run, link) })),
  ];
}

/** 区间传播: tightens every variable's bounds by the active relations until nothing changes or something is impossible. */
export function propagate(model: Model, active: Active): Bounds {
  const run = newRun(model);
  const all = tightenings(model, active);
  const users = new Map<string, number[]>([...model.bounds.keys()].map((name) => [name, []]));
  all.forEach(({ names }, index) => {
    for (const name of names) users.get(name)?.push(index);
  });
  let queue = new Set(all.keys());
  while (queue.size > 0 && !run.clash) {
    const next = new Set<number>();
    for (const index of queue) {
      run.changed.clear();
      all[index]?.run(run);
      if (run.clash) break;
      for (const name of run.changed) for (const user of users.get(name) ?? []) if (user !== index) next.add(user);
    }
    queue = next;
  }
  return run;
}

/** 追溯: the leaves and the sayings of structure that a reason rests on. */
export function traced(reasons: Reason[]): { leaves: Set<string>; sayings: Set<string> } {
  const found = { leaves: new Set<string>(), sayings: new Set<string>() };
  const seen = new Set<Reason>();
  const open = [...reasons];
  for (let reason = open.pop(); reason; reason = open.pop()) {
    if (seen.has(reason)) continue;
    seen.add(reason);
    if (reason.leaf !== null) found.leaves.add(reason.leaf);
    else if (reason.says) found.sayings.add(reason.says);
    open.push(...reason.because);
  }
  return found;
}
