import { describe, expect, test } from "vitest";
import { foundIn, toldIn } from "../../../../test/world/audited.ts";

const text = (first: string) =>
  `全季救治的5120名患者中，创伤1843人，占${first}；心血管疾病614人，占12.0%；呼吸系统疾病461人，占9.0%；中毒256人，占5.0%。`;

describe("人数的占比", () => {
  test("别的都是这个数的，一项不是", () => {
    expect(foundIn(text("28.5%"))).toContain("medium shareOfBase 28.5% 1843人 5120名");
  });

  test.each([
    ["都是这个数的", text("36.0%")],
    ["底数没有印的", text("28.5%").replace("5120", "6200")],
    ["末位舍去的", text("35.9%")],
  ])("%s，不是矛盾", (_, right) => {
    expect(toldIn(right)).toEqual([]);
  });
});
