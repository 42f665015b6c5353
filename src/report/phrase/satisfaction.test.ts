import { describe, expect, test } from "vitest";
import type { Measured } from "../../domain/measure/measured.ts";
import type { Rating, Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import { enoughRatings, formulaChanges, groundRules, satisfaction } from "./satisfaction.ts";
import { plain } from "./say.ts";

const percent = (value: number | null, rest: Partial<Measured> = {}): Measured => ({
  measure: "followUp.satisfactionRate",
  kind: "percent",
  value,
  month: "2023-05",
  cohort: "",
  ...rest,
});

const version = (from: string, until: string | null, words: string, assumption = false): RuleRow<"satisfaction"> => ({
  kind: "satisfaction",
  key: "satisfactionRate",
  from,
  until,
  value: { numerator: ["satisfied"] as Rating[], denominator: [], words, authority: "市热线办通知" },
  source: "热线办〔2023〕2号",
  assumption,
});
const book: Rulebook = {
  rows: {
    satisfaction: [version("2000-01-01", "2023-04-15", "旧式", true), version("2023-04-15", null, "新式")],
    threshold: [
      {
        kind: "threshold",
        key: "enoughRatings",
        from: "2000-01-01",
        until: null,
        value: { value: 10, words: "" },
        source: "",
        assumption: true,
      },
    ],
  },
};

describe("满意率", () => {
  test("旁边总有参评率", () =>
    expect(plain(satisfaction("回访满意率", percent(4423), percent(2552, { numerator: 2288 }), 10))).toBe(
      "回访满意率44.23%（参评率25.52%）",
    ));
  test("评价不足门槛的说样本不足，恰到门槛的不说", () => {
    const told = (numerator: number) => plain(satisfaction("满意率", percent(5000), percent(100, { numerator }), 10));
    expect(told(9)).toBe("满意率50.00%（参评率1.00%，样本不足，仅供参考）");
    expect(told(10)).not.toContain("样本不足");
  });
  test("没有人评价就说明算不出", () =>
    expect(plain(satisfaction("满意率", percent(null, { reason: "本月无人评价" }), percent(0), 10))).toBe(
      "满意率无法计算（本月无人评价）",
    ));
  test("门槛取自规则，没有规则就没有门槛", () =>
    expect([enoughRatings(book, "2023-05"), enoughRatings({ rows: {} }, "2023-05")]).toEqual([10, null]));
});

describe("口径变更", () => {
  const told = (month: string) => formulaChanges(book, month).map(plain);
  test("变更当月起、当年之内说明依据、日期和此前口径", () => {
    const sentence =
      "依据市热线办通知，自2023年4月15日起，满意率按“新式”计算；此前按“旧式”计算（该口径未见公布，为假定）。";
    expect(told("2023-04")).toEqual([sentence]);
    expect(told("2023-12")).toEqual([sentence]);
  });
  test("变更之前和次年不再说明", () => expect([told("2023-03"), told("2024-01")]).toEqual([[], []]));
  test("当月一日有效的口径写入注，起始日无人说明的不写日期", () => {
    expect(plain(groundRules(book, "2023-05").at(-1)!)).toBe(
      "回访满意率＝新式，2023年4月15日起施行，依据：热线办〔2023〕2号",
    );
    expect(plain(groundRules(book, "2023-04").at(-1)!)).toBe("回访满意率＝旧式（假定口径），依据：热线办〔2023〕2号");
  });
  test("没有满意率规则时只说统计时点", () => expect(groundRules({ rows: {} }, "2023-05")).toHaveLength(2));
});
