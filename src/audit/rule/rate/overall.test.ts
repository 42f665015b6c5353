import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("总体率在各部分之外", () => {
  const table = "单位	转办	办结	办结率\n东区	400	392	98.00%\n西区	300	291	97.00%\n南县	300	285	95.00%\n";
  test("几个县区合计", () => {
    expect(foundIn(`${table}从办结看，三个县（区）合计办结率为98.60%。`)).toEqual([
      "medium pooledRate 98.60% 95.00% 98.00%",
    ]);
    expect(foundIn(`${table}从办结看，三个县（区）合计办结率为96.80%。`)).toEqual([]);
  });

  test("全市的，表是全的才比", () => {
    expect(foundIn(`本月转办1000件。全市整体办结率98.90%。\n${table}`)).toEqual([
      "medium pooledRate 98.90% 95.00% 98.00%",
    ]);
    expect(foundIn(`本月转办5000件。全市整体办结率98.90%。\n${table}`)).toEqual([]);
  });

  test("件数相加成全部的几部分，率都比全部低", () => {
    const text = (rate: string) =>
      `有效评价2414件，满意率${rate}。其中电话回访1702件，满意率91.83%；短信回访712件，满意率92.42%。`;
    expect(foundIn(text("93.29%"))).toContain("high pooledRate 93.29% 91.83% 92.42%");
    expect(foundIn(text("92.00%"))).toEqual([]);
  });

  test("几部分的增幅都高于全部", () => {
    const text = (rate: string) =>
      `共受理971件，环比增长${rate}。其中，投诉660件，环比增长25.2%；举报311件，环比增长9.97%。`;
    expect(foundIn(text("7.7%"))).toEqual(["medium change 7.7% 25.2% 9.97%"]);
    expect(foundIn(text("19.9%"))).toEqual([]);
  });

  test("末尾说全县", () => {
    expect(foundIn("县直单位平均满意率为94.6%，乡镇为92.3%，全县为95.1%。")).toEqual([
      "medium pooledRate 95.1% 92.3% 94.6%",
    ]);
    expect(foundIn("县直单位平均满意率为94.6%，乡镇为92.3%，全县为93.1%。")).toEqual([]);
  });

  test("分行列出的各县", () => {
    const text = (rate: string) =>
      `县区承办工单14869件，按时办结率${rate}。三个县区情况：\n一是青区，5210件，按时办结率98.29%；\n二是泊区，4388件，按时办结率98.02%；\n三是山县，5271件，按时办结率97.78%。`;
    expect(foundIn(text("97.41%"))).toContain("medium pooledRate 97.41% 97.78% 98.29%");
    expect(foundIn(text("98.03%"))).toEqual([]);
  });

  test("一部分比上期少了全部，不算", () => {
    expect(foundIn("共受理971件，环比增长7.7%。其中，投诉660件，环比下降100%；举报311件，环比增长9.97%。")).toEqual([]);
  });
});
