import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("约数", () => {
  test.each([
    ["直接答复率77.31%，超八成诉求一次答复。", "medium wording 超八成 77.31%"],
    ["咨询类占比超过一半（42.73%）。", "medium wording 超过一半 42.73%"],
    [
      "全区受理诉求42716件。物业服务6218件、停车秩序5034件、噪声扰民4127件，三类合计占全部诉求的四成二。",
      "medium shareOfBase 四成二 6218件 5034件 4127件",
    ],
  ])("%s", (text, expected) => {
    expect(foundIn(text)).toEqual([expected]);
  });
  test.each([
    "直接答复率77.31%，近八成诉求一次答复。",
    "咨询类占比超过四成（42.73%）。",
    "全区受理诉求42716件。物业服务6218件、停车秩序5034件、噪声扰民4127件，三类合计占全部诉求的三成六。",
  ])("%s不是矛盾", (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
