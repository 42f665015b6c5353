import { describe, expect, it } from "vitest";
import { faultIn, numberIn, type Range } from "./entry.ts";

describe("填的数，与表格里的一格同一个读法", () => {
  it.each([
    ["12345", 12345],
    ["１２３４５", 12345],
    ["12,345", 12345],
    ["１２，３４５", 12345],
    [" 7 ", 7],
    [7, 7],
    ["0", 0],
    ["", null],
    ["　", null],
    [null, null],
  ])("整数“%s”是 %s", (entry, value) => {
    expect(numberIn(entry, { kind: "count" })).toBe(value);
    expect(faultIn(entry, { kind: "count" })).toBeNull();
  });

  const count: Range = { kind: "count" };
  const points: Range = { kind: "points", most: 1000 };
  it.each<[string, Range, string]>([
    ["1.2万", count, "“1.2万”不是整数（不要写“万”、单位或小数）。"],
    ["-5", count, "“-5”不能为负。"],
    ["－5", count, "“－5”不能为负。"],
    ["−5", count, "“−5”不能为负。"],
    ["1.5", count, "“1.5”不是整数（不要写“万”、单位或小数）。"],
    ["1e5", count, "“1e5”不是整数（不要写“万”、单位或小数）。"],
    ["1,23", count, "“1,23”不是整数（不要写“万”、单位或小数）。"],
    ["9999999999", count, "“9999999999”太大，最多 2,147,483,647。"],
    ["9999", { kind: "count", most: 3600 }, "“9999”太大，最多 3,600。"],
    ["0", { kind: "count", least: 1 }, "至少 1。"],
    ["99", points, "“99”太大，最多 10.00。"],
    ["-2", points, "“-2”不能为负。"],
    ["99999999999999", points, "“99999999999999”太大，最多 10.00。"],
    ["10000000", { kind: "points" }, "“10000000”太大，最多 999999.99。"],
    ["3.555", points, "“3.555”不是分数，应为至多两位小数的数。"],
  ])("“%s”不收，说得出为什么", (entry, range, fault) => {
    expect(numberIn(entry, range)).toBeNull();
    expect(faultIn(entry, range)).toBe(fault);
  });

  it("分数收全角的，至多两位小数，存成百分之一分", () => {
    expect(numberIn("３．５", points)).toBe(350);
    expect(numberIn("10", points)).toBe(1000);
    expect(numberIn(3.55, points)).toBe(355);
    expect(numberIn("3.500", points)).toBe(350);
  });
});
