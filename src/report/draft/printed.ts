/** 印出的文字 of a report, as an edition keeps it beside its figures: what another edition prints otherwise is read from it. */
import type { Measured } from "../../domain/measure/measured.ts";
import type { PrintedText } from "../../domain/report/printedText.ts";
import type { NumberedBlock, Report } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { plain } from "../phrase/say.ts";
import { PREAMBLE } from "../preamble.ts";
import { blockText } from "../render/text.ts";
import { titleOf } from "./checks.ts";
import { filedFigures } from "./figurePaths.ts";
import { isPaperText, type Paper } from "./paper.ts";
import { isText } from "./text.ts";

type Drawn = Exclude<NumberedBlock, { name: string }>;

/** every figure that a table or a chart prints */
const figuresIn = (block: Drawn): Measured[] => {
  if (block.kind === "table")
    return block.table.body
      .flatMap((row) => (row.kind === "group" ? [] : row.cells.flatMap(({ spans }) => spans)))
      .flatMap((span) => (typeof span === "object" && "figure" in span ? [span.figure] : []));
  const rows = block.chart.kind === "panels" ? block.chart.panels.flatMap((panel) => panel.rows) : block.chart.rows;
  return rows.flatMap(({ figure }) => figure ?? []);
};

/**
 * 印出的文字, in the order of the print: title and who it is from and to, every paragraph, heading and remark, and those
 * tables and charts whose numbers the figures file doesn't have; with what somebody typed in them.
 */
export function printedTexts(report: Report, paper: Paper, facts: ReportFacts): PrintedText[] {
  const filed = filedFigures(facts);
  const typed = new Map(paper.blocks.filter(isPaperText).map((text) => [text.name, text.typed.map((one) => one.text)]));
  const said = (name: string, where: string, text: string): PrintedText[] =>
    text === "" ? [] : [{ name, where, text, typed: typed.get(name) ?? [] }];
  const printed = (block: NumberedBlock, at: number, within: string): PrintedText[] => {
    if (isText(block)) {
      const where = block.kind === "heading" ? "标题" : titleOf(block.name.split("/")[0]!, facts);
      return said(block.name, where, blockText(block));
    }
    const isFiled = figuresIn(block).every((figure) => filed.has(figure));
    return isFiled ? [] : said(`${within}/${block.caption ?? at}`, block.caption ?? "表", blockText(block));
  };
  return [
    ...said("title", "标题", report.title.join("\n")),
    ...said(`${PREAMBLE}/text`, "开头", plain(report.preamble)),
    ...report.blocks.flatMap((block, at) => printed(block, at, "body")),
    ...report.appendices.flatMap(({ title, blocks }, no) => [
      ...said(`appendix/${title}`, `附件${no + 1}`, title),
      ...blocks.flatMap((block, at) => printed(block, at, title)),
    ]),
    ...said("issuer", "署名", report.issuer),
    ...said("date", "落款日期", report.date),
    ...said("reportTo", "报", report.reportTo),
    ...said("sendTo", "发", report.sendTo),
  ];
}
