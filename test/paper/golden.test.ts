import { describe, expect, test } from "vitest";
import { reportDocx } from "../../src/report/render/docx.ts";
import { findFonts } from "../../src/report/render/fonts.ts";
import { reportHtml } from "../../src/report/render/html.ts";
import { missingFromReport, missingFromReportNotes } from "../../src/report/render/missing.ts";
import { reportPdf } from "../../src/report/render/pdf.ts";
import { reportXlsx } from "../../src/report/render/xlsx.ts";
import { reportDocument } from "../world/reportDocument.ts";
import { rareCharacters, unknownCharacter } from "../world/strangeText.ts";
import { inFolder, pdfText } from "./tools.ts";
import { zipPart } from "./zipPart.ts";

const fonts = findFonts();
const missing = missingFromReport(reportDocument, fonts).map(({ character }) => character);

/** what each format prints, as text */
const printed: Record<string, () => Promise<string>> = {
  docx: async () => zipPart(await reportDocx(reportDocument, fonts), "word/document.xml"),
  html: async () => reportHtml(reportDocument),
  xlsx: async () => zipPart(await reportXlsx(reportDocument), "xl/sharedStrings.xml"),
  pdf: () => inFolder((folder) => pdfText(reportPdf(reportDocument, fonts), folder)),
};

describe("生僻字样页", () => {
  test("二十个人名用字在 .docx、.html、.xlsx 里原样保留", async () => {
    for (const format of ["docx", "html", "xlsx"]) {
      const text = await printed[format]!();
      for (const character of rareCharacters) expect(text, format).toContain(character);
    }
  });

  test("在 .pdf 里每个字都可选可搜，没有字体的印作码位", async () => {
    const text = await printed.pdf!();
    for (const character of [...rareCharacters, unknownCharacter]) {
      const code = `〔U+${character.codePointAt(0)!.toString(16).toUpperCase()}〕`;
      expect(text).toContain(missing.includes(character) ? code : character);
    }
  });

  test("没有字体的字逐个报出", () => {
    expect(missing).toContain(unknownCharacter);
    expect(missingFromReportNotes(reportDocument, fonts)).toContain(
      `“${unknownCharacter}”（U+323AF）没有可用字体，版面和图片中印作〔U+323AF〕。`,
    );
  });
});
