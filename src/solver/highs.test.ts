import fc from "fast-check";
import { expect, test } from "vitest";
import type { IntegerProblem, Term } from "../domain/integer/problem.ts";
import { mergeAlike } from "./alike.ts";
import { enumerate } from "./enumerate.ts";
import { loadSolver } from "./highs.ts";

const solve = await loadSolver();

const holds = ({ variables, rows }: IntegerProblem, values: Map<string, number>) =>
  variables.every(
    ({ name, lower, upper }) => lower <= (values.get(name) ?? Number.NaN) && (values.get(name) ?? 0) <= upper,
  ) &&
  rows.every(({ terms, lower, upper }) => {
    const sum = terms.reduce((total, [c, name]) => total + c * (values.get(name) ?? 0), 0);
    return lower <= sum && sum <= upper;
  });

const small = fc
  .record({
    uppers: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 4 }),
    rows: fc.array(
      fc.record({
        factors: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }),
        lower: fc.integer({ min: -8, max: 8 }),
        width: fc.integer({ min: 0, max: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(
    ({ uppers, rows }): IntegerProblem => ({
      variables: uppers.map((upper, at) => ({ name: `v${at}`, lower: 0, upper })),
      rows: rows.map(({ factors, lower, width }) => ({
        terms: uppers.flatMap((_, at): Term[] => (factors[at] ? [[factors[at], `v${at}`]] : [])),
        lower,
        upper: lower + width,
      })),
    }),
  );

/** Every combination of values. */
function bySearch(problem: IntegerProblem): boolean {
  const all = problem.variables.reduce<Map<string, number>[]>(
    (partial, { name, upper }) =>
      partial.flatMap((values) => Array.from({ length: upper + 1 }, (_, value) => new Map(values).set(name, value))),
    [new Map()],
  );
  return all.some((values) => holds(problem, values));
}

test("有解则给出的整数满足每条关系，无解则说无解", () => {
  fc.assert(
    fc.property(small, (problem) => {
      const found = solve(problem);
      expect(found !== null).toBe(bySearch(problem));
      if (found instanceof Map) expect(holds(problem, found)).toBe(true);
    }),
  );
});

test("逐一试值与全部列举结论相同", () => {
  fc.assert(
    fc.property(small, (problem) => {
      const found = enumerate(problem);
      expect(found !== null).toBe(bySearch(problem));
      if (found instanceof Map) expect(holds(problem, found)).toBe(true);
    }),
  );
});

test("同类变量合并后再分开，每个仍在自己的上下限内，合计不变", () => {
  const problem: IntegerProblem = {
    variables: [3, 5, 9].map((upper, at) => ({ name: `v${at}`, lower: at, upper })),
    rows: [
      {
        terms: [
          [2, "v0"],
          [2, "v1"],
          [1, "v2"],
        ],
        lower: 21,
        upper: 21,
      },
    ],
  };
  const { problem: merged, spread } = mergeAlike(problem);
  expect(merged.variables).toEqual([
    { name: "v0", lower: 1, upper: 8 },
    { name: "v2", lower: 2, upper: 9 },
  ]);
  expect(
    holds(
      problem,
      spread(
        new Map([
          ["v0", 7],
          ["v2", 7],
        ]),
      ),
    ),
  ).toBe(true);
});

test("放到很大的数也逐位精确：两个比率夹出的唯一整数", () => {
  const problem: IntegerProblem = {
    variables: [
      { name: "满意", lower: 0, upper: 93 },
      { name: "一般", lower: 0, upper: 30 },
      { name: "不满意", lower: 0, upper: 30 },
    ],
    rows: [
      {
        terms: [
          [5001, "满意"],
          [-14999, "一般"],
          [-14999, "不满意"],
        ],
        lower: 0,
        upper: Number.POSITIVE_INFINITY,
      },
      {
        terms: [
          [4999, "满意"],
          [-15001, "一般"],
          [-15001, "不满意"],
        ],
        lower: Number.NEGATIVE_INFINITY,
        upper: -1,
      },
      {
        terms: [
          [4763, "满意"],
          [-15237, "一般"],
          [-15237, "不满意"],
        ],
        lower: -19052,
        upper: Number.POSITIVE_INFINITY,
      },
      {
        terms: [
          [4761, "满意"],
          [-15239, "一般"],
          [-15239, "不满意"],
        ],
        lower: Number.NEGATIVE_INFINITY,
        upper: -19045,
      },
    ],
  };
  const found = solve(problem);
  const of = (name: string) => (found instanceof Map ? found.get(name) : undefined) ?? 0;
  expect([of("满意"), of("一般") + of("不满意")]).toEqual([60, 20]);
});
