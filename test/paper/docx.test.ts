import { describe, expect, test } from "vitest";
import { reportDocx } from "../../src/report/render/docx.ts";
import { findFonts } from "../../src/report/render/fonts.ts";
import { mapText, printable } from "../../src/report/render/printable.ts";
import { reportDocument } from "../world/reportDocument.ts";
import { rareCharacters } from "../world/strangeText.ts";
import { inFolder, officePdf, outOfOrder, pdfText } from "./tools.ts";
import { wordsInOrder } from "./words.ts";
import { zipPart } from "./zipPart.ts";

const fonts = findFonts();
const docx = await reportDocx(reportDocument, fonts);
const body = zipPart(docx, "word/document.xml");
const count = (text: string, part: string) => text.split(part).length - 1;

describe("报告的 .docx", () => {
  test("LibreOffice 打开后文字齐全，次序相同", () =>
    inFolder((folder) => {
      const text = pdfText(officePdf(docx, "docx", fonts, folder), folder);
      const words = wordsInOrder(mapText(reportDocument, printable));
      const isPlain = (piece: string) => !/[\u{10000}-\u{10ffff}]/u.test(piece); // borrowed fonts sit on lines of their own
      expect(outOfOrder(text, words.filter(isPlain))).toEqual([]);
      for (const character of rareCharacters) expect(text).toContain(character);
    }));

  test("真正的标题样式和级别，导航窗格可用", () => {
    for (const level of [1, 2, 3, 4]) {
      expect(body).toContain(`<w:pStyle w:val="Heading${level}"/>`);
      expect(zipPart(docx, "word/styles.xml")).toMatch(
        new RegExp(`w:styleId="Heading${level}".*?<w:outlineLvl w:val="${level - 1}"/>`, "s"),
      );
    }
  });

  test("公文版心、字体和行距", () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    const styles = zipPart(docx, "word/styles.xml");
    for (const name of ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"])
      expect(styles).toContain(`w:eastAsia="${name}"`);
    expect(styles).toContain('w:line="580"');
    expect(styles).toContain('w:lineRule="exact"');
  });

  test("版记不单独成页：它前面的注跟着它走", () => {
    const before = body.slice(0, body.indexOf('<w:pStyle w:val="Imprint"/>')).split("<w:p>");
    const [lastNote, gap] = before.slice(-3);
    expect(gap).toMatch(/<w:pStyle w:val="TableGap"\/><w:keepNext\/>/);
    expect(lastNote).toMatch(/<w:pStyle w:val="(First)?Notes?"\/><w:keepNext\/>/);
  });

  test("每行表头都重复，行不跨页，合并的格子是真合并，横表在横放的节里", () => {
    const headRows = reportDocument.appendices
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "table" ? block.table.head : []));
    expect(count(body, "<w:tblHeader/>")).toBe(headRows.length + 2);
    expect(count(body, "<w:cantSplit/>")).toBe(count(body, "<w:tr>"));
    expect(body).toContain('<w:gridSpan w:val="18"/>');
    expect(body).toContain('<w:vMerge w:val="restart"/>');
    expect(count(body, 'w:orient="landscape"')).toBe(2);
  });

  test("每张图有替代文字和图题", () => {
    const charts = reportDocument.blocks.filter((block) => block.kind === "chart");
    for (const block of charts) {
      expect(body).toContain(`descr="${block.chart.alt}"`);
      expect(body).toContain(`${block.number}　${block.caption}`);
    }
    expect(count(body, "<pic:pic ")).toBe(charts.length);
  });

  test("页码奇数在右、偶数在左；演示标记在每节的页眉", () => {
    expect(zipPart(docx, "word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    expect(zipPart(docx, "word/header1.xml")).toContain("演示");
    expect(zipPart(docx, "word/footer1.xml")).toMatch(/w:val="right".*PAGE/s);
    expect(zipPart(docx, "word/footer2.xml")).toMatch(/w:val="left".*PAGE/s);
    expect(count(body, "<w:footerReference")).toBe(2 * 3);
  });

  test("恶意文本只是文字；生僻字原样保留", () => {
    expect(body).toContain("&lt;w:t&gt;&amp;amp;");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids exactly these
    expect(body).not.toMatch(/[\u0000-\u0008\u202e]/);
    for (const character of rareCharacters) expect(body).toContain(character);
  });
});
