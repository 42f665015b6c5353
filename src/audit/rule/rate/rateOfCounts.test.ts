import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../../test/world/audited.ts";

test("别处的超期和回访件数，算不出签收率", () => {
  const text = "一、签收。按时签收率99.88%。\n二、办结。到期4150件，按期办结4139件，超期11件。\n三、回访2604件。";
  expect(foundIn(text)).toEqual([]);
});

describe("率与件数", () => {
  test("按时办结率不等于按时件数除以派发件数", () => {
    const [finding] = auditText("派发工单594件，按时办结591件，超期3件，按时办结率99.60%。");
    expect(finding).toMatchObject({ kind: "rateOfCounts", severity: "high", values: ["99.60%", "591件", "594件"] });
    expect(finding!.arithmetic).toBe("591件 ÷ 594件 = 99.49% ≠ 99.60%");
  });

  test("满意率的算法各地不同，合得上任何一种就不算矛盾", () => {
    const counts = "回访100件，满意60件，一般10件，未评价20件，不满意10件，满意率";
    for (const rate of ["75.00%", "87.50%", "90.00%", "60.00%", "85.71%"]) expect(foundIn(counts + rate)).toEqual([]);
    expect(foundIn(`${counts}78.00%。`)).toEqual(["high rateOfCounts 78.00% 60件 10件"]);
  });

  test("直接答复的和办结的合起来才是办结率的分子", () => {
    expect(foundIn("受理7227宗，当场答复5113宗，转办2114宗，办结1898宗，办结率97.01%。")).toEqual([]);
  });

  test("满意的件数自己不是总数；分号以后是别人的率；全角的千分位是数的一部分", () => {
    expect(foundIn("评价688件，满意629件，满意率91.42%；其中紧急件评价206件，满意199件，满意率96.60%。")).toEqual([]);
    expect(foundIn("区直部门满意率88.16%（满意417件，评价473件）；全区派单满意率90.53%。")).toEqual([]);
    expect(foundIn("评价２，０６６件，满意１，８２０件，满意率８８．０９％。")).toEqual([]);
  });

  test("非常满意和满意都是满意", () => {
    const text = (rate: string) => `回访1986件：非常满意1104件、满意728件、一般83件、不满意71件。满意率${rate}。`;
    expect(foundIn(text("92.25%"))).toEqual([]);
    expect(foundIn(text("95.22%"))).toEqual([expect.stringContaining("rateOfCounts 95.22%")]);
  });

  test("签收率、联系率：签收了几件没有印出的，别的数算不出来", () => {
    expect(foundIn("到期3542件，按时办结3417件，按时办结率96.47%；签收及时率99.71%。")).toEqual([]);
    const signed = (rate: string) => `派单3542件，签收3532件，签收率${rate}。`;
    expect(foundIn(signed("99.72%"))).toEqual([]);
    expect(foundIn(signed("97.92%"))).toEqual(["high rateOfCounts 97.92% 3532件 3542件"]);
  });

  test("与率同名的一项，总数是各项之和", () => {
    const text = (rate: string) => `抽查工单120件，优秀41件、合格68件、不合格11件，不合格率为${rate}。`;
    expect(foundIn(text("9.71%"))).toEqual(["high rateOfCounts 9.71% 11件 120件"]);
    expect(foundIn(text("9.17%"))).toEqual([]);
  });
});
