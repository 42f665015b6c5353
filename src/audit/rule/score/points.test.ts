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

  test("总分不是按印出的公式算的", () => {
    const table = (total: string) =>
      `总分=及时签收率×10分+满意率×70分+办理质量得分（满分20分）-扣分。\n单位	及时签收率（%）	满意率（%）	质量分	扣分	总分\n供电公司	100	98.3	19.4	0	98.21\n水务集团	100	97.4	19.2	0	97.38\n公安局	99.0	96.2	19.0	0.5	95.74\n交通局	98.7	94.0	18.2	0	${total}`;
    expect(foundIn(table("93.78"))).toContain("high scorecard 93.78 93.87");
    expect(foundIn(table("93.87"))).toEqual([]);
  });
});
