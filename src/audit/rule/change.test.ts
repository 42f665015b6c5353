import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../test/world/audited.ts";

describe("变动与前后数", () => {
  test("前后两数都有，升幅不对", () => {
    const [finding] = auditText("本月受理诉求5200件，较上月的4800件增加400件，增长9.33%。");
    expect(finding).toMatchObject({ kind: "change", severity: "high", values: ["9.33%", "5200件", "4800件"] });
    expect(finding!.arithmetic).toBe("(5200件 − 4800件) ÷ 4800件 = 8.33% ≠ 9.33%");
    expect(foundIn("本月受理诉求5200件，较上月的4800件增加400件，增长8.33%。")).toEqual([]);
  });

  test("由多变少却写上升", () => {
    expect(foundIn("本月受理诉求4800件，上月5200件，环比上升7.69%。")).toEqual(["high change 4800件 5200件"]);
  });

  test("增减件数与幅度倒算不出同一个前数", () => {
    expect(foundIn("本周来电2200通，环比增加200通，增长11.00%。")).toEqual(["high change 11.00% 200通 2200通"]);
    expect(foundIn("本季受理71266件，同比增加7181件，增幅11.2%。")).toEqual([]);
  });

  test("率相减是百分点，写成百分比要改", () => {
    expect(foundIn("满意率由95.20%上升至96.30%，上升1.10%。")[0]).toBe("medium changeUnit 1.10% 96.30% 95.20%");
    expect(foundIn("满意率由95.20%上升至96.30%，上升1.10个百分点。")).toEqual([]);
    expect(foundIn("来电2200通，环比下降19.20个百分点。")).toEqual(["medium changeUnit 19.20个百分点 2200通"]);
  });

  test("两个月份前后写出的，照月份比", () => {
    expect(foundIn("2月受理1280件，3月受理1408件，环比增长12%。")).toEqual(["high change 12% 1408件 1280件"]);
    expect(foundIn("2月受理1280件，3月受理1408件，环比增长10%。")).toEqual([]);
  });

  test("月均不是合计除以月数", () => {
    expect(foundIn("上半年共接听电话120000个，月均25000个。")).toEqual(["high average 25000个 120000个"]);
    expect(foundIn("第一季度共受理26550件，月均8850件。")).toEqual([]);
  });
});
