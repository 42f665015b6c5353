import { expect, test } from "vitest";
import { excerpt, pieces } from "./found.ts";

const hits = (text: string, query: string) =>
  pieces(text, query)
    .filter(({ hit }) => hit)
    .map(({ text: part }) => part);

test("命中照原样标出：不分大小写和全角半角，只有一个字的不标", () => {
  expect(hits("拨打ＡＢＣ热线，再拨 abc。", "Abc")).toEqual(["ＡＢＣ", "abc"]);
  expect(hits("电梯停运，电话不通", "电")).toEqual([]);
  expect(hits("电梯停运，物业不管", "停运 物业")).toEqual(["停运", "物业"]);
  expect(hits("面积 20㎡", "m2")).toEqual(["㎡"]);
  expect(
    pieces("电梯停运了", "停运")
      .map(({ text }) => text)
      .join(""),
  ).toBe("电梯停运了");
});

test("摘要落在第一处命中前后；没有命中就是开头", () => {
  const text = `${"甲".repeat(100)}电梯停运${"乙".repeat(100)}`;
  expect(excerpt(text, "停运", 20)).toMatch(/^…甲+电梯停运乙+…$/u);
  expect(excerpt(text, "没有", 5)).toBe("甲甲甲甲甲…");
  expect(excerpt("不长。", "", 20)).toBe("不长。");
});
