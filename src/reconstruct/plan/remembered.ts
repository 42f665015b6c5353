import type { SolveIntegers } from "../../domain/integer/problem.ts";

/** 记得的求解: asks for the same problem once; looking for conflicts leaves most parts of a month as they are. */
export function remembered(solver: SolveIntegers): SolveIntegers {
  const known = new Map<string, ReturnType<SolveIntegers>>();
  return (problem) => {
    const key = JSON.stringify(problem);
    const found = known.get(key);
    if (found !== undefined) return found;
    const solved = solver(problem);
    known.set(key, solved);
    return solved;
  };
}
