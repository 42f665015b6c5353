import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assumed } from "../../../rulebook/row.ts";
import { may, rulebook } from "../../../test/world/yunling.ts";
import { assemble } from "../rule/inForce.ts";
import type { Rulebook, RuleRow } from "../rule/rulebook.ts";
import type { TopicCounts } from "./earlyWarnings.ts";
import { type FurtherCounts, furtherFigures } from "./furtherFigures.ts";
import { settingOf } from "./setting.ts";
import type { SolvedCounts } from "./solvedFigures.ts";

const none: FurtherCounts = {
  hours: [],
  channels: [],
  yearBefore: null,
  solved: [],
  topics: [],
  topicsBefore: [],
};
const threshold = (key: string, value: number, words: string) =>
  assumed("threshold", key, { value, words }, "测试用虚构城市");
const business = (key: string, group: string) => assumed("business", key, { group, order: 1 }, "测试用虚构城市");
const warning = [threshold("warningLeast", 6, "不少于6件"), threshold("warningGrowth", 50, "增长50%及以上")];
const withRules = (...rows: RuleRow[]): Rulebook => assemble([Object.values(rulebook.rows).flat() as RuleRow[], rows]);
const figuresOf = (counts: Partial<FurtherCounts>, book = withRules(...warning)) =>
  furtherFigures(settingOf(book, "云岭市", "2023-05"), may, { ...none, ...counts });

