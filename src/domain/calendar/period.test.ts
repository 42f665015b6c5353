import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./civil.ts";
import {
  holidayFaults,
  keyOn,
  periodFault,
  periodName,
  periodOf,
  previousPeriod,
  readPeriod,
  yearBefore,
} from "./period.ts";

describe("统计时段", () => {
  test.each([
    ["2022-11-08", "day", "2022-11-08", "2022-11-09", "2022-11-07", "2021-11-08", "2022年11月8日"],
    ["2022-W45", "week", "2022-11-07", "2022-11-14", "2022-W44", null, "2022年第45周（11月7日至11月13日）"],
    ["2023-W01", "week", "2023-01-02", "2023-01-09", "2022-W52", null, "2023年第1周（1月2日至1月8日）"],
    ["2020-W53", "week", "2020-12-28", "2021-01-04", "2020-W52", null, "2020年第53周（12月28日至1月3日）"],
    ["2022-11", "month", "2022-11-01", "2022-12-01", "2022-10", "2021-11", "2022年11月"],
    ["2022-12", "month", "2022-12-01", "2023-01-01", "2022-11", "2021-12", "2022年12月"],
    ["2022-Q4", "quarter", "2022-10-01", "2023-01-01", "2022-Q3", "2021-Q4", "2022年第四季度"],
    ["2022-Q1", "quarter", "2022-01-01", "2022-04-01", "2021-Q4", "2021-Q1", "2022年第一季度"],
    ["2022", "year", "2022-01-01", "2023-01-01", "2021", "2021", "2022年"],
    [
      "2022-10-01_2022-10-07",
      "holiday",
      "2022-10-01",
      "2022-10-08",
      "2022-09-24_2022-09-30",
      null,
      "2022年10月1日至10月7日",
    ],
  ])("%s：起止、上一期、上年同期、名称", (key, kind, from, until, before, year, name) => {
    expect(periodOf(key)).toEqual({ kind, from, until });
    expect([previousPeriod(key), yearBefore(key), periodName(key)]).toEqual([before, year, name]);
  });
  test.each([
    "2022-13",
    "2022-W00",
    "2022-W53",
    "2022-Q5",
    "2022-02-30",
    "2022-10-07_2022-10-01",
    "2022-01-01_2022-12-31",
    "22",
    "",
  ])("%s 不是时段", (key) => expect(readPeriod(key)).toBeNull());

  test.each([
    ["2022-10-01_2022-10-07", null],
    ["2022-11", null],
    ["2022-10-07_2022-10-01", "最后一天早于第一天。"],
    ["_2022-10-01", "还没有选第一天。"],
    ["2022-10-01_", "还没有选最后一天。"],
    ["2022-10-01_2022-10-01", "只有一天，请改选日报。"],
    ["2022-10-01_2022-12-02", "一共 63 天，节假日专报最多 62 天。"],
    ["0022-10-01_2022-10-07", "“0022-10-01”不是 1900 年至 2199 年之间的一天。"],
    ["12022-11", "“12022-11”不是统计时段。"],
    ["0022-11", "“0022-11”不是统计时段。"],
    ["zzz", "“zzz”不是统计时段。"],
    ["2022-10-01_2022-10-07_x", "“2022-10-01_2022-10-07_x”不是统计时段。"],
  ])("%s 错在哪里说得出来", (key, fault) => expect(periodFault(key)).toBe(fault));

  test("节假日的两天，错在哪一天就说在哪一天", () => {
    expect(holidayFaults("", "")).toEqual({ first: "还没有选第一天。", last: "还没有选最后一天。" });
    expect(holidayFaults("2022-10-07", "2022-10-01")).toEqual({ first: null, last: "最后一天早于第一天。" });
    expect(holidayFaults("2022-10-01", "2022-10-07")).toEqual({ first: null, last: null });
  });
  test("闰日没有上年同日", () => expect(yearBefore("2024-02-29")).toBeNull());
  test("每一天恰在自己的日、周、月、季、年里；一期接一期，不重不漏", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.constantFrom("day", "week", "month", "quarter", "year"),
        (days, kind) => {
          const day = addDays("1950-01-01", days);
          const { from, until } = periodOf(keyOn(kind as "day", day));
          expect(from <= day && day < until).toBe(true);
          expect(periodOf(previousPeriod(keyOn(kind as "day", day))).until).toBe(from);
        },
      ),
    );
  });
});
