import { expect, it } from "vitest";
import type { RuleField } from "./ruleFields.ts";
import { untriedWords } from "./ruleWords.ts";

const fields: RuleField[] = [
  { name: "name", label: "名称", kind: "line" },
  { name: "full", label: "满分", kind: "hundredths", most: 10_000 },
];

it("还不能试算：没有填的说填了才能，填错了的说改对了才能", () => {
  const said = (name: string, full: string, more: string[] = []) => untriedWords(fields, { name, full }, more);
  expect(said("交办", "10")).toBeNull();
  expect(said("", "10", ["自哪天起"])).toBe("填了名称、自哪天起才能试算。");
  expect(said("交办", "")).toBe("填了满分才能试算。");
  expect(said("交办", "-5")).toBe("改对了满分才能试算。");
  expect(said("", "-5")).toBe("填了名称、改对了满分才能试算。");
});
