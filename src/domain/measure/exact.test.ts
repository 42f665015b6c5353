import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  average,
  fraction,
  inHundredths,
  meanOfHundredths,
  percent,
  pointsBetween,
  printHundredths,
  relativeChange,
  toDecimals,
  toInteger,
} from "./exact.ts";

const count = fc.integer({ min: 0, max: 5_000_000 });
const positive = fc.integer({ min: 1, max: 5_000_000 });

describe("百分比", () => {
  test.each([
    [44.23, 1012, 2288],
    [1.01, 201, 20000],
    [81.95, 40713, 49680],
    [100, 7, 7],
    [0, 0, 7],
    [66.67, 2, 3],
  ])("%s：%i ÷ %i", (printed, numerator, denominator) => {
    expect(percent(numerator, denominator)).toBe(Math.round(printed * 100));
  });

  test("1.005% 印作 1.01：半数进一，精确计算", () => {
    expect(printHundredths(percent(1005, 100000) ?? 0)).toBe("1.01");
  });

  test("分母为零没有数值", () => {
    expect(percent(0, 0)).toBeNull();
    expect(pointsBetween({ numerator: 1, denominator: 2 }, { numerator: 0, denominator: 0 })).toBeNull();
    expect(relativeChange(5, 0)).toBeNull();
    expect(average(5, 0)).toBeNull();
  });

  test("舍入后与真值相差不到半个百分之一，恰好一半时向上", () => {
    fc.assert(
      fc.property(count, positive, (numerator, denominator) => {
        const twice = 2n * BigInt(percent(numerator, denominator) ?? -1);
        const [low, exact, high] = [twice - 1n, 20000n * BigInt(numerator), twice + 1n];
        return low * BigInt(denominator) <= exact && exact < high * BigInt(denominator);
      }),
    );
  });
});

describe("环比", () => {
  test.each([
    [-1920, 808, 1000],
    [2708, 12708, 10000],
    [-50, 199, 200],
    [-1, 19999, 20000],
  ])("相对变化 %i：负数的半数也离零舍入", (expected, now, earlier) => {
    expect(relativeChange(now, earlier)).toBe(expected);
  });

  test("个百分点是精确的率相减后只舍入一次", () => {
    const [now, earlier] = [
      { numerator: 2, denominator: 3 },
      { numerator: 1, denominator: 3 },
    ];
    expect(pointsBetween(now, earlier)).toBe(3333);
  });

  test("两端对调，结果变号", () => {
    fc.assert(
      fc.property(count, positive, count, positive, (a, b, c, d) => {
        const [now, earlier] = [
          { numerator: a, denominator: b },
          { numerator: c, denominator: d },
        ];
        return pointsBetween(now, earlier) === 0 - (pointsBetween(earlier, now) ?? Number.NaN);
      }),
    );
  });
});

describe("分数", () => {
  test("取整离零舍入", () => {
    expect([5, -5, 4, -4, 6].map((half) => toInteger(fraction(half, 2)))).toEqual([3, -3, 2, -2, 3]);
  });

  test("负分母化为正，零分母与非整数不接受", () => {
    expect(fraction(1, -2)).toEqual({ n: -1n, d: 2n });
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
  });

  test("不指定位数就不舍入", () => {
    expect(toDecimals(fraction(1, 3), null)).toEqual(fraction(1, 3));
    expect(inHundredths(toDecimals(fraction(2, 3), 1))).toBe(70);
  });

  test("平均分：四张单", () => {
    const points = meanOfHundredths([3500, 3600, 3700, 3850]);
    expect(points && inHundredths(points)).toBe(3663);
    expect(meanOfHundredths([])).toBeNull();
  });
});

test("印百分之一：正负、不足一", () => {
  expect([8911, 10000, -5, 0, -1920].map(printHundredths)).toEqual(["89.11", "100.00", "-0.05", "0.00", "-19.20"]);
});
