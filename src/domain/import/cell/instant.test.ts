import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namesOf } from "../names.ts";
import { isWrong } from "./cell.ts";
import { date, instant, month } from "./instant.ts";

const at = (zone: string) => namesOf({ rows: {} }, zone);
const shanghai = at("Asia/Shanghai");
const iso = (content: string | number | Date, zone = "Asia/Shanghai") => {
  const read = instant.read(content, at(zone));
  return typeof read === "number" ? new Date(read).toISOString() : null;
};

describe("时刻的写法", () => {
  test.each([
    ["2022-11-03 09:05", "2022-11-03T01:05:00.000Z"],
    ["2022-11-03 09:05:07.123", "2022-11-03T01:05:07.123Z"],
    ["2022/11/3 9:05", "2022-11-03T01:05:00.000Z"],
    ["2022.11.3", "2022-11-02T16:00:00.000Z"],
    ["2022年11月3日", "2022-11-02T16:00:00.000Z"],
    ["2022年11月3日 9时5分", "2022-11-03T01:05:00.000Z"],
    ["２０２２－１１－０３ ０９：０５", "2022-11-03T01:05:00.000Z"],
    ["2022-11-03T09:05:00Z", "2022-11-03T09:05:00.000Z"],
    ["2022-11-03T09:05:00+05:30", "2022-11-03T03:35:00.000Z"],
    ["2024-02-29 23:59:59.999", "2024-02-29T15:59:59.999Z"],
  ])("“%s”", (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  test("表格里的日期数和日期格，按平台时区的钟面时间", () => {
    expect(iso(44868.5)).toBe("2022-11-03T04:00:00.000Z");
    expect(iso(new Date("2022-11-03T09:05:00Z"))).toBe("2022-11-03T01:05:00.000Z");
  });

  test.each([
    "2022-02-30",
    "2023-02-29 10:00",
    "2022-11-03 25:61",
    "2022-11-03 9:60",
    "2022-13-01",
    "昨天",
    "20.5",
    "0000-00-00",
  ])("“%s”不是时刻", (text) => {
    expect(isWrong(instant.read(text, shanghai))).toBe(true);
  });

  test("夏令时：跳过的时刻拒绝，重复的取前一个", () => {
    expect(iso("2022-03-13 02:30", "America/New_York")).toBeNull();
    expect(iso("2022-11-06 01:30", "America/New_York")).toBe("2022-11-06T05:30:00.000Z");
    expect(iso("2022-11-06 12:00", "America/New_York")).toBe("2022-11-06T17:00:00.000Z");
  });
});

test("打印的时刻读回来是同一毫秒，在任何时区", () => {
  const zones = fc.constantFrom("Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "UTC");
  const instants = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2035, 0) });
  fc.assert(
    fc.property(zones, instants, (zone, value) => {
      const names = at(zone);
      expect(instant.read(instant.print(value as never, names), names)).toBe(value);
    }),
  );
});

test("日期和月份", () => {
  expect(date.read("2022年11月3日", shanghai)).toBe("2022-11-03");
  expect(isWrong(date.read("2022-02-30", shanghai))).toBe(true);
  expect(month.read("2022年11月", shanghai)).toBe("2022-11");
  expect(isWrong(month.read("2022-13", shanghai))).toBe(true);
});
