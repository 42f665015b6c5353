import type { RatingCounts } from "../../domain/measure/counts.ts";
import type { UnitFollowUpPlan } from "./plan.ts";
import type { Cells } from "./sentToUnits.ts";
import { fill, share } from "./share.ts";

/** One unit's follow-ups of a month, as counts. */
export interface UnitFollowUps extends RatingCounts {
  unit: string;
  followUps: number;
  onTime: number;
  informed: number;
  returnsRejected: number;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Of ten work orders dispatched in a month about seven are followed up within it. */
const SAME_MONTH = 0.7;

/** How many of a unit's follow-ups are of work orders of this month, of the month before, of earlier ones. */
function sources(followUps: number, sent: number) {
  const thisMonth = Math.min(followUps, Math.ceil(sent * SAME_MONTH));
  return { thisMonth, carried: followUps - thisMonth };
}

/** Which of the carried ones the month before can have dispatched: all, unless it dispatched too few altogether. */
function previousShares(carried: number[], dispatchedBefore: number): number[] {
  const wanted = sum(carried);
  return wanted <= dispatchedBefore ? carried : share(dispatchedBefore, carried, carried);
}

const least = (a: number[], b: number[]) => a.map((value, at) => Math.min(value, b[at] as number));
const minus = (a: number[], b: number[]) => a.map((value, at) => value - (b[at] as number));
const plus = (a: number[], b: number[]) => a.map((value, at) => value + (b[at] as number));

/** A unit's follow-ups by class: this month's from what it was sent, with the dissatisfied among them as far as they fit. */
function ordersOf(
  categories: string[],
  sent: number[],
  dissatisfied: number[],
  counts: Record<"thisMonth" | "previousMonth" | "earlier", number>,
) {
  const badHere = share(
    Math.min(counts.thisMonth, sum(least(dissatisfied, sent))),
    least(dissatisfied, sent),
    least(dissatisfied, sent),
  );
  const room = minus(sent, badHere);
  const here = plus(badHere, share(counts.thisMonth - sum(badHere), room, room));
  const badLeft = minus(dissatisfied, badHere);
  const carried = counts.previousMonth + counts.earlier;
  const weights = sum(sent) > 0 ? sent : sent.map(() => 1);
  const carriedClasses = plus(badLeft, share(carried - sum(badLeft), weights));
  const [previous, earlier] = fill([counts.previousMonth, counts.earlier], carriedClasses) as [number[], number[]];
  const badPrevious = least(badLeft, previous);
  const rows = [
    { dispatched: "thisMonth", count: here, dissatisfied: badHere },
    { dispatched: "previousMonth", count: previous, dissatisfied: badPrevious },
    { dispatched: "earlier", count: earlier, dissatisfied: minus(badLeft, badPrevious) },
  ] as const;
  return rows.flatMap(({ dispatched, count, dissatisfied: bad }) =>
    categories
      .map((category, at) => ({ category, dispatched, count: count[at] as number, dissatisfied: bad[at] as number }))
      .filter((row) => row.count > 0),
  );
}

/**
 * 回访队列: whose work orders, of which class and of which month the follow-ups concern. Orders dispatched this month first;
 * the rest carried in from the month before, or from earlier where that one did not dispatch enough.
 */
export function cohort(
  units: UnitFollowUps[],
  sent: Cells,
  categories: string[],
  dissatisfied: number[],
  dispatchedBefore: number,
): UnitFollowUpPlan[] {
  const sentTo = (unit: string) => {
    const own = new Map(sent.filter((cell) => cell.unit === unit).map((cell) => [cell.category, cell.count]));
    return categories.map((category) => own.get(category) ?? 0);
  };
  const matrix = units.map((unit) => sentTo(unit.unit));
  const unhappy = fill(
    units.map((unit) => unit.dissatisfied),
    dissatisfied,
  );
  const split = units.map((unit, at) => sources(unit.followUps, sum(matrix[at] as number[])));
  const fitting = split.map(({ thisMonth }, at) => {
    const bad = unhappy[at] as number[];
    const mustCarry = sum(minus(bad, least(bad, matrix[at] as number[])));
    const followUps = units[at]?.followUps as number;
    return Math.min(thisMonth, followUps - mustCarry);
  });
  const carried = units.map((unit, at) => unit.followUps - (fitting[at] as number));
  const previous = previousShares(carried, dispatchedBefore);
  return units.map(({ followUps: _, ...unit }, at) => {
    const counts = {
      thisMonth: fitting[at] as number,
      previousMonth: previous[at] as number,
      earlier: (carried[at] as number) - (previous[at] as number),
    };
    return { ...unit, orders: ordersOf(categories, matrix[at] as number[], unhappy[at] as number[], counts) };
  });
}
