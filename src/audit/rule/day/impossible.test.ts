import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("不可能的数", () => {
  test("没有的日子、没有的月份、不对的星期", () => {
    expect(foundIn("截至11月31日。")).toEqual(["high impossible 11月31日 30日"]);
    expect(foundIn("2023年2月29日召开会议。")).toEqual(["high impossible 2023年2月29日 28日"]);
    expect(foundIn("2023年13月运行情况。")).toEqual(["high impossible 2023年13月 1—12月"]);
    expect(foundIn("2023年5月15日（星期二）接听。")).toEqual(["high impossible 2023年5月15日（星期二） 星期一"]);
    expect(foundIn("2024年2月29日（星期四）接听，共2个月。")).toEqual([]);
  });

  test("占比和满意率不会超过百分之百，增长可以", () => {
    expect(foundIn("回访满意率102.30%。")).toEqual(["high impossible 102.30% 100%"]);
    expect(foundIn("来电30通，环比下降120%。")).toEqual(["high impossible 120% 100%"]);
    expect(foundIn("来电300通，环比增长120%。")).toEqual([]);
  });

  test("全文说的是平年，没有2月29日", () => {
    const text = (year: number) => `${year}年2月热线月报\n2月29日，市民反映水表异常，当日上门校验。`;
    expect(foundIn(text(2025))).toEqual(["high impossible 2月29日 28日"]);
    expect(foundIn(text(2024))).toEqual([]);
  });
});
