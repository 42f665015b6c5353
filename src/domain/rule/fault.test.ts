import { describe, expect, test } from "vitest";
import { scorecard } from "../../../rulebook/hunan/scorecard.ts";
import { rulebook } from "../../../test/world/yunling.ts";
import { ruleFault } from "./fault.ts";
import { assemble } from "./inForce.ts";
import type { RuleKind, RuleKinds, RuleRow } from "./rulebook.ts";

const row = <K extends RuleKind>(kind: K, key: string, value: RuleKinds[K], from = "2024-01-01"): RuleRow<K> => ({
  ...{ kind, key, from, until: null, value, source: "测试", assumption: false },
});
const fault = <K extends RuleKind>(of: RuleRow<K>, book = rulebook) => ruleFault(of, book)?.sentence ?? null;
const unit = { name: "新单位", group: "department", order: 9, shortNames: [], listedWhenIdle: false };
const place = { name: "新街", parent: "P1", order: 9, level: "street" as const };

describe("新规则的毛病", () => {
  test("好的规则没有毛病", () => {
    expect(fault(row("unit", "N", { ...unit, parent: "D1" }))).toBeNull();
    expect(fault(row("category", "103", { name: "地铁", parent: "1", order: 3 }))).toBeNull();
    expect(fault(row("directory", "101@P1", { unit: "B", basis: "职能" }))).toBeNull();
    expect(fault(row("place", "P11", place))).toBeNull();
    expect(fault(row("threshold", "enoughRatings", { value: 20, words: "" }))).toBeNull();
  });

  test("单位：上级要有、不成圈，分组要有，名称不重", () => {
    expect(fault(row("unit", "N", { ...unit, parent: "没有" }))).toBe("没有代码为“没有”的上级。");
    expect(fault(row("unit", "N", { ...unit, parent: "N" }))).toMatch(/成了一个圈/);
    const below = assemble([
      [
        ...rulebook.rows.unitGroup!,
        row("unit", "A", { ...unit, name: "甲", parent: "B" }),
        row("unit", "B", { ...unit, name: "乙", parent: "C" }),
        row("unit", "C", { ...unit, name: "丙" }),
      ],
    ]);
    expect(fault(row("unit", "C", { ...unit, name: "丙", parent: "A" }), below)).toMatch(/成了一个圈/);
    expect(fault(row("unit", "N", { ...unit, group: "没有" }))).toMatch(/单位分组/);
    expect(fault(row("unit", "N", { ...unit, name: "市水务局" }))).toBe("“市水务局”已是代码“W”的名称。");
    expect(fault(row("unit", "W", { ...unit, name: "市水务局" }))).toBeNull();
  });

  test("上级在那一天还没有，也不行", () => {
    const later = assemble([[...rulebook.rows.unitGroup!, row("unit", "A", { ...unit, name: "甲" }, "2025-01-01")]]);
    expect(fault(row("unit", "N", { ...unit, parent: "A" }), later)).toMatch(/没有代码/);
    expect(fault(row("unit", "N", { ...unit, parent: "A" }, "2025-01-01"), later)).toBeNull();
  });

  test("分类只有两层，大类不能降成小类，目录只指小类和有的单位、地区", () => {
    expect(fault(row("category", "9", { name: "新", parent: "101", order: 1 }))).toBe("“101”不是诉求大类。");
    expect(fault(row("category", "9", { name: "新", parent: "9", order: 1 }))).toMatch(/不是诉求大类/);
    expect(fault(row("category", "1", { name: "出行", parent: "2", order: 1 }))).toMatch(/下面有小类/);
    expect(fault(row("directory", "1", { unit: "B", basis: "" }))).toMatch(/不是诉求小类/);
    expect(fault(row("directory", "101@没有", { unit: "B", basis: "" }))).toMatch(/地区/);
    expect(fault(row("directory", "101", { unit: "没有", basis: "" }))).toMatch(/承办单位/);
  });

  test("日历：不在那一年、写两次、工作日当调休，都不行", () => {
    const year = (holidays: string[], workdays: string[] = []) =>
      fault(row("calendarYear", "2024", { holidays, workdays }));
    expect(year(["2024-01-01", "2023-12-31"], ["2024-02-04"])).toBeNull();
    expect(year(["2025-10-01"])).toBe("2025年10月1日不在 2024 年。");
    expect(year(["2024-10-01", "2024-10-01"])).toMatch(/写了两次/);
    expect(year(["2024-02-04"], ["2024-02-04"])).toMatch(/既放假又上班/);
    expect(year([], ["2024-02-05"])).toMatch(/不是调休/);
    expect(fault(row("calendarYear", "明年", { holidays: [], workdays: [] }))).toMatch(/年份/);
  });

  test("提前多久催办按小时计：写成工作日的不行，那样会在签收期限前1小时才催", () => {
    const limit = (key: string, unit: string) => row("limit", key, { amount: 1, in: unit, words: "" } as never);
    const book = assemble([[limit("remindAcknowledge", "hours"), limit("acknowledge", "hours")]]);
    const units = ["hours", "workingDays", "calendarDays"];
    expect(units.map((unit) => fault(limit("remindAcknowledge", unit), book))).toEqual([
      null,
      "提前多久催办，按小时计。",
      "提前多久催办，按小时计。",
    ]);
    expect(units.map((unit) => fault(limit("acknowledge", unit), book))).toEqual([null, null, null]);
  });

  test("没人用的键、颠倒的日期、分母没有的评价、过短的日志，都不行", () => {
    expect(fault(row("threshold", "enoughRating", { value: 20, words: "" }))).toMatch(/没有哪一处用到/);
    expect(fault({ ...row("requestType", "咨询", { name: "咨询", order: 1 }), until: "2024-01-01" })).toMatch(
      /失效日期/,
    );
    expect(fault(row("requestType", "咨询", { name: "咨询", order: 1 }, "2024-02-30"))).toBe("日期不对。");
    const words = { words: "", authority: "热线办" };
    expect(
      fault(row("satisfaction", "satisfactionRate", { numerator: ["neutral"], denominator: ["satisfied"], ...words })),
    ).toMatch(/分母没有/);
    const kept = assemble([[row("retention", "accessLog", { months: 6, words: "" })]]);
    expect(fault(row("retention", "accessLog", { months: 5, words: "" }), kept)).toMatch(/至少保存6个月/);
  });

  test("评分表里没有零分的项目；迟接的得分至多是满分", () => {
    const [card] = scorecard;
    const book = assemble([scorecard, [row("threshold", "mysteryLateShare", { value: 50, words: "" })]]);
    expect(fault(row("scorecard", card!.key, card!.value), book)).toBeNull();
    const components = card!.value.components.map(({ items: [first, ...rest], ...part }) => ({
      ...part,
      items: [{ ...first!, points: 0 }, ...rest],
    }));
    expect(fault(row("scorecard", card!.key, { ...card!.value, components }), book)).toMatch(
      /分值是 0，不计分的请去掉这一项。$/,
    );
    const share = (value: number) => fault(row("threshold", "mysteryLateShare", { value, words: "" }), book);
    expect([share(100), share(101)]).toEqual([null, "不能大于 100。"]);
  });
});
