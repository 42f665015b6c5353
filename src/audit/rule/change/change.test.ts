import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../../test/world/audited.ts";

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

  test("幅度、方向都不对的，多半是别的数的", () => {
    expect(foundIn("受理工单1820件，上月251件，环比下降14.2%。")).toEqual([
      "low change 14.2% 1820件 251件",
      "low change 1820件 251件",
    ]);
    expect(foundIn("受理工单1820件，上月1510件，环比上升14.2%。")).toEqual(["high change 14.2% 1820件 1510件"]);
    expect(foundIn("受理工单1820件，上月1510件，环比下降20.53%。")).toEqual(["high change 1820件 1510件"]);
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

  test("“比……的”后面是比的底数，不是变了的数", () => {
    const text = (percent: string) => `共呼入61238通，比2月的52904通多8334通，增长${percent}；`;
    expect(foundIn(text("15.75%"))).toEqual([]);
    expect(foundIn(text("15.25%"))[0]).toContain("15.25%");
    expect(foundIn("受理137681件，比一季度的118204件增长16.48%，比去年二季度的121377件增长13.43%。")).toEqual([]);
    expect(foundIn("某类较6月的685件增加348件，上升49.34%。")).toEqual(["high change 49.34% 348件 685件"]);
  });

  test("另外点出月份的是以前的；括号里的是说明；倍数不说升降", () => {
    expect(foundIn("接通率97.13%；10月为95.82%，升1.31个百分点；上年同月为94.60%，升2.53个百分点。")).toEqual([]);
    expect(foundIn("满意率89.14%（591件÷663件），上年为87.89%，提高1.71个百分点。")[0]).toContain("1.71");
    expect(foundIn("单日峰值1874件，是谷值1102件的1.7倍。")).toEqual([]);
  });

  test("后一项的前数不是前一项的；日均夹在中间，变动仍是总数的", () => {
    expect(foundIn("按时办结率99.12%，比上年提高0.35个百分点；满意率96.8%，比上年的95.9%提高0.9个百分点。")).toEqual(
      [],
    );
    expect(foundIn("接到来电12633个，日均约1805个，较去年同期的11910个增长6.07%。")).toEqual([]);
    expect(foundIn("接到来电12621个，日均1803个，较去年日均的1700个增长6.06%。")).toEqual([]);
  });

  test("月均是合计的，不是头一个月的", () => {
    expect(foundIn("7月、8月、9月分别受理10342件、9876件、11230件，三季度合计31448件，月均10483件。")).toEqual([]);
  });

  test("从句点明与去年比，括号里的上季不是它的底数；一句只有去年的数，说的是全文的总量", () => {
    const text = (way: string) => `三季度共接收工单11847件，与二季度（11902件）基本持平；${way}多1482件，增长14.30%。`;
    expect(foundIn(text("比去年三季度"))).toEqual([]);
    const year = (rate: string) =>
      `12月，开发区共收到诉求2316件。\n去年12月2108件，同比增长${rate}；上月2450件，环比下降5.47%。`;
    expect(foundIn(year("8.97%"))).toEqual(["high change 8.97% 2316件 2108件"]);
    expect(foundIn(year("9.87%"))).toEqual([]);
  });

  test("占比与上月的占比之差", () => {
    expect(foundIn("本月重复诉求1058件，占受理量6.75%，比上月7.18%下降0.73个百分点。")).toEqual([
      "high change 0.73个百分点 6.75% 7.18%",
    ]);
    expect(foundIn("本月重复诉求1058件，占受理量6.75%，比上月7.18%下降0.43个百分点。")).toEqual([]);
  });

  test("不带百分号的同比一栏，多数行是增幅，各行就都是增幅", () => {
    const table = (last: string) =>
      `单位：万件、%\n地区  本季  上年同期  同比\n甲市  98.42  93.11  5.70\n乙市  61.07  58.73  3.98\n丙市  47.35  47.81  -0.96\n丁市  28.74  26.99  ${last}`;
    expect(foundIn(table("6.48"))).toEqual([]);
    expect(foundIn(table("4.68"))).toContain("high change 4.68% 28.74 26.99");
    expect(auditText(table("4.68"))[0]!.arithmetic).toBe("(28.74 − 26.99) ÷ 26.99 = 6.48% ≠ 4.68%");
  });

  test("另一期同名的率写在中间", () => {
    const text = (points: string) =>
      `回访2105件，满意1924件，满意率91.40%；一季度满意率为89.75%，提高${points}个百分点。`;
    expect(foundIn(text("1.56"))).toEqual(["high change 1.56个百分点 91.40% 89.75%"]);
    expect(foundIn(text("1.65"))).toEqual([]);
  });

  test("最高与最低相差，算式里是印出的数之差", () => {
    const text = (points: string) => `得分最高的白云乡为88.3分，最低的县水务局为81.4分，相差${points}分。`;
    const [finding] = auditText(text("5.9"));
    expect(finding).toMatchObject({ kind: "change", severity: "high", values: ["5.9分", "88.3分", "81.4分"] });
    expect(finding!.arithmetic).toBe("88.3分 与 81.4分 相差 6.90 ≠ 5.9分");
    expect(foundIn(text("6.9"))).toEqual([]);
  });

  test("比上一段里的数增加的，不与本段的数相比", () => {
    const text = (more: number) =>
      `接听转入电话8120通，生成工单6610件。\n工单当月办结6505件，其余在办。与9月的6512件相比，工单增加${more}件。`;
    expect(foundIn(text(98))).toEqual([]);
    expect(foundIn(text(89))).not.toEqual([]);
  });

  test("日均不是承办量；顿号后面的满意率也是去年的", () => {
    const daily =
      "一季度承办诉求31486件。\n日均承办349.8件。\n与上年同期相比：上年一季度为29874件，本季增加1612件，同比增长5.40%。";
    expect(foundIn(daily)).toEqual([]);
    expect(foundIn("去年上半年解决率86.2%、满意率92.5%，解决率提高3.1个百分点，满意率回落0.5个百分点。")).toEqual([]);
  });
});
