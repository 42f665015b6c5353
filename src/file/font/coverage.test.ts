import { describe, expect, test } from "vitest";
import { rareCharacters, unknownCharacter } from "../../../test/world/strangeText.ts";
import { findFonts, withSpares } from "../../report/render/fonts.ts";
import { codeOf, missingCharacters, missingNotes, spellOut } from "./coverage.ts";

const fonts = findFonts();

describe("缺字", () => {
  test("没有任何字体的字按码位报出，每字一次", () => {
    const missing = missingCharacters([`甲${unknownCharacter}乙`, unknownCharacter], withSpares(fonts, "body"));
    expect(missing).toEqual([{ character: unknownCharacter, code: "U+323AF" }]);
    expect(missingNotes(missing)[0]).toContain("（U+323AF）没有可用字体");
    expect(spellOut(`彭${unknownCharacter}`, missing)).toBe("彭〔U+323AF〕");
  });

  test("随程序安装的字体认得人名常见的生僻字，不认得的只有 𠮷", () => {
    const bundled = [fonts.faces.title, fonts.faces.hei];
    expect(missingCharacters(rareCharacters, bundled).map(({ character }) => character)).toEqual(["𠮷"]);
  });

  test("空白和异体选择符不算缺字", () => {
    expect(missingCharacters("葛\u{e0100} \u3000\u200d\ufe0f", withSpares(fonts, "body"))).toEqual([]);
  });

  test("码位至少四位", () => {
    expect([codeOf("A"), codeOf("𠮷")]).toEqual(["U+0041", "U+20BB7"]);
  });
});
