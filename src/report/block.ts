/**
 * 报告的积木: what a section writes and every renderer understands. Nothing here knows SQL, HTML, Word or PDF.
 * Headings and 图N are numbered by the assembler; a section only says their level and caption.
 */
import type { Chart } from "../chart/chart.ts";
import type { PeriodKey } from "../domain/calendar/period.ts";
import type { Measured } from "../domain/measure/measured.ts";

/** 行内: a piece of a sentence: plain words, or a number that its reader can open. */
export type Span =
  | string
  /** a figure printed as `text` ('19.20%', '上升', '12318'); opens `figure` */
  | { text: string; figure: Measured }
  /** 手工文字: the office's own words, typed by a person or taken from a case */
  | { text: string; office: true };

/** `name`: by which an edit finds a text again, section and paragraph: 'calls/offered' */
export type Block =
  /** 一、 · （一） · 1. · （1） */
  | { kind: "heading"; level: 1 | 2 | 3 | 4; name: string; text: string }
  | { kind: "paragraph"; name: string; spans: Span[]; lead?: string }
  | { kind: "table"; table: Table; caption: string | null }
  | { kind: "chart"; chart: Chart; caption: string }
  /** 注: numbered remarks in smaller type under a table or at the end of a section */
  | { kind: "notes"; name: string; items: Span[][] };

export interface Table {
  /** relative widths of the columns */
  widths: number[];
  /** header rows, repeated on every page; a cell may span */
  head: HeadCell[][];
  body: TableRow[];
}

export interface HeadCell {
  text: string;
  columns?: number;
  rows?: number;
}

export type TableRow =
  /** a row that only names the group of rows below it, across the whole width */
  { kind: "group"; text: string } | { kind: "row" | "total"; cells: Cell[] };

export interface Cell {
  spans: Span[];
  align: "left" | "center" | "right";
  columns?: number;
  rows?: number;
}

/** 附件: starts on a page of its own, upright or across. */
export interface Appendix {
  title: string;
  orientation: "portrait" | "landscape";
  blocks: Block[];
}

/** 一份报告: finished content, still without a format. */
export interface Report {
  platform: string;
  /** 哪一期: the key of a period, whatever its kind */
  month: PeriodKey;
  /** title lines, centred: ['临江市12345政务服务便民热线', '2023年2月运行情况分析报告'] */
  title: string[];
  /** 演示 stands on every page when true */
  demonstration: boolean;
  /** the paragraph under the title: the rules it is written under */
  preamble: Span[];
  blocks: NumberedBlock[];
  appendices: Appendix[];
  issuer: string;
  /** '2022年12月13日' */
  date: string;
  reportTo: string;
  sendTo: string;
  /** ledger position and instant at which the figures were computed, digest of the figures */
  frozen: { position: number; instant: number; at: string; digest: string };
}

/** A block after numbering: headings carry '一、', charts and tables in the body '图 1'. */
export type NumberedBlock = Block & { number?: string };
