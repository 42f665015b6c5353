import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("一句之内的一个笔误", () => {
  test.each([
    [
      "率与两数，前两位互换",
      "人工接通率96.98%，即呼入24728通，接起32982通。",
      "人工接通率96.98%，即呼入24728通，接起23982通。",
      "low shareOfBase 96.98% 32982通 24728通",
    ],
    [
      "人均错一位",
      "该网格共38名网格员，处置事项1498项，人均处置69.4项。",
      "该网格共38名网格员，处置事项1498项，人均处置39.4项。",
      "low average 69.4项 1498项 38名",
    ],
    [
      "两部分与全部，两位互换",
      "市级受理2431件，县级受理1278件，全市3079件。",
      "市级受理2431件，县级受理1278件，全市3709件。",
      "medium partsAndWhole 3079件 2431件 1278件",
    ],
  ])("%s", (_, wrong, right, expected) => {
    expect(foundIn(wrong)).toEqual([expected]);
    expect(foundIn(right)).toEqual([]);
  });

  test.each([
    ["三个数碰巧差一位，又不是互换", "乡镇212件、县直99件，答复不规范131件。"],
    ["各有各的基数", "与8月（1152件）相比，9月1215件，联系率95.10%。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
