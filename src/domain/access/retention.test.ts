import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesOf } from "../order/rules.ts";
import { assemble } from "../rule/inForce.ts";
import type { RuleRow } from "../rule/rulebook.ts";
import { expiredBefore, monthsBefore } from "./retention.ts";

const kept = (months: number, from: string): RuleRow => ({
  ...{ kind: "retention", key: "contact", from, until: null, value: { months, words: "" } },
  ...{ source: "测试", assumption: true },
});

describe("保存期限", () => {
  test.each([
    ["2024-03-31", 1, "2024-02-29"],
    ["2023-03-31", 1, "2023-02-28"],
    ["2024-02-29", 12, "2023-02-28"],
    ["2024-01-15", 1, "2023-12-15"],
    ["2026-11-24", 36, "2023-11-24"],
  ])("%s 的 %i 个月前是 %s", (date, months, before) => expect(monthsBefore(date, months)).toBe(before));

  test("月份总差那么多，日子不会晚", () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 600 }),
        (day, months) => {
          const date = day.toISOString().slice(0, 10);
          const [then, now] = [monthsBefore(date, months), date].map((one) => one.split("-").map(Number));
          expect((now![0]! - then![0]!) * 12 + now![1]! - then![1]!).toBe(months);
          expect(then![2]).toBeLessThanOrEqual(now![2]!);
        },
      ),
    ));

  test("从当地那一天的零点算起；按今天的规定；没有规定就不删", () => {
    const now = Date.parse("2026-11-23T16:30:00Z"); // 当地已是 24 日
    const rules = rulesOf(assemble([[kept(36, "2000-01-01"), kept(12, "2026-11-25")]]), "Asia/Shanghai");
    expect(expiredBefore(rules, "contact", now)).toBe(Date.parse("2023-11-24T00:00:00+08:00"));
    expect(expiredBefore(rules, "contact", now + 86_400_000)).toBe(Date.parse("2025-11-25T00:00:00+08:00"));
    expect(expiredBefore(rules, "text", now)).toBeNull();
  });
});
