import type { Block, Cell, NumberedBlock, Report, Table } from "../block.ts";
import { plain } from "../phrase/say.ts";

/** 报告的纯文字: for reading in a terminal, searching and comparing; tables as lines of cells separated by tabs. */
export function reportText(report: Report): string {
  const appendices = report.appendices.flatMap(({ title, blocks }, at) => [
    `附件${at + 1}　${title}`,
    ...blocks.map((block) => blockText(block)),
  ]);
  const lines = [
    ...(report.demonstration ? ["【演示】数据为合成，不是真实办理情况"] : []),
    ...report.title,
    ...(report.preamble.length > 0 ? [plain(report.preamble)] : []),
    ...report.blocks.map(blockText),
    ...report.appendices.map(({ title }, at) => `附件${at + 1}：${title}`),
    report.issuer,
    report.date,
    ...appendices,
    ...(report.reportTo ? [`报：${report.reportTo}`] : []),
    ...(report.sendTo ? [`发：${report.sendTo}`] : []),
  ];
  return `${lines.join("\n\n")}\n`;
}

/** 一块的纯文字, with its number */
export function blockText(block: NumberedBlock): string {
  switch (block.kind) {
    case "heading":
      return (block.number ?? "") + block.text;
    case "paragraph":
      return (block.lead ?? "") + plain(block.spans);
    case "notes":
      return `注：${block.items.map((item, at) => `${at + 1}.${plain(item)}`).join("\n　　")}`;
    case "table":
      return [tableText(block.table), captionOf(block)].filter((line) => line !== "").join("\n");
    case "chart":
      return [chartText(block), captionOf(block)].join("\n");
  }
}

const captionOf = (block: NumberedBlock & { caption: string | null }) =>
  block.caption === null ? "" : `${block.number ?? ""}　${block.caption}`.trim();

const rowsText = (rows: { label: string; print: string }[]) => rows.map(({ label, print }) => `${label}\t${print}`);

function chartText({ chart }: Extract<Block, { kind: "chart" }>): string {
  const lines =
    chart.kind === "panels"
      ? chart.panels.flatMap(({ title, rows }) => [title, ...rowsText(rows)])
      : rowsText(chart.rows);
  return lines.join("\n");
}

function tableText({ head, body }: Table): string {
  const cells = (list: Cell[]) => list.map((cell) => plain(cell.spans)).join("\t");
  return [
    ...head.map((line) => line.map(({ text }) => text).join("\t")),
    ...body.map((row) => (row.kind === "group" ? row.text : cells(row.cells))),
  ].join("\n");
}
