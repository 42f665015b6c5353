import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import type { Chart } from "../../chart/chart.ts";
import { spellOut } from "../../file/font/coverage.ts";
import type { Appendix, Block, Report } from "../block.ts";
import { bodyText, wordBlock } from "./docxBlock.ts";
import { sizes, styles, typeface } from "./docxStyle.ts";
import { twips } from "./docxTable.ts";
import type { FontReport } from "./fonts.ts";
import { across, appendixLabel, appendixList, demonstrationMark, imprint, page } from "./layout.ts";
import { missingFromReport } from "./missing.ts";
import { type ChartPicture, chartPng } from "./png.ts";
import { mapText, printable, spanText } from "./printable.ts";

/**
 * 报告写成 .docx: the master that an office edits in Word or WPS, laid out by GB/T 9704—2012. Text keeps its rare characters
 * (Word looks for a font itself); in the pictures they are spelt out when no font at hand has them.
 */
export async function reportDocx(original: Report, fonts: FontReport): Promise<Buffer> {
  const report = mapText(original, printable);
  const pictures = await drawCharts(report, fonts);
  const sections = [
    mainSection(report, pictures),
    ...report.appendices.map((_, at) => appendixSection(report, at, pictures)),
  ];
  return Packer.toBuffer(
    new Document({
      title: report.title.join(""),
      creator: report.issuer,
      lastModifiedBy: report.issuer,
      subject: `${report.platform} ${report.month}`,
      description: `数据截点 ${report.frozen.at}，台账位置 ${report.frozen.position}，摘要 ${report.frozen.digest}`,
      evenAndOddHeaderAndFooters: true,
      styles,
      sections,
    }),
  );
}

async function drawCharts(report: Report, fonts: FontReport): Promise<Map<Chart, ChartPicture>> {
  const missing = missingFromReport(report, fonts);
  const blocks: Block[] = [...report.blocks, ...report.appendices.flatMap((appendix) => appendix.blocks)];
  const charts = blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));
  const drawn = charts.map(
    async (chart): Promise<[Chart, ChartPicture]> => [
      chart,
      await chartPng(
        mapText(chart, (text) => spellOut(text, missing)),
        fonts,
      ),
    ],
  );
  return new Map(await Promise.all(drawn));
}

function mainSection(report: Report, pictures: Map<Chart, ChartPicture>): ISectionOptions {
  const preamble = spanText(report.preamble);
  return {
    ...margins(report, "portrait"),
    children: [
      ...report.title.map((text) => new Paragraph({ heading: HeadingLevel.TITLE, text })),
      new Paragraph({}),
      ...(preamble ? [bodyText(preamble)] : []),
      // the signature never stands on a page without text: the last paragraph goes with it
      ...report.blocks.flatMap((block, at) =>
        wordBlock(block, pictures, { together: at === report.blocks.length - 1 }),
      ),
      ...foot(report),
      ...(report.appendices.length === 0 ? imprintLines(report) : []),
    ],
  };
}

/** 附件说明、发文机关署名、成文日期 */
function foot(report: Report): Paragraph[] {
  const list = appendixList(report).map((text, at) =>
    bodyText(at === 0 ? `附件：${text}` : `　　　${text}`, { together: true }),
  );
  return [
    ...(list.length > 0 ? [new Paragraph({ keepNext: true }), ...list] : []),
    new Paragraph({ keepNext: true }),
    new Paragraph({ keepNext: true }),
    new Paragraph({ style: "Signature", keepNext: true, text: report.issuer }),
    new Paragraph({ style: "Signature", text: report.date }),
  ];
}

function appendixSection(report: Report, at: number, pictures: Map<Chart, ChartPicture>): ISectionOptions {
  const { title, orientation, blocks } = report.appendices[at]!;
  // nor does the imprint: what stands last goes with it
  const last = at === report.appendices.length - 1;
  const together = (block: number) => last && block === blocks.length - 1;
  return {
    ...margins(report, orientation),
    children: [
      new Paragraph({ style: "AppendixLabel", text: appendixLabel(report, at) }),
      new Paragraph({ style: "AppendixTitle", text: title }),
      ...blocks.flatMap((block, no) => wordBlock(block, pictures, { orientation, together: together(no) })),
      ...(last ? imprintLines(report) : []),
    ],
  };
}

/** 版记, between two rules */
function imprintLines(report: Report): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 2 };
  const border = { top: rule, between: rule, bottom: rule };
  const lines = imprint(report).map((text) => new Paragraph({ style: "Imprint", text, border, keepLines: true }));
  return lines.length === 0 ? [] : [new Paragraph({ style: "TableGap", keepNext: true }), ...lines];
}

function margins(report: Report, orientation: Appendix["orientation"]): Omit<ISectionOptions, "children"> {
  const sheet = orientation === "landscape" ? across : page;
  const mark = report.demonstration ? new Header({ children: [markLine()] }) : undefined;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: twips(page.width), // the library turns the sheet itself
          height: twips(page.height),
          orientation: orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(sheet.top),
          bottom: twips(sheet.bottom),
          left: twips(sheet.left),
          right: twips(sheet.right),
          header: twips(15),
          footer: twips(sheet.bottom - 12),
        },
      },
    },
    headers: mark && { default: mark, even: mark },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}

const markLine = () =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: demonstrationMark, font: typeface.hei, size: sizes.mark, color: "6D3A7C" })],
  });

/** 页码 — 1 —, right on odd pages, left on even ones */
const pageNumber = (alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: typeface.song, size: sizes.page })],
      }),
    ],
  });
