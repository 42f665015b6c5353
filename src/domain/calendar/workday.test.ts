import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendar as national } from "../../../rulebook/national/calendar.ts";
import { assemble } from "../rule/inForce.ts";
import { addDays, datesBetween } from "./civil.ts";
import { addWorkingDays, deadline, isWorkingDay, workCalendar, workingDaysBetween } from "./workday.ts";

const calendar = workCalendar(assemble([national]));
const ZONE = "Asia/Shanghai";
const day = fc.integer({ min: 0, max: 2900 }).map((days) => addDays("2019-01-01", days));
const amount = fc.integer({ min: 0, max: 30 });

describe("工作日", () => {
  test("2022 年国庆调休：9 月 30 日加两个工作日是 10 月 9 日", () => {
    expect(addWorkingDays(calendar, "2022-09-30", 2)).toEqual({ date: "2022-10-09", provisional: false });
  });

  test.each([
    ["2022-10-08", true],
    ["2022-10-09", true],
    ["2022-10-07", false],
    ["2022-11-12", false],
    ["2023-01-03", true],
    ["2022-12-31", false],
    ["2026-10-10", true],
    ["2020-02-02", false],
  ])("%s 是否工作日：%s", (date, expected) => {
    expect(isWorkingDay(calendar, date)).toBe(expected);
  });

  test("签收于 11 月 10 日，两个工作日的退单期到 11 月 14 日", () => {
    expect(addWorkingDays(calendar, "2022-11-10", 2).date).toBe("2022-11-14");
  });

  test("零个工作日后是当日；负数和小数不接受", () => {
    expect(addWorkingDays(calendar, "2022-10-01", 0).date).toBe("2022-10-01");
    expect(() => addWorkingDays(calendar, "2022-10-01", -1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, "2022-10-01", 1.5)).toThrow(RangeError);
  });

  test("越过已公布的日历就是暂定", () => {
    expect(addWorkingDays(calendar, "2026-12-30", 1).provisional).toBe(false);
    expect(addWorkingDays(calendar, "2026-12-30", 2).provisional).toBe(true);
    expect(addWorkingDays(calendar, "2027-10-01", 1).provisional).toBe(true);
  });

  test("加若干工作日与数工作日互为逆运算", () => {
    fc.assert(
      fc.property(day, amount, (date, days) => {
        const reached = addWorkingDays(calendar, date, days).date;
        return workingDaysBetween(calendar, date, reached) === days && (days === 0 || isWorkingDay(calendar, reached));
      }),
    );
  });

  test("相隔再久，都与一天一天数的相同；晚的在前是零；不是日期的不接受", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const counted = datesBetween(addDays(from, 1), to).filter((date) => isWorkingDay(calendar, date));
        return workingDaysBetween(calendar, from, to) === counted.length;
      }),
    );
    expect(() => workingDaysBetween(calendar, "2022-02-30x", "2022-10-01")).toThrow(RangeError);
  });

  test("分两次加与一次加相同", () => {
    fc.assert(
      fc.property(day, amount, amount, (date, first, second) => {
        const stepwise = addWorkingDays(calendar, addWorkingDays(calendar, date, first).date, second);
        return stepwise.date === addWorkingDays(calendar, date, first + second).date;
      }),
    );
  });
});

describe("期限", () => {
  const from = { instant: Date.parse("2022-11-10T15:30:00+08:00"), date: "2022-11-10" };

  test("工作日的期限到末日 24 时，当日不算", () => {
    const due = deadline(calendar, ZONE, { amount: 2, in: "workingDays" }, from);
    expect(new Date(due.instant).toISOString()).toBe("2022-11-14T16:00:00.000Z");
  });

  test("自然日的期限不避周末", () => {
    const due = deadline(calendar, ZONE, { amount: 2, in: "calendarDays" }, from);
    expect(new Date(due.instant).toISOString()).toBe("2022-11-12T16:00:00.000Z");
  });

  test("小时的期限按钟点", () => {
    const due = deadline(calendar, ZONE, { amount: 24, in: "hours" }, from);
    expect(due.instant - from.instant).toBe(86_400_000);
  });
});
