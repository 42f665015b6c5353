import { describe, expect, test } from "vitest";
import { visible } from "./visible.ts";

describe("看得见的字", () => {
  test.each([
    ["零宽空格、软连字符、连接符", "138\u200b1234\u00ad56\u206078", "13812345678"],
    ["控制字符", "138\u00011234\u007f5678", "13812345678"],
    ["改变方向的", "\u202e甲\u2066乙\u2069", "甲乙"],
    ["什么也看不见", "\u200b\u2060\ufeff\u3164", ""],
    ["连着的表情分开", "👩\u200d💻", "👩💻"],
    ["异体字的选择符", "葛\u{e0100}", "葛"],
  ])("去掉：%s", (_, text, told) => expect(visible(text)).toBe(told));
  test.each(["一行\n两行\r\n\t三行", "阿依古丽·买买提", "𠮷䶮𬭎😀", "　１２３ abc"])("不动：%s", (text) =>
    expect(visible(text)).toBe(text),
  );
});
