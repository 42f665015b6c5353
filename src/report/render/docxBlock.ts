import { HeadingLevel, ImageRun, Paragraph, type Table, TextRun } from "docx";
import type { Chart } from "../../chart/chart.ts";
import type { Appendix, NumberedBlock } from "../block.ts";
import { wordTable } from "./docxTable.ts";
import { chartScale, noteLines, numbered, textWidth } from "./layout.ts";
import type { ChartPicture } from "./png.ts";
import { spanText } from "./printable.ts";

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
};

/** 积木写成 Word 段落和表格 */
export function wordBlock(
  block: NumberedBlock,
  pictures: Map<Chart, ChartPicture>,
  { orientation, together }: { orientation?: Appendix["orientation"]; together?: boolean } = {},
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: headingLevels[block.level], text: numbered(block, block.text) })];
    case "paragraph":
      return [bodyText(spanText(block.spans), { lead: block.lead, together })];
    case "notes":
      return noteLines(block.items.map(spanText)).map(
        (text, at, { length }) =>
          new Paragraph({
            style: at === 0 ? "FirstNote" : "Notes",
            text,
            keepLines: true,
            // what follows takes the last two along, not the whole of them
            keepNext: together ? at >= length - 2 : at < length - 1,
          }),
      );
    case "chart":
      return [
        new Paragraph({ style: "Figure", children: [picture(pictures.get(block.chart)!, block)] }),
        new Paragraph({ style: "Caption", text: numbered(block, block.caption) }),
      ];
    case "table": {
      const caption = block.caption === null ? block.number : numbered(block, block.caption);
      return [
        ...(orientation ? [] : [new Paragraph({ style: "TableGap" })]), // a table has no space above it by itself
        wordTable(block.table, textWidth(orientation), caption !== undefined),
        ...(caption ? [new Paragraph({ style: "Caption", text: caption })] : []),
      ];
    }
  }
}

/** 正文段落, with its lead in bold; `together` keeps it whole and with what follows */
export const bodyText = (text: string, { lead, together }: { lead?: string; together?: boolean } = {}): Paragraph =>
  new Paragraph({
    style: "BodyText",
    keepNext: together,
    keepLines: together,
    children: [...(lead ? [new TextRun({ text: lead, bold: true })] : []), new TextRun(text)],
  });

function picture(
  { png, width, height }: ChartPicture,
  { chart, caption, number }: Extract<NumberedBlock, { kind: "chart" }>,
): ImageRun {
  const scale = chartScale(width, height);
  return new ImageRun({
    type: "png",
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: number ?? caption, title: caption, description: chart.alt },
  });
}
