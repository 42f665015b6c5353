import type { Chart, ChartRow } from "../../chart/chart.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import type { Cell, HeadCell, NumberedBlock, Span, Table, TableRow } from "../block.ts";
import { escapeHtml } from "./escape.ts";
import { chartSvg } from "./svg.ts";

type Register = (figure: Measured) => number;

/** 积木 → HTML; every figure is registered where it is printed and becomes a link that opens it. */
export function blockWriter(register: Register) {
  const span = (part: Span): string => {
    if (typeof part === "string") return escapeHtml(part);
    if ("office" in part)
      return `<span class="office" title="文字由办文人员撰写或摘自记录">${escapeHtml(part.text)}</span>`;
    return number(part.text, part.figure);
  };
  // a link, not a button: a button is one block to the line breaker, and a 、 after it would begin the next line
  const number = (text: string, figure: Measured) =>
    `<a class="n" href="#origin" data-n="${register(figure)}">${escapeHtml(text)}</a>`;
  const spans = (parts: Span[]) => parts.map(span).join("");
  const paragraph = (parts: Span[], lead = "") =>
    `<p>${lead ? `<strong>${escapeHtml(lead)}</strong>` : ""}${spans(parts)}</p>`;
  const table = (of: Table, name: string) => tableHtml(of, name, spans);
  const chart = (block: Extract<NumberedBlock, { kind: "chart" }>) =>
    figureHtml(
      block,
      twin(block.chart, (row) => (row.figure ? number(row.print, row.figure) : escapeHtml(row.print))),
      register,
    );

  const block = (of: NumberedBlock, id: string): string => {
    switch (of.kind) {
      case "heading":
        return `<h${of.level + 1} id="${id}">${escapeHtml((of.number ?? "") + of.text)}</h${of.level + 1}>`;
      case "paragraph":
        return paragraph(of.spans, of.lead);
      case "notes":
        return `<div class="notes"><span>注：</span><ol>${of.items.map((item) => `<li>${spans(item)}</li>`).join("")}</ol></div>`;
      case "table":
        return of.caption === null
          ? table(of.table, "附表")
          : `<figure>${table(of.table, of.caption)}<figcaption>${escapeHtml(caption(of.number, of.caption))}</figcaption></figure>`;
      case "chart":
        return chart(of);
    }
  };
  return { block, paragraph };
}

const caption = (number: string | undefined, text: string) => (number ? `${number}　${text}` : text);

const WIDE = 720;
const NARROW = 340;

/** both widths stand in the file and the page shows the one that fits: no script is needed to read a chart on a phone */
function figureHtml(block: Extract<NumberedBlock, { kind: "chart" }>, table: string, register: Register): string {
  const { chart } = block;
  const figures = chartFigures(chart).map((rows) => rows.map((row) => (row.figure ? register(row.figure) : null)));
  const svg = (width: number) => chartSvg(chart, { width }).replaceAll('"zr-', `"zr${width}-`);
  return `<figure class="chart" data-figures="${escapeHtml(JSON.stringify(figures))}"><div class="wide">${svg(WIDE)}</div><div class="narrow">${svg(NARROW)}</div><figcaption>${escapeHtml(caption(block.number, block.caption))}</figcaption><details><summary>看数据表</summary>${table}</details></figure>`;
}

/** rows by series, as the drawing numbers them */
const chartFigures = (chart: Chart): ChartRow[][] =>
  chart.kind === "panels" ? chart.panels.map(({ rows }) => rows) : [chart.rows];

function twin(chart: Chart, value: (row: ChartRow) => string): string {
  const rows = (list: ChartRow[]) =>
    list.map((row) => `<tr><td>${escapeHtml(row.label)}</td><td class="right">${value(row)}</td></tr>`).join("");
  const body =
    chart.kind === "panels"
      ? chart.panels
          .map(
            ({ title, rows: list }) =>
              `<tr class="group"><th colspan="2" scope="rowgroup">${escapeHtml(title)}</th></tr>${rows(list)}`,
          )
          .join("")
      : rows(chart.rows);
  return `<div class="scroll"><table><tbody>${body}</tbody></table></div>`;
}

const extent = ({ columns = 1, rows = 1 }: { columns?: number; rows?: number }) =>
  `${columns > 1 ? ` colspan="${columns}"` : ""}${rows > 1 ? ` rowspan="${rows}"` : ""}`;

function tableHtml({ widths, head, body }: Table, name: string, spans: (parts: Span[]) => string): string {
  const wide = widths.length > 16 ? " wide widest" : widths.length > 8 ? " wide" : "";
  const tall = body.length > 15 ? " tall" : "";
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join("");
  const th = (cell: HeadCell) => `<th scope="col"${extent(cell)}>${escapeHtml(cell.text)}</th>`;
  const rows = body.map((row) => rowHtml(row, widths.length, spans)).join("");
  return `<div class="scroll${wide}${tall}" tabindex="0" role="region" aria-label="${escapeHtml(name)}，可滚动"><table><colgroup>${columns}</colgroup><thead>${head.map((line) => `<tr>${line.map(th).join("")}</tr>`).join("")}</thead><tbody>${rows}</tbody></table></div>`;
}

function rowHtml(row: TableRow, columns: number, spans: (parts: Span[]) => string): string {
  if (row.kind === "group") {
    return `<tr class="group"><th colspan="${columns}" scope="rowgroup"><span>${escapeHtml(row.text)}</span></th></tr>`;
  }
  const name = row.kind === "total" ? 0 : row.cells.findIndex((cell) => cell.align === "left");
  const td = (cell: Cell, at: number) =>
    `<td class="${cell.align}${at === name ? " name" : ""}"${extent(cell)}>${spans(cell.spans)}</td>`;
  return `<tr${row.kind === "total" ? ' class="total"' : ""}>${row.cells.map(td).join("")}</tr>`;
}
