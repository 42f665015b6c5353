import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("未办结与办结率、基本满意折算几成、季度不是总体", () => {
  test("未办结一件，办结率不是九成九", () => {
    expect(foundIn("反映问题共49件，全部回复，未办结1件，办结率99%。")).toEqual(["medium rateOfCounts 99% 1件 49件"]);
    expect(foundIn("反映问题共49件，全部回复，未办结1件，办结率97.96%。")).toEqual([]);
  });

  test("基本满意按几成算", () => {
    expect(foundIn("满意614件、基本满意34件、不满意22件，满意率94.69%。")).toEqual([]);
    expect(foundIn("满意614件、基本满意34件、不满意22件，满意率93.69%。")).toEqual([
      "high rateOfCounts 93.69% 614件 34件 22件",
    ]);
  });

  test("逐季的比重是一列数，不是部分与总体", () => {
    expect(foundIn("全省第一季度占总投诉量的83.88%，第二季度占比88.06%，第三季度占比91.96%。")).toEqual([]);
  });
});
