import type { SolveIntegers } from "../../domain/integer/problem.ts";

/**
 * 记得的求解: asks for the same problem once; looking for conflicts leaves most parts of a month as they are. Only what was too
 * hard is asked again, with more effort.
 */
export function remembered(solver: SolveIntegers): SolveIntegers {
  const known = new Map<string, { effort: number; answer: ReturnType<SolveIntegers> }>();
  return ({ effort = Number.POSITIVE_INFINITY, ...problem }, spend) => {
    const key = JSON.stringify(problem);
    const found = known.get(key);
    if (found && (found.answer !== "tooHard" || effort <= found.effort)) return found.answer;
    const answer = solver(effort === Number.POSITIVE_INFINITY ? problem : { ...problem, effort }, spend);
    known.set(key, { effort, answer });
    return answer;
  };
}
