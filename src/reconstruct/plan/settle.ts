import type { SolveIntegers } from "../../domain/integer/problem.ts";
import { percent } from "../../domain/measure/exact.ts";
import { branched } from "./branch.ts";
import { isWritable, writtenOut } from "./exactRatio.ts";
import { missedAround, type Outcome, solveLinear } from "./linear.ts";
import { missedBy } from "./missed.ts";
import type { Model, RatioLink, Row } from "./model.ts";
import { type Active, propagate } from "./propagate.ts";

type Numbers = Map<string, number>;
type Settling = (link: RatioLink, values: Numbers, hints: Numbers, upper: Numbers) => [string, number];

const at = (map: Numbers, name: string) => map.get(name) as number;

/** After so many rounds the same way leads nowhere. */
const MOST_ROUNDS = 4;
/** A denominator that can give every rate of two decimals. */
const FINE = 20_000;

/**
 * Ways to make the ratios linear that the first answer does not meet: keep its rates, or those in whole percent (which few counts
 * can give), its denominators, the rates that its counts give, natural denominators, or ones that give any rate.
 */
const SETTLINGS: Settling[] = [
  (link, values) => [link.rate, at(values, link.rate)],
  (link, values) => [link.rate, 100 * Math.round(at(values, link.rate) / 100)],
  (link, values) => [link.denominator, Math.max(1, at(values, link.denominator))],
  (link, values) => [link.rate, percent(at(values, link.numerator), Math.max(1, at(values, link.denominator))) ?? 0],
  (link, values, hints) => [link.denominator, hints.get(link.denominator) ?? Math.max(1, at(values, link.denominator))],
  (link, _, __, upper) => [link.denominator, Math.min(FINE, at(upper, link.denominator))],
  (link, _, __, upper) => [link.denominator, Math.min(FINE, Math.ceil(at(upper, link.denominator) / 2))],
];

type Answer = Extract<Outcome, { values: unknown }>;

/** What settling works on: the model, its answer so far, and which ratios that answer misses. */
interface Try {
  model: Model;
  answer: Answer;
  missed: RatioLink[];
}

type Solve = (model: Model) => Outcome;

function settler(whole: Model, active: Active, upper: Numbers, solve: Solve) {
  const missed = missedBy(whole, whole.ratios.filter(active), active);
  const fixed = (link: RatioLink, settling: Settling, { answer, model }: Try): Row => {
    const [name, value] = settling(link, answer.values, model.hints, upper);
    return { leaf: null, terms: [[1, name]], lower: value, upper: value, says: "" };
  };
  const tried = (model: Model, outcome: Outcome): Try | null =>
    "clash" in outcome ? null : { model, answer: outcome, missed: missed(outcome.values) };
  const settled = (now: Try, links: RatioLink[], settling: Settling) => {
    const rows = links.map((link) => fixed(link, settling, now));
    const model = { ...now.model, rows: [...now.model.rows, ...rows] };
    return tried(model, solve(model));
  };
  return {
    tried,
    /** all that are missed in the same way, and then those that are missed for it, until none is */
    alike(start: Try): Try | null {
      for (const settling of SETTLINGS) {
        let now: Try | null = start;
        for (let round = 0; now && now.missed.length > 0 && round < MOST_ROUNDS; round++)
          now = settled(now, now.missed, settling);
        if (now?.missed.length === 0) return now;
      }
      return null;
    },
    /** one after the other, each in the first way after which fewer are missed */
    inTurn(start: Try): Try {
      let now = start;
      for (const link of start.missed) {
        if (!now.missed.includes(link)) continue;
        for (const settling of SETTLINGS) {
          const next = settled(now, [link], settling);
          if (!next || next.missed.length >= now.missed.length) continue;
          now = next;
          break;
        }
      }
      return now;
    },
  };
}

/** Variables that a sum has been made of count for the sum. */
const endsOf = (model: Model, names: string[]): string[] =>
  names.flatMap((name) => [
    name,
    ...model.rows.filter(({ terms }) => terms[0]?.[1] === name).flatMap(({ terms }) => terms.map(([, one]) => one)),
  ]);

/**
 * A ratio with open numerator, denominator and rate is no linear relation: it is solved as wide as it can be; where the
 * answer misses it, again with it settled, all alike; else those of few denominators are written out exactly and the others
 * settled one after the other; at last the ranges of rates are divided. What is still missed is no answer.
 */
export function solveAsIs(model: Model, active: Active, solver: SolveIntegers): Outcome {
  const solve: Solve = (one) => solveLinear(one, active, solver);
  const wide = solve(model);
  if ("clash" in wide) return wide;
  const bounds = propagate(model, active);
  const { tried, alike, inTurn } = settler(model, active, bounds.upper, solve);
  const start = tried(model, wide) as Try;
  if (start.missed.length === 0) return wide;
  const quick = alike(start);
  if (quick) return quick.answer;
  const few = start.missed.filter((link) => isWritable(link, bounds));
  const written = few.reduce((sum, link) => writtenOut(sum, link, bounds), model);
  const exact = few.length === 0 ? wide : solve(written);
  if ("clash" in exact) return exact;
  const base = tried(written, exact) as Try;
  if (base.missed.length === 0) return base.answer;
  const found = alike(base);
  if (found) return found.answer;
  const { model: near, missed, ...last } = inTurn(base);
  if (missed.length === 0) return last.answer;
  const exactly = branched(near, written.ratios.filter(active), active, solve);
  if (exactly) return exactly.answer;
  const ends = missed.flatMap((link) => endsOf(model, [link.numerator, link.denominator]));
  return missedAround(model, active, ends);
}
