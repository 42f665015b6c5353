import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportDocument } from "../../../test/world/reportDocument.ts";
import { hostileText } from "../../../test/world/strangeText.ts";
import { mapText, printable, reportTexts } from "./printable.ts";

describe("可印文本", () => {
  test("去掉控制字符和改变阅读方向的记号，半个字写作〔?〕", () => {
    expect(printable("甲\u0000\u202e乙\ud842丙\n丁")).toBe("甲乙〔?〕丙 丁");
    expect(printable("𠮷")).toBe("𠮷");
  });

  test("任何文本处理后都能写进 XML，再处理一次不变", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const done = printable(text);
        expect(() => encodeURIComponent(done)).not.toThrow(); // no half characters
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids exactly these
        expect(done).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(printable(done)).toBe(done);
      }),
    );
  });

  test("逐字改写只改文字，不动数和结构", () => {
    const upper = mapText({ a: "x", b: [1, null, "y"], c: { d: true } }, (text) => text.toUpperCase());
    expect(upper).toEqual({ a: "X", b: [1, null, "Y"], c: { d: true } });
  });

  test("报告的文字包括表格、图和附件里的", () => {
    const texts = [...reportTexts(reportDocument)];
    for (const part of [hostileText, "小计", "综合得分", "供水供电", "按派发量由多到少排列。", "附件以外的字"])
      expect(texts.includes(part)).toBe(part !== "附件以外的字");
  });
});
