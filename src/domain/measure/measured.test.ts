import { describe, expect, test } from "vitest";
import { assumed, since } from "../../../rulebook/row.ts";
import { april, may, nothing, rulebook } from "../../../test/world/yunling.ts";
import { assemble } from "../rule/inForce.ts";
import { monthFigures } from "./monthFigures.ts";
import { toFile } from "./toFile.ts";

const source = { counts: may, before: april, rulebook, platform: "云岭市", month: "2023-05" };
const figures = monthFigures(source);
const file = toFile(figures);

describe("一个数带着它的来历", () => {
  test("满意率带口径、分子、分母和统计范围", () => {
    expect(figures.followUp.satisfactionRate).toMatchObject({
      measure: "followUp.satisfactionRate",
      value: 4571,
      numerator: 32,
      denominator: 70,
      month: "2023-05",
      cohort: "首次回访结束时间在本月的工单",
      rule: { kind: "satisfaction", from: "2023-05-01", words: "满意 ÷ 已评价", assumption: true },
    });
  });

  test("环比带着两端", () => {
    expect(figures.calls.answerRateMoM).toMatchObject({
      numerator: 903,
      denominator: 1000,
      earlier: { value: 9375, numerator: 750, denominator: 800, month: "2023-04" },
    });
  });

  test("评价少的单位注明样本不足", () => {
    const bus = figures.appendix1.groups.at(-1)?.rows[0];
    expect(bus?.satisfactionRate).toMatchObject({ note: "样本不足：已评价0件", reason: "分母为零，没有数值" });
  });
});

describe("口径的版本", () => {
  test("旧月份按当时的口径，不因后来的口径而变", () => {
    const past = monthFigures({ counts: april, before: null, rulebook, platform: "云岭市", month: "2023-04" });
    expect(past.followUp.satisfactionRate).toMatchObject({
      value: 8000,
      rule: { words: "（满意＋一般＋未评价）÷ 回访" },
    });
  });
});

describe("没有可比或没有记录", () => {
  test("没有上月数据：环比为空，说明原因", () => {
    const alone = monthFigures({ ...source, before: null });
    for (const change of [alone.calls.offeredMoM, alone.handling.firstContactRateMoM, alone.countyPlatforms.offeredMoM])
      expect(change).toMatchObject({ value: null, reason: "没有上月数据，无法比较" });
  });

  test("上月为零：不出现无穷大", () => {
    const fromZero = monthFigures({ ...source, before: nothing });
    expect(fromZero.calls.offeredMoM).toMatchObject({ value: null, reason: "上月为零，无法计算环比" });
    expect(fromZero.calls.answerRateMoM.value).toBeNull();
  });

  test("空月份：件数为零，比率为空，清单为空", () => {
    const empty = toFile(monthFigures({ ...source, counts: { ...nothing, month: "2023-05" }, before: null }));
    expect(empty.calls).toMatchObject({ offered: 0, answerRate: null });
    expect(empty.topCategories).toEqual([]);
    expect(empty.appendix1?.groups).toEqual([]);
    expect(empty).not.toHaveProperty("hotEvent");
    expect(empty.countyPlatforms?.offered).toBeNull();
  });

  test("规则库里没有的单位和小类仍被计数", () => {
    const strange = {
      ...may,
      units: [{ ...may.units[0]!, unit: "X9" }],
      dispatched: [{ unit: "X9", category: "", count: 4 }],
    };
    const odd = monthFigures({ ...source, counts: strange });
    expect(odd.appendix1.groups.map((group) => group.rows.map((row) => row.unit))).toEqual([["X9"]]);
    expect(odd.unitsTop3[0]).toMatchObject({ unit: "X9", top: [{ topic: "未分类" }] });
  });
});

test("月中才登记的单位也有名称和分组", () => {
  const value = { name: "市文旅局", group: "department", order: 9, shortNames: [], listedWhenIdle: false };
  const later = since(assumed("unit", "N", value, "测试"), "2023-05-20");
  const book = assemble([Object.values(rulebook.rows).flat(), [later]]);
  const counts = { ...may, units: [{ ...may.units[0]!, unit: "N" }] };
  const [group] = monthFigures({ ...source, counts, rulebook: book }).appendix1.groups;
  expect([group?.name, group?.rows[0]?.unit]).toEqual(["市直单位", "市文旅局"]);
});

test("改动一件评价，只有与它有关的数变，而且恰好变这么多", () => {
  const changed = structuredClone(may);
  const unit = changed.units.find((row) => row.unit === "T")!;
  unit.dissatisfied -= 1;
  unit.satisfied += 1;
  const after = monthFigures({ ...source, counts: changed });
  expect(after.followUp.satisfied.value).toBe(33);
  expect(after.followUp.satisfactionRate.value).toBe(4714);
  expect(toFile({ ...after, followUp: figures.followUp }).calls).toEqual(file.calls);
  expect(after.appendix1.total.onTimeRate).toEqual(figures.appendix1.total.onTimeRate);
});
