import { describe, expect, test } from "vitest";
import { foundIn } from "../../../test/world/audited.ts";

describe("走势与逐期", () => {
  test("连续几周", () => {
    const weeks = "第43周1431件、第44周1438件、第45周1412件、第46周1386件";
    expect(foundIn(`近四周来件：${weeks}，已连续三周回落。`)).toEqual(["medium wording 1431件 1438件"]);
    expect(foundIn(`近四周来件：${weeks}，已连续两周回落。`)).toEqual([]);
  });

  test("表中一年的增速不是由上一年来的", () => {
    const years = (rate: string) =>
      `年份	受理量（件）	同比增速\n2020	298114	/\n2021	342870	15.0%\n2022	397455	${rate}\n2023	421690	6.1%\n2024	461253	9.4%`;
    expect(foundIn(years("19.5%"))).toEqual(["high change 19.5% 397455 342870"]);
    expect(foundIn(years("15.9%"))).toEqual([]);
  });

  test("四个季度与逐月的表", () => {
    const months = [31, 29, 34, 33, 36, 38, 43, 44, 38, 36, 35, 40].map((count, at) => `${at + 1}月	${count * 1000}`);
    const table = `各月受理量\n月份	受理量（件）\n${months.join("\n")}\n全年	437000\n`;
    const text = (second: number) => `分季度看，一季度94000件，二季度${second}件，三季度125000件，四季度111000件。`;
    expect(foundIn(table + text(107000))).toEqual([]);
    expect(foundIn(table + text(170000))).toContain("high partsAndWhole 170000件 33000 36000 38000");
  });

  test("指标表各行各说各的变动", () => {
    const table = (change: string) =>
      `指标	一季度	上季度	变化\n受理量（件）	81984	80436	+1.92%\n办结率	96.59%	96.05%	+0.54个百分点\n满意率	95.86%	94.12%	${change}`;
    expect(foundIn(table("+1.85个百分点"))).toEqual(["high change +1.85个百分点 95.86% 94.12%"]);
    expect(foundIn(table("+1.74个百分点"))).toEqual([]);
  });

  test("增长几倍", () => {
    expect(foundIn("防火举报816件，去年同期340件，同比增长2.4倍。")).toEqual(["medium change 2.4倍 816件 340件"]);
    expect(foundIn("防火举报816件，去年同期340件，同比增长1.4倍。")).toEqual([]);
  });
});

describe("平均与得分", () => {
  const scores = (mean: string) => `单位	总分\n甲镇	90.0\n乙镇	80.0\n丙镇	76.0\n3个单位平均得分${mean}分。`;
  test("文中的平均与表", () => {
    expect(foundIn(scores("84.0"))).toEqual(["medium average 84.0分 82.00"]);
    expect(foundIn(scores("82.0"))).toEqual([]);
  });
  test("表中平均一行", () => {
    const table = (mean: string) =>
      `月份	承办量	小时\n7月	5350	1.62\n8月	5523	1.48\n9月	4819	1.31\n简单平均	5230.7	${mean}`;
    expect(foundIn(table("1.67"))).toEqual(["medium average 1.67 1.47"]);
    expect(foundIn(table("1.47"))).toEqual([]);
  });
  test("每件几分", () => {
    expect(foundIn("逾期5件，每件扣0.5分，计3.5分。")).toEqual(["high scorecard 3.5分 2.5分"]);
    expect(foundIn("逾期5件，每件扣0.5分，计2.5分。")).toEqual([]);
  });
  test("目标与完成情况", () => {
    const table = (state: string) =>
      `指标	目标	10月	完成情况\n接听率	≥98%	98.7%	完成\n满意度	≥95%	94.2%	${state}`;
    expect(foundIn(table("完成"))).toEqual(["medium wording 94.2% 95%"]);
    expect(foundIn(table("未完成"))).toEqual([]);
  });
});

describe("约数", () => {
  test.each([
    ["直接答复率77.31%，超八成诉求一次答复。", "medium wording 超八成 77.31%"],
    ["咨询类占比超过一半（42.73%）。", "medium wording 超过一半 42.73%"],
    [
      "全区受理诉求42716件。物业服务6218件、停车秩序5034件、噪声扰民4127件，三类合计占全部诉求的四成二。",
      "medium shareOfBase 四成二 6218件 5034件 4127件",
    ],
  ])("%s", (text, expected) => {
    expect(foundIn(text)).toEqual([expected]);
  });
  test.each([
    "直接答复率77.31%，近八成诉求一次答复。",
    "咨询类占比超过四成（42.73%）。",
    "全区受理诉求42716件。物业服务6218件、停车秩序5034件、噪声扰民4127件，三类合计占全部诉求的三成六。",
  ])("%s不是矛盾", (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

describe("说了两遍、分列的合计", () => {
  test("总数在结尾颠倒了两位", () => {
    const report = (total: string) => `10月，某市热线共受理市民和企业诉求52308件。\n最后小结一下：10月受理${total}件。`;
    expect(foundIn(report("53208"))).toEqual(["medium twoValues 53208件 52308件"]);
    expect(foundIn(report("52308"))).toEqual([]);
  });
  test("各渠道相加不是总数", () => {
    const report = (website: number) =>
      `县热线办共受理群众诉求2594件。\n从受理渠道看：电话2031件，微信140件，网站${website}件，上级平台转来211件，留言板38件。`;
    expect(foundIn(report(194))).toEqual(["medium partsAndWhole 2594件 2031件 140件 194件 211件 38件"]);
    expect(foundIn(report(174))).toEqual([]);
  });
  test("说了三项，列出四项", () => {
    expect(foundIn("将采取以下三项措施：一是倒查；二是取样；三是增加力量；四是提前告知。")).toEqual([
      "medium listLength 3 4",
    ]);
    expect(foundIn("以下5个单位均为100%，予以表扬：\n甲局、乙局、丙镇、丁镇。")).toEqual(["medium listLength 5 4"]);
  });
});
