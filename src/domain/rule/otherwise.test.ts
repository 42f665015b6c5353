import { describe, expect, test } from "vitest";
import { inForce } from "./inForce.ts";
import { formulaChanges, underFormulasOf } from "./otherwise.ts";
import type { Rulebook, RuleRow } from "./rulebook.ts";

const row = (from: string, words: string, until: string | null = null): RuleRow<"satisfaction"> => ({
  ...{ kind: "satisfaction", key: "satisfactionRate", from, until, source: "测试", assumption: false },
  value: { numerator: ["satisfied"], denominator: ["satisfied", "dissatisfied"], words, authority: "测试" },
});
const name = (from: string): RuleRow<"county"> => ({
  ...{ kind: "county", key: "甲县", from, until: null, source: "测试", assumption: false },
  value: { name: "甲县", order: 1 },
});
const book: Rulebook = {
  rows: { satisfaction: [row("2022-01-01", "旧口径"), row("2022-11-01", "新口径")], county: [name("2022-06-01")] },
};
const wordsOn = (of: Rulebook, day: string) =>
  inForce(of, "satisfaction", "satisfactionRate", day)?.value.words ?? null;

describe("另一种算法", () => {
  test("哪一天都按那一天的口径算，别的规则不动，原来的规则库也不动", () => {
    const old = underFormulasOf(book, "2022-10-31");
    expect([wordsOn(old, "2022-11-15"), wordsOn(old, "2021-01-01")]).toEqual(["旧口径", "旧口径"]);
    expect(inForce(old, "county", "甲县", "2022-05-31")).toBeNull();
    expect(wordsOn(book, "2022-11-15")).toBe("新口径");
  });

  test("那一天还没有的口径，哪一天都没有", () => {
    expect(wordsOn(underFormulasOf(book, "2021-12-31"), "2022-11-15")).toBeNull();
  });

  test("说得出两个日子的口径有什么不同", () => {
    const change = { kindName: "满意率口径", key: "satisfactionRate" };
    expect(formulaChanges(book, ["2022-11-01", "2022-10-31"])).toEqual([
      { ...change, before: "新口径", after: "旧口径" },
    ]);
    expect(formulaChanges(book, ["2022-10-01", "2021-01-01"])).toEqual([{ ...change, before: "旧口径", after: null }]);
    expect(formulaChanges(book, ["2022-10-01", "2022-10-31"])).toEqual([]);
  });

  test("登录、督办一类的门槛不是算法：不列，也不换", () => {
    const threshold = (key: string, words: string): RuleRow<"threshold"> => ({
      ...{ kind: "threshold", key, from: "2022-01-01", until: null, source: "测试", assumption: false },
      value: { value: 5, words },
    });
    const rows = [threshold("enoughRatings", "参评满5件"), threshold("signInAttempts", "口令连续输错5次锁定")];
    const together = { rows: { ...book.rows, threshold: rows } };
    const changes = formulaChanges(together, ["2022-11-01", "1900-01-01"]);
    expect(changes.map(({ kindName, before, after }) => [kindName, before, after])).toEqual([
      ["满意率口径", "新口径", null],
      ["门槛", "参评满5件", null],
    ]);
    const old = underFormulasOf(together, "1900-01-01");
    expect(inForce(old, "threshold", "signInAttempts", "2022-11-15")).toBe(rows[1]);
    expect(inForce(old, "threshold", "enoughRatings", "2022-11-15")).toBeNull();
  });
});
