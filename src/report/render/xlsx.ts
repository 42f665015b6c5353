import type { Chart, ChartRow } from "../../chart/chart.ts";
import { type Sheet, type SheetCell, type SheetRow, writeXlsx } from "../../file/xlsx/write.ts";
import type { Block, NumberedBlock, Report, Span, Table } from "../block.ts";
import { appendixLabel, demonstrationMark, noteLines, numbered } from "./layout.ts";
import { mapText, printable, spanText } from "./printable.ts";
import { tableRows } from "./xlsxTable.ts";

/** 报告的数据写成 .xlsx: 目录, then a sheet for each chart and table of the text and for each table of an appendix. */
export async function reportXlsx(original: Report): Promise<Buffer> {
  const report = mapText(original, printable);
  const mark = report.demonstration ? demonstrationMark : null;
  const sheets = [...bodySheets(report, mark), ...appendixSheets(report, mark)];
  return writeXlsx([contents(report, sheets, mark), ...sheets], {
    author: report.issuer,
    created: new Date(report.frozen.instant),
  });
}

const bodySheets = (report: Report, mark: string | null): Sheet[] =>
  report.blocks.flatMap((block) => {
    if (block.kind === "chart") return [chartSheet(block.chart, numbered(block, block.caption), mark)];
    if (block.kind !== "table") return [];
    return [tableSheet(block.table, tableName(block), [], false, mark)];
  });

const tableName = (block: Extract<NumberedBlock, { kind: "table" }>): string =>
  block.caption === null ? (block.number ?? "表") : numbered(block, block.caption);

const appendixSheets = (report: Report, mark: string | null): Sheet[] =>
  report.appendices.flatMap(({ title, orientation, blocks }, at) =>
    blocks.flatMap((block, nth) => {
      const name = `${appendixLabel(report, at)} ${title}`;
      if (block.kind === "chart") return [chartSheet(block.chart, `${name} ${block.caption}`, mark)];
      if (block.kind !== "table") return [];
      return [tableSheet(block.table, name, notesAfter(blocks, nth), orientation === "landscape", mark)];
    }),
  );

/** the remarks that follow a table, up to the next one */
function notesAfter(blocks: Block[], table: number): Span[][] {
  const next = blocks.findIndex((block, at) => at > table && block.kind === "table");
  return blocks
    .slice(table + 1, next < 0 ? undefined : next)
    .flatMap((block) => (block.kind === "notes" ? block.items : block.kind === "paragraph" ? [block.spans] : []));
}

/** the first lines of every sheet: 演示 where it is due, and the title */
const opening = (name: string, mark: string | null): SheetRow[] => [
  ...(mark ? [{ look: "mark" as const, cells: [mark] }] : []),
  { look: "title", cells: [name] },
];

function tableSheet(table: Table, name: string, notes: Span[][], landscape: boolean, mark: string | null): Sheet {
  const start = opening(name, mark);
  const first = start.length + 1;
  const { rows, merges } = tableRows(table, first);
  const last = noteLines(notes.map(spanText)).map((text): SheetRow => ({ look: "note", cells: [text] }));
  const columns = table.widths.length;
  const across = [start.length, ...last.map((_, at) => start.length + rows.length + at + 1)];
  return {
    name,
    columns: columnWidths(table),
    rows: [...start, ...rows, ...last],
    merges: [...merges, ...across.flatMap((line): Sheet["merges"] => (columns > 1 ? [[line, 1, line, columns]] : []))],
    head: [first, start.length + table.head.length],
    landscape,
    mark,
  };
}

/** shared out as in the report, about 14 characters a column on average, none narrower than a rate */
const columnWidths = (table: Table): number[] => {
  const total = table.widths.reduce((sum, share) => sum + share, 0);
  const characters = Math.min(130, Math.max(60, table.widths.length * 14));
  return table.widths.map((share) => Math.max(8, Math.round((characters * share) / total)));
};

function chartSheet(chart: Chart, name: string, mark: string | null): Sheet {
  const start = opening(name, mark);
  const head = [...(chart.kind === "panels" ? ["分组"] : []), "项目", `数值（${chart.unit}）`, "印出"];
  const rows =
    chart.kind === "panels"
      ? chart.panels.flatMap(({ title, rows: bars }) => bars.map((row) => [title, ...chartCells(row, chart.unit)]))
      : chart.rows.map((row) => chartCells(row, chart.unit));
  const first = start.length + 2;
  const isWhole = chart.kind === "pie" && !chartForms[chart.unit]; // counts that make up a whole have shares and a total
  const body = isWhole ? shares(rows, chart.rows, first) : rows.map((cells): SheetRow => ({ look: "row", cells }));
  if (isWhole) head.push("占比");
  return {
    name,
    columns: [...(chart.kind === "panels" ? [24] : []), 28, 16, 28, ...(isWhole ? [12] : [])],
    rows: [...start, { look: "head", cells: head }, ...body],
    merges: [[start.length, 1, start.length, head.length]],
    head: [first - 1, first - 1],
    landscape: false,
    mark,
  };
}

/** each count's share of the total, and the total, as formulas */
function shares(cells: SheetCell[][], rows: ChartRow[], first: number): SheetRow[] {
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const last = first + rows.length;
  const share = (value: number, line: number): SheetCell =>
    total === 0 ? null : { number: value / total, format: "0.00%", formula: `B${line}/B$${last}` };
  return [
    ...rows.map(({ value }, at): SheetRow => ({ look: "row", cells: [...cells[at]!, share(value, first + at)] })),
    {
      look: "total",
      cells: ["合计", { number: total, format: "0", formula: `SUM(B${first}:B${last - 1})` }, null, share(total, last)],
    },
  ];
}

/** shares and scores come in hundredths; a share is written so that the sheet knows it is one */
const chartForms: Record<string, { by: number; format: string }> = {
  "%": { by: 10_000, format: "0.00%" },
  分: { by: 100, format: "0.00" },
};

function chartCells({ label, value, print }: ChartRow, unit: string): SheetCell[] {
  const { by, format } = chartForms[unit] ?? { by: 1, format: "0" };
  return [label, { number: value / by, format }, print];
}

const contents = (report: Report, sheets: Sheet[], mark: string | null): Sheet => {
  const start = opening(report.title.join(""), mark);
  return {
    name: "目录",
    columns: [8, 72],
    rows: [
      ...start,
      { look: "head", cells: ["序号", "内容"] },
      ...sheets.map(
        ({ name }, at): SheetRow => ({
          look: "row",
          cells: [
            { number: at + 1, format: "0" },
            { text: name, sheet: at + 1 },
          ],
        }),
      ),
      { look: "note", cells: [null, `${report.issuer}　${report.date}`] },
    ],
    merges: [[start.length, 1, start.length, 2]],
    head: null,
    landscape: false,
    mark,
  };
};
