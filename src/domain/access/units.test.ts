import { expect, test } from "vitest";
import { assemble } from "../rule/inForce.ts";
import type { RuleRow } from "../rule/rulebook.ts";
import { unitsUnder } from "./units.ts";

const unit = (key: string, parent?: string, from = "2020-01-01"): RuleRow => ({
  ...{ kind: "unit", key, from, until: null, source: "测试", assumption: true },
  value: { name: key, group: "g", order: 1, shortNames: [], listedWhenIdle: false, parent },
});

test("本单位在前，下级、下级的下级都在；改了上级就跟着走", () => {
  const book = assemble([
    [unit("区"), unit("街道", "区"), unit("社区", "街道"), unit("局"), unit("街道", "局", "2024-01-01")],
  ]);
  expect(unitsUnder(book, "区", "2023-12-31")).toEqual(["区", "街道", "社区"]);
  expect(unitsUnder(book, "区", "2024-01-01")).toEqual(["区"]);
  expect(unitsUnder(book, "局", "2024-01-01")).toEqual(["局", "街道", "社区"]);
  expect(unitsUnder(book, "社区", "2024-01-01")).toEqual(["社区"]);
});

test("表里成了圈也不会绕不出来；表里没有的单位只有它自己", () => {
  const book = assemble([[unit("甲", "乙"), unit("乙", "甲")]]);
  expect(unitsUnder(book, "甲", "2024-01-01")).toEqual(["甲", "乙"]);
  expect(unitsUnder(book, "没有", "2024-01-01")).toEqual(["没有"]);
});
