import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("没有百分号的率、表头与合计行", () => {
  test("比重一栏没有百分号，一格颠倒了两位", () => {
    const table = (share: string) =>
      `类别  本期  比重  上期  同比\n质量  11482  23.81  10915  5.19\n售后  13207  ${share}  11236  17.54\n合同  10364  21.49  8127  27.53\n价格  2671  5.54  2504  6.67\n其他  10492  21.76  9091  15.41\n合计  48216  100  41873  15.15`;
    expect(foundIn(table("27.93"))).toContain("medium tableRow 27.93% 27.39%");
    expect(foundIn(table("27.39"))).toEqual([]);
  });

  test("带正负号的增减，符号反了", () => {
    const table = (change: string) =>
      `行业  今年  去年  增减  查实\n危化品  548  497  +51  312\n工矿  702  655  +47  418\n消防  1136  762  +374  804\n建筑施工  467  481  ${change}  226\n燃气  389  308  +81  251\n烟花  204  231  -27  147`;
    expect(foundIn(table("+14"))).toContain("high tableRow 467 495");
    expect(foundIn(table("-14"))).toEqual([]);
  });

  test("各月之后的“上半年”是合计行，它的率不会高于各月", () => {
    const table = (rate: string) =>
      `月份  受理量  满意率\n1月  11842  93.1%\n2月  9357  92.4%\n3月  12606  93.8%\n4月  12118  94.2%\n5月  13274  94.6%\n6月  14095  94.8%\n上半年  73292  ${rate}`;
    expect(foundIn(table("95.1%"))).toContain("high pooledRate 95.1% 92.4% 94.8%");
    expect(foundIn(table("93.9%"))).toEqual([]);
  });

  test("一格一行的表，两层表头读不准，占比不当作超过百分之百", () => {
    const cells =
      "类别 2019年 2020年 变化(%) 数量 占比 数量 占比 咨询 6802 54.7% 25088 59.9% 269% 投诉 4426 35.6% 11468 27.4% 159% 举报 1189 9.7% 5329 12.7% 348%";
    expect(foundIn(cells.replaceAll(" ", "\n"))).toEqual([]);
  });
});
