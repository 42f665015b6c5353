import { describe, expect, test } from "vitest";
import { foundIn, toldIn } from "../../../../test/world/audited.ts";

const text = (whole: string, last: string) =>
  `当月接回患者${whole}人次。\n接回患者的病因分类：\n病因 | 人次\n心血管疾病 | 482\n交通事故 | 351\n呼吸系统疾病 | 273\n急性中毒 | 95\n${last} | 199`;

describe("分类的表与文中的总数", () => {
  test("连同其他，加起来不是文中的数", () => {
    expect(foundIn(text("1420", "其他"))).toContain("medium partsAndWhole 1420人次 1400");
  });

  test.each([
    ["加得起来", text("1400", "其他")],
    ["没有“其他”，别的没有列", text("1420", "烧伤")],
    ["差得太多，是另一个数", text("2100", "其他")],
  ])("%s，不是矛盾", (_, right) => {
    expect(toldIn(right)).toEqual([]);
  });
});
