import { describe, expect, test } from "vitest";
import { scorecard as rows } from "../../../rulebook/hunan/scorecard.ts";
import { itemFault } from "./measures.ts";
import { type ItemInput, type ScoreInputs, score } from "./score.ts";
import type { Scorecard, ScorecardItem } from "./scorecard.ts";
import { itemWords } from "./words.ts";

const card = rows[0]?.value as Scorecard;

describe("评分规则", () => {
  const withSatisfaction = (rate: number) =>
    score(card, { dispatched: { satisfaction: { rate } } }).components[0]?.items[2]?.points;

  test("线性扣分：满分线及以上满分，扣到零为止", () => {
    expect([10000, 9000, 8999, 6111, 5000, 100].map(withSatisfaction)).toEqual([4000, 4000, 3999, 1111, 0, 0]);
  });

  test("四通拨测一通超过 15 秒：接通情况 8.75 分", () => {
    const connection = { sheets: [1000, 1000, 1000, 500] };
    expect(score(card, { mysteryCall: { connection } }).components[2]?.items[1]?.points).toBe(875);
  });

  test("没有数值的项目不计分，该部分按其余项目的满分折算", () => {
    const unrated: ScoreInputs = {
      dispatched: { onTime: { rate: 10000 }, informed: { rate: 10000 }, satisfaction: null },
    };
    const part = score(card, unrated).components[0];
    expect([part?.items[2]?.points, part?.sum, part?.weighted]).toEqual([null, 10000, 1000]);
    const strict = score({ ...card, whenMissing: "zero" }, unrated).components[0];
    expect([strict?.sum, strict?.weighted]).toEqual([6000, 600]);
  });

  test("超过 100% 的不是率：不得分，也不像没有数据的那样折算；改对以前占不到便宜", () => {
    const five = (answer: ItemInput) =>
      score(card, { five: { answer, onTime: { rate: 10000 }, accuracy: { points: 3000 } } }).components[1]!;
    const wrong = five({ ratio: { numerator: 99_999, denominator: 15_424 } });
    expect(wrong.items[0]).toEqual({ key: "answer", rate: null, points: 0 });
    expect(wrong.sum).toBe(6667); // 40 of the 60 that are known, of 100
    expect(five({ ratio: { numerator: 5, denominator: 0 } }).items[0]?.points).toBe(0);
    expect(five({ ratio: { numerator: 0, denominator: 0 } }).sum).toBe(10_000);
    expect(five({ ratio: { numerator: 15_424, denominator: 15_424 } }).sum).toBe(10_000);
  });

  test("整部分没有数值就没有总分", () => {
    expect(score(card, {}).total).toBeNull();
  });

  test("有数值的项目都是零分的，该部分没有得分", () => {
    const [part] = card.components.filter(({ key }) => key === "dispatched");
    const items = part!.items.map((item) => (item.key === "onTime" ? { ...item, points: 0 } : item));
    const worthless = { ...card, components: [{ ...part!, items }] };
    const { components, total } = score(worthless, { dispatched: { onTime: { rate: 10000 } } });
    expect([components[0]!.items[0]!.points, components[0]!.sum, total]).toEqual([0, null, null]);
  });

  test("评分表一个部分也没有，就没有总分", () => {
    expect(score({ ...card, components: [] }, { dispatched: { onTime: { rate: 10000 } } }).total).toBeNull();
  });

  test("零分母的率没有数值", () => {
    const none: ScoreInputs = { five: { onTime: { ratio: { numerator: 0, denominator: 0 } } } };
    expect(score(card, none).components[1]?.items[2]).toEqual({ key: "onTime", rate: null, points: null });
  });
});

describe("评分表的指标", () => {
  test("发布的评分表里每一项都评得了", () =>
    expect(card.components.flatMap(({ key, items }) => items.map((item) => itemFault(key, item)))).toEqual(
      card.components.flatMap(({ items }) => items.map(() => null)),
    ));
  test.each([
    [
      "dispatched",
      { kind: "proportional", key: "按时率😀" },
      "交办工单办理里没有代码为“按时率😀”的指标，能评的是按时办结率（onTime）、联系反馈当事人率（informed）、回访满意率（satisfaction）。",
    ],
    ["five", { kind: "slope", key: "informed" }, /五率一度里没有代码为“informed”的指标/],
    ["five", { kind: "slope", key: "constructor" }, /没有代码为“constructor”的指标/],
    [
      "five",
      { kind: "slope", key: "accuracy" },
      "五率一度的数据准确度不能“达标满分，不足扣分”，只能“按检查结论给分”。",
    ],
    ["mysteryCall", { kind: "proportional", key: "voiceMenu" }, "拨测的语音导航不能“按比率折算”，只能“取各次的平均”。"],
    [
      "dispatched",
      { kind: "mean", key: "onTime" },
      "交办工单办理的按时办结率不能“取各次的平均”，只能“按比率折算”或“达标满分，不足扣分”。",
    ],
  ] as const)("%s %o 评不了，说出能怎样", (component, item, said) =>
    expect(itemFault(component, item as ScorecardItem)).toMatch(said),
  );
});

test("计分办法由评分表的数据写成一句话", () => {
  const words = card.components.map((part) => part.items.map(itemWords));
  expect(words[0]?.[1]).toBe("满分30.00分，按比率乘以满分");
  expect(words[1]?.[0]).toBe("满分20.00分，95.00%及以上得满分，每低1个百分点扣0.20分，扣完为止");
  expect(words[1]?.[5]).toBe("满分30.00分，由数据检查认定");
  expect(words[2]?.[1]).toBe("满分10.00分，取各通拨测得分的平均数");
});
