import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";

/** 公文字体名: what Word is asked for; never embedded. Han characters go by eastAsia. */
const named = (eastAsia: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
});
export const typeface = {
  title: named("方正小标宋简体"),
  body: named("仿宋_GB2312"),
  kai: named("楷体_GB2312"),
  hei: named("黑体"),
  song: named("宋体"),
};

/** half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 五号 10.5 pt */
export const sizes = { title: 44, appendixTitle: 36, body: 32, page: 28, caption: 24, notes: 21, mark: 18 };

/** 行距 29 磅 exact, indent of two characters */
const lines = { line: 580, lineRule: LineRuleType.EXACT };
const indent = { firstLine: 640, firstLineChars: 200 };
const noIndent = { firstLine: 0, firstLineChars: 0 };
const noteLine = { line: 340, lineRule: LineRuleType.EXACT };
const noteIndent = { left: 640, hanging: 640 };
const loose = { line: 240, lineRule: LineRuleType.AUTO };

const heading = (level: 0 | 1 | 2 | 3, font: (typeof typeface)["hei"], bold = false) => ({
  run: { font, size: sizes.body, bold, color: "000000", italics: false },
  paragraph: { spacing: { ...lines, before: 0, after: 0 }, indent, keepNext: true, outlineLevel: level },
});

const style = (
  id: string,
  name: string,
  run: IParagraphStyleOptions["run"],
  paragraph: IParagraphStyleOptions["paragraph"],
): IParagraphStyleOptions => ({ id, name, basedOn: "Normal", quickFormat: true, run, paragraph });

/** 样式表: real styles, so that an office changes a look in one place and Word's navigation works. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: typeface.body, size: sizes.body, language: { value: "en-US", eastAsia: "zh-CN" } },
      paragraph: { spacing: lines },
    },
    title: {
      run: { font: typeface.title, size: sizes.title, bold: false, color: "000000" },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...lines, line: 700 },
        indent: noIndent,
        keepNext: true,
      },
    },
    heading1: heading(0, typeface.hei),
    heading2: heading(1, typeface.kai),
    heading3: heading(2, typeface.body, true),
    heading4: heading(3, typeface.body),
  },
  paragraphStyles: [
    style("BodyText", "正文段落", {}, { alignment: AlignmentType.BOTH, indent }),
    style("Figure", "图", {}, { alignment: AlignmentType.CENTER, spacing: { ...loose, before: 160 }, keepNext: true }),
    style(
      "Caption",
      "图题",
      { font: typeface.hei, size: sizes.caption },
      { alignment: AlignmentType.CENTER, spacing: { ...loose, before: 80, after: 160 } },
    ),
    style("TableGap", "表前空", {}, { spacing: { line: 160, lineRule: LineRuleType.EXACT }, keepNext: true }),
    style("TableText", "表内文字", {}, { indent: noIndent }),
    style("Notes", "注", { size: sizes.notes }, { spacing: noteLine, indent: noteIndent }),
    style("FirstNote", "注首行", { size: sizes.notes }, { spacing: { ...noteLine, before: 120 }, indent: noteIndent }),
    style("AppendixLabel", "附件标记", { font: typeface.hei }, { keepNext: true, indent: noIndent }),
    style(
      "AppendixTitle",
      "附件标题",
      { font: typeface.title, size: sizes.appendixTitle },
      { alignment: AlignmentType.CENTER, keepNext: true, outlineLevel: 0, spacing: { ...lines, after: 160 } },
    ),
    style("Signature", "落款", {}, { alignment: AlignmentType.RIGHT, indent: { right: 1280 }, keepLines: true }),
    style(
      "Imprint",
      "版记",
      { size: sizes.page },
      { indent: { left: 280, right: 280 }, spacing: { ...loose, before: 60, after: 60 } },
    ),
  ],
};
