import { expect, test } from "vitest";
import { wilson } from "./interval.ts";

const at95 = (numerator: number, denominator: number) => wilson({ numerator, denominator }, 196);

test("威尔逊区间与公开的算例相同（R. G. Newcombe，Statistics in Medicine 17，1998，表一方法三）", () => {
  expect(at95(81, 263)).toEqual({ low: 2553, high: 3662 });
  expect(at95(15, 148)).toEqual({ low: 624, high: 1605 });
  expect(at95(0, 20)).toEqual({ low: 0, high: 1611 });
  expect(at95(1, 29)).toEqual({ low: 61, high: 1718 });
});

test("满意与不满意对调，区间也对调；无人评价没有区间", () => {
  for (const [numerator, denominator] of [
    [0, 1],
    [3, 7],
    [18, 18],
    [9_876, 12_345],
  ] as const) {
    const one = at95(numerator, denominator)!;
    const other = at95(denominator - numerator, denominator)!;
    expect(Math.abs(one.low + other.high - 10_000)).toBeLessThanOrEqual(1);
    expect(one.low).toBeLessThanOrEqual((numerator / denominator) * 10_000 + 1);
  }
  expect(at95(0, 0)).toBeNull();
});

test("两端都是四舍五入：与浮点公式相差不到半个百分之一", () => {
  for (let rated = 1; rated <= 40; rated += 1)
    for (let satisfied = 0; satisfied <= rated; satisfied += 1) {
      const [z, rate] = [1.96, satisfied / rated];
      const middle = (rate + (z * z) / (2 * rated)) / (1 + (z * z) / rated);
      const half = (z * Math.sqrt((rate * (1 - rate)) / rated + (z * z) / (4 * rated * rated))) / (1 + (z * z) / rated);
      const { low, high } = at95(satisfied, rated)!;
      expect(Math.abs(low - (middle - half) * 10_000)).toBeLessThanOrEqual(0.5 + 1e-6);
      expect(Math.abs(high - (middle + half) * 10_000)).toBeLessThanOrEqual(0.5 + 1e-6);
    }
});
