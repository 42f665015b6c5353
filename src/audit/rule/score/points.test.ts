import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("每件几分、目标与完成", () => {
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
