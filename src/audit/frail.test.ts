import { describe, expect, test } from "vitest";
import { foundIn } from "../../test/world/audited.ts";

describe("多半是误读的，只留给有空的人看", () => {
  test.each([
    [
      "幅度、方向都不对的变动，多半是别的数的",
      "受理工单1820件，上月251件，环比下降14.2%。",
      ["low change 14.2% 1820件 251件", "low change 1820件 251件"],
    ],
    ["只有幅度不对的，照说", "受理工单1820件，上月1510件，环比上升14.2%。", ["high change 14.2% 1820件 1510件"]],
    ["只有方向不对的，照说", "受理工单1820件，上月1510件，环比下降20.53%。", ["high change 1820件 1510件"]],
    [
      "规则错的时候比对的时候多",
      "人工接通率96.98%，即呼入24728通，接起32982通。",
      ["low shareOfBase 96.98% 32982通 24728通"],
    ],
  ])("%s", (_, text, expected) => {
    expect(foundIn(text)).toEqual(expected);
  });
});
