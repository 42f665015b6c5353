/** 整数方程组: the port behind which an integer solver stands; plain data in, whole numbers out. */

/** 系数与变量 */
export type Term = [coefficient: number, variable: string];

export interface IntegerProblem {
  variables: { name: string; lower: number; upper: number; cost?: number }[];
  /** lower ≤ sum of terms ≤ upper; either side may be infinite */
  rows: { terms: Term[]; lower: number; upper: number }[];
  /** how many branches may be tried (fewer of a large problem); where that doesn't settle it, the problem is "tooHard" */
  effort?: number;
}

/**
 * 求解: whole numbers for all variables that satisfy every row (near the cheapest), or null when there are none. `spend` is told
 * how many steps that took; the same problem takes the same number.
 */
export type SolveIntegers = (
  problem: IntegerProblem,
  spend?: (steps: number) => void,
) => Map<string, number> | null | "tooHard";
