/**
 * 求解步数: what planning a month may still spend, in steps of the solver and of the arithmetic before it; never in seconds, so
 * that the same file gives the same records on every machine.
 */
export interface Effort {
  left: number;
}

/** A month of a large city takes a tenth of it; all of it takes a few minutes. */
export const MOST_STEPS = 200_000;
/** What is left to one try where all else is spent, and has leaves to give up instead. */
export const CLOSING_STEPS = 8_000;

export const isSpent = (effort: Effort): boolean => effort.left <= 0;

/** 限步: work that may spend so many steps and no more, which the whole pays for. */
export function within<T>(effort: Effort, steps: number, work: () => T): T {
  const before = effort.left;
  effort.left = steps;
  const result = work();
  effort.left = before - (steps - effort.left);
  return result;
}

/** 步数用尽, as a reason */
export const TOO_HARD = "在限定的步数内找不到满足它的整数";
/** 未缩到最小, as a reason */
export const NOT_LEAST = "在限定的步数内没有缩到最小的组合";
