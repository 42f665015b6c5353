import { expect, test } from "vitest";
import { may, rulebook } from "../../../test/world/yunling.ts";
import { componentArithmetic, itemArithmetic, roundingWords, totalArithmetic } from "../scorecard/arithmetic.ts";
import { monthFigures } from "./monthFigures.ts";
import { intervalOf, monthScores, sideBySide } from "./scores.ts";

const source = { counts: may, rulebook, platform: "云岭市", month: "2023-05" };
const scores = monthScores(source)!;
const published = monthFigures({ ...source, before: null }).appendix2.rows;

test("县级平台的得分就是附件2的得分", () => {
  expect(new Map(scores.counties.rows.map(({ name, total }) => [name, total]))).toEqual(
    new Map(published.map(({ platform, total }) => [platform, total.value])),
  );
});

test("算式：由件数到率，由率到得分，到小计、折合、总分，每一步都是印出来的数", () => {
  const { card, rows } = scores.counties;
  const west = rows.find(({ name }) => name === "西山县")!;
  const part = (key: string) => {
    const [component, scored] = [card.components, west.score.components].map(
      (all) => all.find((one) => one.key === key)!,
    );
    return {
      component: component as (typeof card.components)[number],
      scored: scored as (typeof west.score.components)[number],
    };
  };
  const five = part("five");
  const steps = five.component.items.map((item, at) =>
    itemArithmetic(item, west.inputs.five?.[item.key] ?? null, five.scored.items[at]!),
  );
  expect(steps[0]).toBe("188 ÷ 200 = 94.00%；20.00 −（95.00 − 94.00）× 0.20 = 19.80");
  const calls = part("mysteryCall");
  expect(itemArithmetic(calls.component.items[1]!, west.inputs.mysteryCall!.connection!, calls.scored.items[1]!)).toBe(
    "（10.00 + 10.00 + 5.00 + 10.00）÷ 4 = 8.75",
  );
  expect(componentArithmetic(card, calls.component, calls.scored)).toMatch(
    /^小计 [\d.]+( \+ [\d.]+){4} = [\d.]+；折合 [\d.]+ × 30\.00% = [\d.]+$/,
  );
  expect(totalArithmetic(west.score)).toMatch(/^[\d.]+ \+ [\d.]+ \+ [\d.]+ = [\d.]+$/);
  expect(roundingWords(card)).toBe(
    "各率保留 2 位小数，各项得分保留 2 位小数，各部分折合得分保留 2 位小数，都是四舍五入",
  );
});

test("县里所报的接通多于接听：这一项得零分，算式说出为什么；满意多于参评的，没有区间", () => {
  const counties = may.counties.map((one) =>
    one.platform === "西山县"
      ? { ...one, answered: one.offered! * 6, satisfaction: { numerator: 90, denominator: 20 } }
      : one,
  );
  const wrong = monthScores({ ...source, counts: { ...may, counties } })!.counties;
  const [now, then] = [wrong, scores.counties].map(({ rows }) => rows.find(({ name }) => name === "西山县")!);
  expect(now!.total).toBeLessThan(then!.total!);
  const five = wrong.card.components.find(({ key }) => key === "five")!;
  const scored = now!.score.components.find(({ key }) => key === "five")!.items;
  expect(itemArithmetic(five.items[0]!, now!.inputs.five!.answer!, scored[0]!)).toBe(
    "1200 多于 200，不成比率；所报的数有错，更正以前不得分，得 0.00",
  );
  expect(intervalOf("satisfaction", now!.inputs.five!.satisfaction!, wrong.ranking?.value)).toBeNull();
});

test("没有评价的单位：满意率不计，其余折成满分；算式说得出", () => {
  const { card, rows } = scores.units;
  const unrated = rows.find(({ score }) => score.components[0]!.items[2]!.points === null)!;
  expect(componentArithmetic(card, card.components[0]!, unrated.score.components[0]!)).toMatch(
    /^小计 （[\d.]+ \+ [\d.]+）× 100\.00 ÷ 60\.00（没有数据的项目不计） = [\d.]+；折合 [\d.]+ × 100\.00% = [\d.]+$/,
  );
});

test("并排：一边没有的也列出来", () => {
  const less = { ...scores.counties, rows: scores.counties.rows.slice(1) };
  const moves = sideBySide(less, scores.counties);
  expect(moves).toHaveLength(scores.counties.rows.length);
  expect(moves.filter(({ before }) => before === null)).toHaveLength(1);
});
