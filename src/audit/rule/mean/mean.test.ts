import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("平均", () => {
  const scores = (mean: string) => `单位	总分\n甲镇	90.0\n乙镇	80.0\n丙镇	76.0\n3个单位平均得分${mean}分。`;
  test("文中的平均与表", () => {
    expect(foundIn(scores("84.0"))).toEqual(["medium average 84.0分 82.00"]);
    expect(foundIn(scores("82.0"))).toEqual([]);
  });
  test("几个乡镇共多少，平均每个多少", () => {
    const text = (mean: string) => `五个乡镇（街道）共受理1640件，平均每个乡镇（街道）${mean}件。`;
    expect(foundIn(text("382"))).toEqual(["medium average 382件 1640件"]);
    expect(foundIn(text("328"))).toEqual([]);
  });
  test("表中平均一行", () => {
    const table = (mean: string) =>
      `月份	承办量	小时\n7月	5350	1.62\n8月	5523	1.48\n9月	4819	1.31\n简单平均	5230.7	${mean}`;
    expect(foundIn(table("1.67"))).toEqual(["medium average 1.67 1.47"]);
    expect(foundIn(table("1.47"))).toEqual([]);
  });
});
