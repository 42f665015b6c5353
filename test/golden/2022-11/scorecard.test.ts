import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scorecard as rows } from "../../../rulebook/hunan/scorecard.ts";
import type { Appendix2Row } from "../../../src/domain/measure/figures.ts";
import { type ItemInput, type ScoreInputs, score } from "../../../src/domain/scorecard/score.ts";
import type { Scorecard } from "../../../src/domain/scorecard/scorecard.ts";

const card = rows[0]?.value as Scorecard;
const published = JSON.parse(readFileSync("demo/2022-11.figures.json", "utf8")).appendix2
  .rows as Appendix2Row<number>[];

const hundredths = (printed: number) => Math.round(printed * 100);

/** the printed rates of a row, as inputs */
const rates = (pairs: Record<string, unknown>): Record<string, ItemInput> =>
  Object.fromEntries(
    Object.entries(pairs).flatMap(([key, pair]) => (Array.isArray(pair) ? [[key, { rate: hundredths(pair[0]) }]] : [])),
  );

const sheets = ({ weighted: _, ...means }: Appendix2Row<number>["mysteryCall"]) =>
  Object.fromEntries(Object.entries(means).map(([key, mean]) => [key, { sheets: [hundredths(mean)] }]));

const inputsOf = (row: Appendix2Row<number>): ScoreInputs => ({
  dispatched: rates(row.dispatched),
  five: { ...rates(row.five), accuracy: { points: hundredths(row.five.accuracy) } },
  mysteryCall: sheets(row.mysteryCall),
});

/** every number of a row that a scorecard gives, by its path */
function given(row: Appendix2Row<number>): Record<string, number> {
  const numbers: Record<string, number> = { total: row.total };
  for (const part of ["dispatched", "five", "mysteryCall"] as const)
    for (const [key, value] of Object.entries(row[part]))
      numbers[`${part}.${key}`] = Array.isArray(value) ? value[1] : value;
  return numbers;
}

function computed(row: Appendix2Row<number>): Record<string, number> {
  const result = score(card, inputsOf(row));
  const numbers: Record<string, number> = { total: (result.total ?? 0) / 100 };
  for (const { key, items, weighted } of result.components) {
    for (const item of items) numbers[`${key}.${item.key}`] = (item.points ?? 0) / 100;
    numbers[`${key}.weighted`] = (weighted ?? 0) / 100;
  }
  return numbers;
}

const differences = (row: Appendix2Row<number>) => {
  const ours = computed(row);
  return Object.entries(given(row)).flatMap(([path, value]) =>
    ours[path] === value ? [] : [[path, value, ours[path]]],
  );
};

describe("2022 年 11 月附件2", () => {
  test.each(published.slice(0, 2).map((row) => [row.platform, row] as const))(
    "%s：每一项、折合得分和总分都相同",
    (_, row) => {
      expect(differences(row)).toEqual([]);
    },
  );

  test("湘潭县：按时办结率 99.98% 按每低 1 个百分点扣 0.1 分应得 10.00 分（9.998 四舍五入），印出的 9.99 分不合规则；折合得分和总分随之各少 0.01 分，此为原报告的差错，不改规则去迁就", () => {
    expect(differences(published[2]!)).toEqual([
      ["total", 85.39, 85.4],
      ["five.onTime", 9.99, 10],
      ["five.weighted", 54.94, 54.95],
    ]);
  });

  test("韶山市联系反馈率取已舍入的 98.25%：29.48 分；用 56/57 精确计则是 29.47 分", () => {
    const exact: Scorecard = { ...card, rounding: { ...card.rounding, rates: null } };
    const inputs: ScoreInputs = { dispatched: { informed: { ratio: { numerator: 56, denominator: 57 } } } };
    const points = (of: Scorecard) => score(of, inputs).components[0]?.items[1]?.points;
    expect([points(card), points(exact)]).toEqual([2948, 2947]);
  });

  test("湘乡市各部分先舍入再相加：86.74 分；不舍入则是 86.75 分", () => {
    const late: Scorecard = { ...card, rounding: { ...card.rounding, components: null } };
    const inputs = inputsOf(published[1]!);
    expect([score(card, inputs).total, score(late, inputs).total]).toEqual([8674, 8675]);
  });
});
