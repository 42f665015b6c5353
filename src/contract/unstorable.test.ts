import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unstorableAt } from "./unstorable.ts";

describe("存不下的字符", () => {
  test.each([
    ["正文", { text: "甲\u0000乙" }, "/text"],
    ["一串里的一个", { numbers: ["一", "\ud800"] }, "/numbers/1"],
    ["字段的名称", { fields: { "甲\u0000": "乙" } }, "/fields"],
    ["本身就是文字", "\u0000", "/"],
    ["网址里的（服务器另造的对象）", Object.assign(Object.create(Object.create(null)), { q: "\udfff" }), "/q"],
  ])("说得出在哪里：%s", (_, sent, at) => expect(unstorableAt(sent)).toBe(at));

  test.each([
    ["生僻字", { text: "𠮷䶮𬭎" }],
    ["空的", {}],
    ["没有", null],
  ])("不拦：%s", (_, sent) => expect(unstorableAt(sent)).toBeNull());

  test("完整的文字都不拦，不论在多深处", () => {
    const whole = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\u0000"));
    fc.assert(
      fc.property(fc.object({ key: whole, values: [whole, fc.integer()], maxDepth: 4 }), (sent) => {
        expect(unstorableAt(sent)).toBeNull();
      }),
    );
  });
});
