import loadHighs from "highs";
import type { IntegerProblem, SolveIntegers, Term } from "../domain/integer/problem.ts";
import { mergeAlike } from "./alike.ts";
import { enumerate } from "./enumerate.ts";

/** Deterministic: one thread, a fixed seed, limits in nodes and never in seconds; the first whole answer will do. */
const OPTIONS = { output_flag: false, random_seed: 0, threads: 1, mip_rel_gap: 1 };

/** So many branches settle whatever can be settled soon. */
const USUAL_EFFORT = 20_000;

/** Two ways to the answer: presolve has been seen to call a small solvable problem infeasible, or to round it wrong. */
const WAYS = [OPTIONS, { ...OPTIONS, presolve: "off" as const, primal_feasibility_tolerance: 1e-9 }];

/** Up to that many variables "infeasible" is asked twice. */
const SMALL = 60;

const signed = (coefficient: number, name: string) => `${coefficient < 0 ? "-" : "+"} ${Math.abs(coefficient)} ${name}`;

function expression(terms: Term[], nameOf: (variable: string) => string): string {
  return terms.map(([coefficient, variable]) => signed(coefficient, nameOf(variable))).join("\n ");
}

function rowLines({ terms, lower, upper }: IntegerProblem["rows"][number], nameOf: (variable: string) => string) {
  const left = expression(terms, nameOf);
  if (lower === upper) return [`${left} = ${lower}`];
  return [
    ...(Number.isFinite(lower) ? [`${left} >= ${lower}`] : []),
    ...(Number.isFinite(upper) ? [`${left} <= ${upper}`] : []),
  ];
}

function lpText({ variables, rows }: IntegerProblem): string {
  const names = new Map(variables.map(({ name }, at) => [name, `x${at}`]));
  const nameOf = (variable: string) => names.get(variable) as string;
  const costs = variables.flatMap(({ name, cost }): Term[] => (cost ? [[cost, name]] : []));
  return [
    "Minimize",
    ` obj: ${costs.length > 0 ? expression(costs, nameOf) : "0 x0"}`,
    "Subject To",
    ...rows.flatMap((row) => rowLines(row, nameOf)).map((line, at) => ` c${at}: ${line}`),
    "Bounds",
    ...variables.map(({ name, lower, upper }) => ` ${lower} <= ${nameOf(name)} <= ${upper}`),
    "General",
    ...variables.map(({ name }) => ` ${nameOf(name)}`),
    "End",
    "",
  ].join("\n");
}

function satisfies({ variables, rows }: IntegerProblem, values: Map<string, number>): boolean {
  const value = (name: string) => values.get(name) as number;
  const activity = (terms: Term[]) => terms.reduce((sum, [coefficient, name]) => sum + coefficient * value(name), 0);
  return (
    variables.every(({ name, lower, upper }) => lower <= value(name) && value(name) <= upper) &&
    rows.every((row) => row.lower <= activity(row.terms) && activity(row.terms) <= row.upper)
  );
}

interface Highs {
  solve(
    problem: string,
    options: (typeof WAYS)[number] & { mip_max_nodes: number },
  ): { Status: string; Columns: Record<string, { Primal: number }> };
}

/** The package's types describe its CommonJS face; imported as a module its default export is the loader itself. */
const load = loadHighs as unknown as () => Promise<Highs>;

function answer(highs: Highs, problem: IntegerProblem, options: (typeof WAYS)[number]) {
  const solution = highs.solve(lpText(problem), { ...options, mip_max_nodes: problem.effort ?? USUAL_EFFORT });
  if (solution.Status === "Infeasible") return "infeasible";
  if (solution.Status === "Unknown") return "tooHard";
  if (solution.Status !== "Optimal") throw new Error(`integer solver: ${solution.Status}`);
  const valueAt = (at: number) => Math.round(solution.Columns[`x${at}`]?.Primal ?? 0);
  const values = new Map(problem.variables.map(({ name }, at) => [name, valueAt(at)]));
  return satisfies(problem, values) ? values : "inexact";
}

function branchAndBound(highs: Highs, problem: IntegerProblem): ReturnType<SolveIntegers> {
  for (const way of WAYS) {
    const found = answer(highs, problem, way);
    if (typeof found !== "string" || found === "tooHard") return found;
    if (found === "infeasible" && (way === WAYS.at(-1) || problem.variables.length > SMALL)) return null;
  }
  throw new Error("integer solver: the answer does not hold exactly");
}

/** Up to that many variables trying values is quicker than branch and bound, if one of them has few values. */
const FEW = 5;
const FEW_VALUES = 20_000;

const isNarrow = ({ variables }: IntegerProblem) =>
  variables.length <= FEW && variables.some(({ lower, upper }) => upper - lower <= FEW_VALUES);

const VAST = 1_000_000;
const ROOM = 50_000;

/** 放宽: the same with every vast variable kept large, where rates leave room for whole numbers; null if none is vast. */
function withRoom(problem: IntegerProblem): IntegerProblem | null {
  if (!problem.variables.some(({ upper }) => upper >= VAST)) return null;
  const variables = problem.variables.map((one) =>
    one.upper >= VAST ? { ...one, lower: Math.max(one.lower, ROOM) } : one,
  );
  return { ...problem, variables };
}

/**
 * 整数求解器: HiGHS, loaded once, as a synchronous function; problems of a few variables by trying values. Every answer is
 * checked again in whole numbers; one that does not hold exactly, or any outcome but solved and infeasible, throws.
 */
export async function loadSolver(): Promise<SolveIntegers> {
  const highs = await load();
  return (problem) => {
    const { problem: merged, spread } = mergeAlike(problem);
    const tried = isNarrow(merged) ? enumerate(merged) : "tooLarge";
    if (tried !== "tooLarge") return tried && spread(tried);
    const roomy = withRoom(merged);
    const first = roomy && branchAndBound(highs, roomy);
    const found = first instanceof Map ? first : branchAndBound(highs, merged);
    return found instanceof Map ? spread(found) : found;
  };
}
