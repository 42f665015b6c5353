import { expect, test } from "vitest";
import { leafWords } from "./leafWords.ts";

test.each([
  [84.14, "percent", "84.14%"],
  [50, "percent", "50.00%"],
  [37.5, "score", "37.50 分"],
  [85.4, "score", "85.40 分"],
  [-0.43, "points", "−0.43 个百分点"],
  [9.1, "change", "9.10%"],
  [12318, "count", "12,318"],
  [null, "percent", "没有"],
  ["物业管理", "name", "物业管理"],
  [0.1, "constant", "0.1"],
] as const)("变动表里的 %s（%s）写成 %s", (leaf, kind, words) => expect(leafWords(leaf, kind)).toBe(words));
