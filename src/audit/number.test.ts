import { expect, test } from "vitest";
import { agreement, digitCount, exactly, growthOf, middle, printed, show } from "./number.ts";

const number = (text: string) => printed(text, 0, "", text);
const growth = (now: string, before: string) => growthOf(number(now).range, number(before).range);

test.each([
  ["120", "100", "20.00"],
  ["80", "100", "−20.00"],
  ["100", "100", "0.00"],
])("增减幅度：由后一个数到前一个数，降的在零以下（%s，%s）", (now, before, right) => {
  expect(show(middle(growthOf(exactly(number(now).value), exactly(number(before).value))))).toBe(right);
});

test("增减幅度：舍入过的两个数，降幅的范围低的在前，含得下各种可能", () => {
  const { low, high } = growth("31.4", "36.9");
  expect([show(low), show(high)]).toEqual(["−15.20", "−14.61"]);
  expect(agreement(number("14.91"), growth("36.9", "31.4"))).toBe("off");
});

test("几位数：小数也算，逗号和单位不算", () => {
  expect(["1,234件", "99.42%", "0"].map(digitCount)).toEqual([4, 4, 1]);
});