describe("解决率", () => {
  const counts: SolvedCounts[] = [
    { unit: "D1", solved: true, count: 8 },
    { unit: "D1", solved: false, count: 4 },
    { unit: "D1", solved: null, count: 12 },
    { unit: "K1", solved: true, count: 1 },
    { unit: "K1", solved: false, count: 2 },
    { unit: "T", solved: null, count: 5 },
  ];
  const { whole, groups } = figuresOf({ solved: counts }).solved;

  test("没有回答的不进分母，另给回答率", () => {
    expect(whole).toMatchObject({
      followUps: { value: 32 },
      rate: {
        value: 6000,
        numerator: 9,
        denominator: 15,
        cohort: "首次回访结束时间在本月、当事人回答了是否解决的工单",
      },
      answerShare: { value: 4688, numerator: 15, denominator: 32 },
    });
  });

  test("分组按配置的次序，只有区县一组列到单位", () => {
    expect(
      groups.map(({ of, rate, units }) => [of, rate.value, units.map((unit) => [unit.of, unit.rate.value])]),
    ).toEqual([
      [
        "区县",
        6000,
        [
          ["东河区人民政府", 6667],
          ["西山县人民政府", 3333],
        ],
      ],
      ["市直单位", null, []],
    ]);
  });

  test("回答少的注明样本不足；没有人回答就没有解决率，不是零", () => {
    const [district, department] = groups;
    expect(district!.units[0]!.rate.note).toBeUndefined();
    expect(district!.units[1]!.rate.note).toContain("样本不足：已回答3件");
    expect(department!.rate).toMatchObject({ value: null, reason: "分母为零，没有数值" });
  });

  test("有排名办法的，附上威尔逊区间", () => {
    const ranking = assumed("ranking", "units", { show: "off", grades: [], z: 196, words: "不排名" }, "测试用虚构城市");
    const few = figuresOf({ solved: counts }, withRules(ranking)).solved.groups[0]!.units[1]!;
    expect(few.rate.note).toBe("样本不足：已回答3件；威尔逊区间（z＝1.96）为6.15%至79.23%");
  });

  test("任何一个月：各组相加是合计，解决的不多于回答的，回答的不多于回访的", () => {
    const row = fc.record({
      unit: fc.constantFrom("D1", "K1", "W", "T", "B", "不在册"),
      solved: fc.constantFrom(true, false, null),
      count: fc.nat({ max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { whole: all, groups: parts } = figuresOf({ solved: rows }).solved;
        for (const key of ["followUps", "answered", "solved"] as const)
          expect(parts.reduce((sum, part) => sum + part[key].value!, 0)).toBe(all[key].value);
        expect(all.solved.value).toBeLessThanOrEqual(all.answered.value!);
        expect(all.answered.value).toBeLessThanOrEqual(all.followUps.value!);
        expect(all.rate.value === null).toBe(all.answered.value === 0);
      }),
    );
  });
});

describe("涉企诉求", () => {
  const book = withRules(business("201", "供水"), business("301", "救助"), business("102", ""));
  const before: TopicCounts[] = [{ category: "301", place: null, count: 100 }];

  test("按标明的小类计，分组、办理方式、环比都由同样的诉求来", () => {
    const of = figuresOf({ topicsBefore: [{ period: "2023-04", rows: before }] }, book).business!;
    expect(of).toMatchObject({
      count: { value: 350, cohort: "受理时间在本月、小类属于涉企的诉求" },
      share: { value: 3825, numerator: 350, denominator: 915 },
      countMoM: { value: 25000, earlier: { value: 100, month: "2023-04" } },
      firstContact: { value: 300 },
      dispatched: { value: 40 },
    });
    expect(of.groups.map(({ group, count, share }) => [group, count.value, share.value])).toEqual([
      ["供水", 140, 4000],
      ["救助", 210, 6000],
    ]);
    expect(of.leading.map(({ topic, count }) => [topic, count.value])).toEqual([
      ["低保", 210],
      [of.leading[1]!.topic, 140],
    ]);
  });

  test("没有上月记录就不比；什么小类都没有标明，就没有涉企诉求", () => {
    expect(figuresOf({}, book).business!.countMoM).toMatchObject({ value: null, reason: "没有上月数据，无法比较" });
    expect(figuresOf({}).business).toBeNull();
  });
});

describe("预警", () => {
  const topic = (category: string, place: string | null, count: number): TopicCounts => ({ category, place, count });
  const before = [
    { period: "2023-04", rows: [topic("101", "P1", 4), topic("102", null, 30), topic("202", "P2", 6)] },
    { period: "2023-03", rows: [topic("101", "P1", 2), topic("102", null, 20)] },
  ];
  const grownOf = (topics: TopicCounts[], earlier = before) =>
    figuresOf({ topics, topicsBefore: earlier }).earlyWarnings!.grown.map(
      ({ topic: name, district, count, growth }) => [name, district, count.value, growth.value],
    );

  test("达到件数和增长两道门槛才报；恰到门槛的也报，差一件的不报", () => {
    expect(grownOf([topic("102", null, 38)])).toEqual([["停车", null, 38, 5200]]);
    expect(grownOf([topic("102", null, 37)])).toEqual([]);
    expect(grownOf([topic("101", "P1", 6)])).toEqual([["公交", null, 6, 10000]]);
    expect(grownOf([topic("101", "P1", 5)])).toEqual([]);
  });

  test("各区县另比；一个区县的件数就是全市的，只列全市", () => {
    expect(grownOf([topic("102", null, 30), topic("102", "P1", 8)])).toEqual([
      ["停车", null, 38, 5200],
      ["停车", "东河区", 8, null],
    ]);
    expect(grownOf([topic("102", null, 20), topic("102", "P1", 8)])).toEqual([["停车", "东河区", 8, null]]);
  });

  test("各期的件数都在，早的在前，各归各的月份；占受理量的比与增长一样由件数来", () => {
    const [one] = figuresOf({ topics: [topic("101", "P1", 9), topic("102", null, 27)], topicsBefore: before })
      .earlyWarnings!.grown;
    expect(one!.earlier.map(({ period, count }) => [period, count.value, count.month])).toEqual([
      ["2023-03", 2, "2023-03"],
      ["2023-04", 4, "2023-04"],
    ]);
    expect(one).toMatchObject({
      growth: { value: 20000, numerator: 12, denominator: 6, rule: { key: "warningGrowth", assumption: true } },
      share: { value: 2500, numerator: 9, denominator: 36 },
    });
  });

  test("记录不全的一期不作基数，再往前的也不；一期都没有了就没有预警", () => {
    const half = withRules(...warning, threshold("warningBase", 50, "不到一半的不作基数"));
    const of = (count: number) =>
      figuresOf({ topics: [topic("101", null, count)], topicsBefore: before }, half).earlyWarnings;
    expect(of(44)!.grown[0]!.earlier.map(({ period }) => period)).toEqual(["2023-03", "2023-04"]);
    expect(of(45)!.grown[0]!.earlier.map(({ period }) => period)).toEqual(["2023-04"]);
    expect(of(81)).toBeNull();
  });

  test("此前没有记录，或者没有门槛的规则，就没有预警可言", () => {
    expect(figuresOf({ topics: [topic("101", null, 50)] }).earlyWarnings).toBeNull();
    expect(figuresOf({ topics: [topic("101", null, 50)], topicsBefore: before }, rulebook).earlyWarnings).toBeNull();
  });
});

test("上年同期的件数归上年同期的月份", () => {
  const of = figuresOf({ yearBefore: { offered: 500, accepted: 400 } }).yearBefore!;
  expect([of.offered.month, of.accepted.month, of.offeredYoY.month]).toEqual(["2022-05", "2022-05", "2023-05"]);
});
