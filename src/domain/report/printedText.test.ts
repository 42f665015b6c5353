import { describe, expect, test } from "vitest";
import { type PrintedText, textChanges } from "./printedText.ts";

const text = (name: string, words: string, typed: string[] = []): PrintedText => ({
  ...{ name, where: `${name}处`, text: words, typed },
});

describe("两版文字的不同", () => {
  test("一样的没有不同", () => expect(textChanges([text("甲", "一样")], [text("甲", "一样")])).toEqual([]));
  test("改了的、加写的、删去的，各说一次；手写的数字跟着说", () => {
    const before = [text("甲", "来电120通。"), text("乙", "不变。"), text("丙", "删去。")];
    const after = [text("丁", "加写。"), text("甲", "来电九千件。", ["九千件"]), text("乙", "不变。")];
    expect(textChanges(before, after)).toEqual([
      { where: "丁处", before: null, after: { text: "加写。", typed: [] } },
      { where: "甲处", before: { text: "来电120通。", typed: [] }, after: { text: "来电九千件。", typed: ["九千件"] } },
      { where: "丙处", before: { text: "删去。", typed: [] }, after: null },
    ]);
  });
  test("几行的只说不同的那几行", () => {
    const [one] = textChanges([text("表", "8时\t3\n9时\t4\n10时\t5")], [text("表", "8时\t3\n9时\t6\n10时\t5")]);
    expect(one).toMatchObject({ before: { text: "9时\t4" }, after: { text: "9时\t6" } });
  });
  test("只换了次序的，两边整段都说", () => {
    const [one] = textChanges([text("段", "甲说一句。\n乙说一句。")], [text("段", "乙说一句。\n甲说一句。")]);
    expect(one).toMatchObject({
      before: { text: "甲说一句。\n乙说一句。" },
      after: { text: "乙说一句。\n甲说一句。" },
    });
  });
  test("只删去几行的，说删去的", () => {
    const [one] = textChanges([text("段", "甲。\n乙。")], [text("段", "甲。")]);
    expect(one).toMatchObject({ before: { text: "乙。" }, after: { text: "" } });
  });
});
