import { describe, expect, test } from "vitest";
import { books, booksFor } from "../../../rulebook/books.ts";
import { ruleFault } from "../../domain/rule/fault.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { ruleValues } from "./rules.ts";

const faultsOf = (rows: RuleRow[], book = assemble([rows])) =>
  rows.flatMap((row) => {
    const value = ruleValues[row.kind].safeParse(row.value);
    const fault = value.success ? ruleFault(row, book)?.sentence : value.error.issues[0]?.message;
    return fault ? [`${row.kind} ${row.key}：${fault}`] : [];
  });

describe("管理员能写的，和发布的规则是同一种东西", () => {
  test.each(["湘潭市", "某市"])("%s 的每一行都过得了检查", (platform) => {
    expect(faultsOf(booksFor(platform).flatMap(({ rows }) => rows))).toEqual([]);
  });

  test("多一项、少一项都不收", () => {
    for (const { value, kind } of books
      .flatMap(({ rows }) => rows)
      .filter(({ kind }) => kind === "unit")
      .slice(0, 3)) {
      expect(ruleValues[kind].safeParse({ ...value, 多: 1 }).success).toBe(false);
      expect(ruleValues[kind].safeParse({}).success).toBe(false);
    }
  });
});
