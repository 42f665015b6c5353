import { describe, expect, test } from "vitest";
import { april, may, rulebook } from "../../../test/world/yunling.ts";
import { breakdowns } from "./breakdown.ts";
import type { Measured } from "./measured.ts";
import { monthFigures } from "./monthFigures.ts";
import { settingOf } from "./setting.ts";

const setting = settingOf(rulebook, "云岭市", "2023-05");
const figures = monthFigures({ counts: may, before: april, rulebook, platform: "云岭市", month: "2023-05" });
const of = (figure: Measured) => breakdowns(figure, setting, may);
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe("分解", () => {
  const { handling, followUp, requests, openOverdue } = figures;
  test.each([
    ["受理", requests.accepted, ["category", "subcategory"]],
    ["在线办结率", handling.firstContactRate, ["category", "subcategory"]],
    ["按时办结率", handling.onTimeRate, ["unitGroup", "unit"]],
    ["回访满意率", followUp.satisfactionRate, ["unitGroup", "unit"]],
    ["超期未反馈", openOverdue.total, ["unit"]],
  ])("%s：每种分法各行加起来就是这个数", (_, figure, by) => {
    const parts = of(figure);
    expect(parts.map((one) => one.by)).toEqual(by);
    for (const { rows } of parts) {
      expect(sum(rows.map((row) => row.numerator))).toBe(figure.numerator ?? figure.value);
      const whole = sum(rows.map((row) => row.denominator));
      expect(whole).toBe(figure.kind === "count" ? rows.length * figure.value! : figure.denominator);
    }
  });

  test("不满意的按单位分，也按分类分", () => {
    expect(of(followUp.dissatisfied).map((one) => one.by)).toEqual(expect.arrayContaining(["unit", "subcategory"]));
  });

  test("一个大类的数按它的小类分", () => {
    const [top] = figures.topCategories;
    const [parts, ...more] = of(top!.count);
    expect([parts?.by, more]).toEqual(["subcategory", []]);
    expect(sum(parts!.rows.map((row) => row.numerator))).toBe(top!.count.value);
  });

  test("加不起来的不分：环比、一个单位自己的数、县级平台报的数", () => {
    expect(of(handling.onTimeRateMoM)).toEqual([]);
    expect(of(figures.appendix1.groups[0]!.rows[0]!.onTimeRate)).toEqual([]);
    expect(of(figures.countyPlatforms.offered)).toEqual([]);
  });
});
