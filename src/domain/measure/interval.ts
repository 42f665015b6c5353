/**
 * 区间估计: how far a rate of few ratings may lie from what it would be with many. Wilson's score interval (E. B. Wilson,
 * Journal of the American Statistical Association 22, 1927): all p for which (p̂ − p)² ≤ z²·p(1 − p)/n. Found by halving on that
 * inequality in whole numbers, so that no root is ever rounded.
 */
import type { Ratio } from "./counts.ts";

/** 区间 in hundredths of a percent, each end rounded half up once */
export interface Interval {
  low: number;
  high: number;
}

/** halves of a hundredth of a percent: where rounding half up turns */
const HALVES = 20_000n;

/** how far such a rate is from the ends of the interval: below 0 inside, 0 on an end, above 0 outside */
function outside(halves: bigint, { numerator, denominator }: Ratio, z: number): bigint {
  const rated = BigInt(denominator);
  const distance = BigInt(numerator) * HALVES - halves * rated;
  return distance * distance * 10_000n - BigInt(z) ** 2n * halves * (HALVES - halves) * rated;
}

/** 取整: of the odd halves those that come before `past` holds, which it does from some on */
function rounded(past: (halves: bigint) => boolean): number {
  let [from, to] = [0, 10_000];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (past(BigInt(2 * middle + 1))) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** 威尔逊区间 of a rate at z standard deviations, z in hundredths (196 = 1.96); null where nobody rated. */
export function wilson(ratio: Ratio, z: number): Interval | null {
  if (ratio.denominator === 0) return null;
  const isBelow = (halves: bigint) => halves * BigInt(ratio.denominator) < BigInt(ratio.numerator) * HALVES;
  return {
    low: rounded((halves) => !isBelow(halves) || outside(halves, ratio, z) < 0n),
    high: rounded((halves) => !isBelow(halves) && outside(halves, ratio, z) > 0n),
  };
}
