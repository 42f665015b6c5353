import loadHighs from "highs";
import type { IntegerProblem, SolveIntegers, Term } from "../domain/integer/problem.ts";
import { mergeAlike } from "./alike.ts";
import { enumerate } from "./enumerate.ts";

/** Deterministic: one thread, a fixed seed, limits in nodes and never in seconds; the first whole answer will do. */
const OPTIONS = { output_flag: false, random_seed: 0, mip_rel_gap: 1 };

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

type Options = (typeof WAYS)[number] & { mip_max_nodes: number };

interface Interrupt {
  data: { mip_total_lp_iterations?: bigint | number };
  interrupt(): void;
}

interface HighsModel {
  options: { set(options: Options): void };
  info: { get(name: string): number | bigint };
  run(callbacks: Record<number, (event: Interrupt) => void>): void;
  getModelStatus(): number;
  getSolution(): { colValue: ArrayLike<number> };
  getColByName(name: string): number;
}

interface Highs {
  withModel<T>(source: { format: "lp"; data: string }, operation: (model: HighsModel) => T): T;
  constants: { callbackType: { mipInterrupt: number }; modelStatus: Record<string, number> };
}

/** The package's types describe its CommonJS face; imported as a module its default export is the loader itself. */
const load = loadHighs as unknown as () => Promise<Highs>;

type Spend = (steps: number) => void;

/** What a branch, and each variable or row before the first, may take in iterations before the whole is given up. */
const ITERATIONS = { branch: 10, size: 20 };
/** Reading and presolving so many variables and rows is about as much work as an iteration. */
const PRESOLVED_A_STEP = 4;
/** A turn on so many variables and rows takes twice as long as one on a few. */
const LONG_TURN = 1_000;

function answer(highs: Highs, problem: IntegerProblem, way: (typeof WAYS)[number], spend: Spend) {
  const { infeasible, optimal, solutionLimit, interrupted } = highs.constants.modelStatus;
  const size = problem.variables.length + problem.rows.length;
  const longer = 1 + size / LONG_TURN;
  const nodes = problem.effort ?? USUAL_EFFORT;
  const most = ITERATIONS.branch * nodes + ITERATIONS.size * size;
  return highs.withModel({ format: "lp", data: lpText(problem) }, (model) => {
    model.options.set({ ...way, mip_max_nodes: nodes });
    model.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        if (Number(event.data.mip_total_lp_iterations ?? 0) > most) event.interrupt();
      },
    });
    const counted = (name: string) => Math.max(0, Number(model.info.get(name)));
    const turns = counted("mip_node_count") + counted("simplex_iteration_count");
    spend(Math.ceil(size / PRESOLVED_A_STEP + turns * longer));
    const status = model.getModelStatus();
    if (status === infeasible) return "infeasible";
    if (status === solutionLimit || status === interrupted) return "tooHard";
    if (status !== optimal) throw new Error(`integer solver: status ${status}`);
    const { colValue } = model.getSolution();
    const valueAt = (at: number) => Math.round(colValue[model.getColByName(`x${at}`)] ?? 0);
    const values = new Map(problem.variables.map(({ name }, at) => [name, valueAt(at)]));
    return satisfies(problem, values) ? values : "inexact";
  });
}

function branchAndBound(highs: Highs, problem: IntegerProblem, spend: Spend): ReturnType<SolveIntegers> {
  for (const way of WAYS) {
    const found = answer(highs, problem, way, spend);
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
  return (problem, spend = () => undefined) => {
    const { problem: merged, spread } = mergeAlike(problem);
    const tried = isNarrow(merged) ? enumerate(merged, spend) : "tooLarge";
    if (tried !== "tooLarge") return tried && spread(tried);
    const roomy = withRoom(merged);
    const first = roomy && branchAndBound(highs, roomy, spend);
    const found = first instanceof Map ? first : branchAndBound(highs, merged, spend);
    return found instanceof Map ? spread(found) : found;
  };
}
