import { describe, expect, test } from "vitest";
import { textDocument } from "../../../../test/world/audited.ts";
import { readDocument } from "../../read/reading.ts";
import { weighedPooled } from "./pooled.ts";

const told = (text: string): string[] =>
  weighedPooled(readDocument(textDocument(text))).map(({ values }) => values.join(" "));

describe("疑似不合的总体率", () => {
  test.each([
    ["三个月与全季", "话后评价满意率，1月98.71%、2月98.95%、3月98.72%，全季99.08%。", "99.08% 98.71% 98.95% 98.72%"],
    [
      "合起来",
      "区县44120件、市直部门21877件、公用企业9304件。三块的按期率依次是99.05%、99.60%、97.83%，合起来97.66%。",
      "97.66% 99.05% 99.60% 97.83%",
    ],
    ["温度的平均", "东片平均18.9℃，北片平均19.3℃，新区平均20.1℃，三片全部测温户平均20.4℃。", "20.4℃ 18.9℃ 19.3℃ 20.1℃"],
  ])("%s，在各部分之外", (_, text, expected) => {
    expect(told(text)).toContain(expected);
  });

  test.each([
    ["在各部分之间", "话后评价满意率，1月98.71%、2月98.95%、3月98.72%，全季98.80%。"],
    ["几种率", "电话接通率99.58%，按时办结率99.41%，综合满意率97.71%。"],
    ["前面的是总体", "派发件按时办结率99.3%，其中区县平均99.4%、市级单位平均99.1%。"],
    ["扣分的和", "按时办结扣0.80分，群众满意扣3.00分，合计扣3.80分。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
