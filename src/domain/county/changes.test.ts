import { describe, expect, test } from "vitest";
import { accuracyFor, deliveryChanges, type Numbers } from "./changes.ts";
import type { CountyMonthState } from "./county.ts";

const day = (date: string, offered: number) => ({ date, offered, answered: null, accepted: null, firstContact: null });
const first: Numbers = {
  ...{ offered: 400, answered: 390, firstContact: { numerator: 280, denominator: 380 } },
  ...{ onTime: null, followUp: null, satisfaction: { numerator: 70, denominator: 80 } },
  days: [day("2022-09-01", 10), day("2022-09-02", 12)],
};

describe("两次上报之间的变动", () => {
  test("一样的，没有变动", () => expect(deliveryChanges(first, first)).toEqual({ numbers: [], days: [] }));
  test("改了的、补上的、不报了的，一项一行", () => {
    const firstContact = { numerator: 270, denominator: 380 };
    const now = { ...first, answered: null, firstContact, onTime: { numerator: 9, denominator: 10 } };
    expect(deliveryChanges(first, now).numbers).toEqual([
      { name: "接通来电", before: 390, now: null },
      { name: "在线办结", before: 280, now: 270 },
      { name: "按时办结", before: null, now: 9 },
      { name: "应办结", before: null, now: 10 },
    ]);
  });
  test("逐日明细说得出哪几天：改了的、多的、少的、报了两次的", () => {
    const days = [day("2022-09-01", 11), day("2022-09-03", 5), day("2022-09-03", 5)];
    expect(deliveryChanges(first, { ...first, days }).days).toEqual(["2022-09-01", "2022-09-02", "2022-09-03"]);
  });
});

test("评定的得分只给评的那些数：数没有变还作数，合计或者逐日明细变了就不作数", () => {
  const judged = { ...first, accuracy: 3000 } as CountyMonthState;
  expect(accuracyFor(judged, { ...first })).toBe(3000);
  expect(accuracyFor(judged, { ...first, answered: 389 })).toBeNull();
  expect(accuracyFor(judged, { ...first, days: [] })).toBeNull();
  expect(accuracyFor(null, first)).toBeNull();
});
