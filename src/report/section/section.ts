import type { ChartRow } from "../../chart/chart.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import type { Block, Cell, Span, Table } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { figureText, num } from "../phrase/number.ts";

/** 一节: its place in the contents page and how it is written. No blocks: the section and its heading are left out. */
export interface Section {
  name: string;
  /** the name by which the rulebook lists it together with another */
  listedAs?: string;
  /** 增选: printed only where it is listed by its name, or a person ticks it */
  extra?: boolean;
  /** 按月才有: what it tells is delivered and judged by the month */
  monthly?: boolean;
  /** headings from 一、 down to its own */
  path: string[] | ((facts: ReportFacts) => string[]);
  write(facts: ReportFacts): Block[];
}

/** 一段, by a name of its own in the section: what a person changes in it is found again by that. */
export const paragraph = (name: string, ...spans: Span[]): Block => ({ kind: "paragraph", name, spans });

/** 标题 within a section, by a name of its own there. */
export const heading = (name: string, level: 1 | 2 | 3 | 4, text: string): Block => ({
  kind: "heading",
  name,
  level,
  text,
});

/** 注: each remark ends in a semicolon, the last in a full stop. */
export const notes = (items: Span[][]): Block => ({
  kind: "notes",
  name: "notes",
  items: items.map((item, at) => {
    const last = item.at(-1);
    const mark = at === items.length - 1 ? "。" : "；";
    return typeof last === "string" ? [...item.slice(0, -1), last.replace(/[；。]+$/, "") + mark] : [...item, mark];
  }),
});

type Look = Partial<Pick<Cell, "columns" | "rows" | "align">>;
export const textCell = (text: string, look: Look = {}): Cell => ({ spans: [text], align: "left", ...look });
export const numberCell = (figure: Measured, look: Look = {}): Cell => ({
  spans: [num(figure)],
  align: "right",
  ...look,
});

/** 图的一行: nothing for a figure without a value. */
export const chartRow = (label: string, figure: Measured, unit: string, share?: Measured): ChartRow[] =>
  figure.value === null
    ? []
    : [
        {
          label,
          value: figure.value,
          figure,
          print: `${figureText(figure)}${unit}${share ? `，${figureText(share)}` : ""}`,
        },
      ];

/** 是否可比: one bar or one slice alone shows nothing that the words don't. */
export const comparable = (rows: { value: number }[]): boolean =>
  rows.length > 1 && rows.some(({ value }) => value > 0);

/** 横条图块: left out when there is nothing to compare. */
export function barsBlock(caption: string, unit: string, rows: ChartRow[]): Block[] {
  if (!comparable(rows)) return [];
  return [{ kind: "chart", caption, chart: { kind: "bars", unit, rows, alt: altText(caption, rows) } }];
}

/** 图的文字说明: what a reader who cannot see it hears. */
export const altText = (caption: string, rows: ChartRow[]): string =>
  `${caption}：${rows.map((row) => `${row.label}${row.print}`).join("，")}`;

/** 简表: one header row and plain body rows. */
export const plainTable = (widths: number[], head: string[], rows: Cell[][]): Table => ({
  widths,
  head: [head.map((text) => ({ text }))],
  body: rows.map((cells) => ({ kind: "row", cells })),
});
