import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, datesBetween, daysBetween, isCivilDate, weekday } from "./civil.ts";
import { addMonths, daysIn, isMonth, lastDay, monthBounds, previousMonth } from "./month.ts";
import { civilDateOf, endOfDay, localTime, startOfDay } from "./zone.ts";

const iso = (instant: number) => new Date(instant).toISOString();

describe("日期", () => {
  test.each(["2022-02-30", "2022-2-3", "2023-02-29", "20221101", "", "2022-13-01"])("不是日期：%s", (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });

  test("闰日、跨年、星期", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2023-01-01", -1)).toBe("2022-12-31");
    expect(daysBetween("2022-11-01", "2022-12-01")).toBe(30);
    expect([weekday("2022-11-14"), weekday("2022-11-13")]).toEqual([1, 7]);
    expect(datesBetween("2022-12-31", "2023-01-02")).toEqual(["2022-12-31", "2023-01-01", "2023-01-02"]);
    expect(datesBetween("2023-01-02", "2022-12-31")).toEqual([]);
  });
});

describe("月份", () => {
  test("上月、月末、天数", () => {
    expect(previousMonth("2022-01")).toBe("2021-12");
    expect(addMonths("2022-11", 2)).toBe("2023-01");
    expect(lastDay("2024-02")).toBe("2024-02-29");
    expect(daysIn("2022-11")).toBe(30);
    expect([isMonth("2022-13"), isMonth("2022-1"), isMonth("2022-12")]).toEqual([false, false, true]);
  });

  test("北京时间的月界，不论机器在哪个时区", () => {
    const { from, until } = monthBounds("2022-11", "Asia/Shanghai");
    expect([iso(from), iso(until)]).toEqual(["2022-10-31T16:00:00.000Z", "2022-11-30T16:00:00.000Z"]);
  });

  test("夏令时的月界：纽约 11 月多一小时", () => {
    const { from, until } = monthBounds("2022-11", "America/New_York");
    expect([iso(from), iso(until)]).toEqual(["2022-11-01T04:00:00.000Z", "2022-12-01T05:00:00.000Z"]);
  });
});

describe("时区", () => {
  test("11 月 30 日最后一毫秒与 12 月 1 日零时分属两天", () => {
    const midnight = Date.parse("2022-12-01T00:00:00+08:00");
    expect(civilDateOf(midnight - 1, "Asia/Shanghai")).toBe("2022-11-30");
    expect(civilDateOf(midnight, "Asia/Shanghai")).toBe("2022-12-01");
    expect(localTime(midnight - 1, "Asia/Shanghai")).toBe("2022-11-30 23:59");
    expect(endOfDay("2022-11-30", "Asia/Shanghai")).toBe(midnight);
  });

  test("零时被夏令时跳过的日子从 1 时开始", () => {
    expect(iso(startOfDay("2018-11-04", "America/Sao_Paulo"))).toBe("2018-11-04T03:00:00.000Z");
  });

  test("没有的时区不接受", () => {
    expect(() => civilDateOf(0, "Mars/Olympus")).toThrow(RangeError);
  });

  test("一日之始是该日第一毫秒", () => {
    const zone = fc.constantFrom("Asia/Shanghai", "America/New_York", "Europe/London", "Asia/Kolkata", "UTC");
    const date = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays("1995-01-01", days));
    fc.assert(
      fc.property(date, zone, (at, where) => {
        const first = startOfDay(at, where);
        return civilDateOf(first, where) === at && civilDateOf(first - 1, where) === addDays(at, -1);
      }),
    );
  });
});
