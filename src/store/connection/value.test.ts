import fc from "fast-check";
import { expect, test } from "vitest";
import { timestamp } from "./value.ts";

const DAY = 86_400_000;
/** what a Date can hold */
const FURTHEST = 8.64e15;

test("时刻的写法与 Date 的写法一字不差，从最早到最晚，不足一毫秒的舍去", () => {
  const instants = fc.oneof(
    fc.integer({ min: -FURTHEST, max: FURTHEST }),
    fc
      .integer({ min: -800_000, max: 800_000 })
      .chain((day) => fc.constantFrom(day * DAY - 1, day * DAY, day * DAY + 1)),
    fc.double({ min: -1e13, max: 1e13, noNaN: true }),
  );
  fc.assert(
    fc.property(instants, (at) => timestamp(at) === new Date(at).toISOString()),
    { numRuns: 2000 },
  );
});

test("不是时刻的数，写不出来", () => {
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, FURTHEST + DAY])
    expect(() => timestamp(at)).toThrow(RangeError);
});
