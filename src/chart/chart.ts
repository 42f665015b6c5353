import type { Measured } from "../domain/measure/measured.ts";

/** 一张图: rows and what they mean; drawn the same on screen and on paper. Values are integers, shares in hundredths. */
export type Chart =
  | { kind: "pie"; unit: string; rows: ChartRow[]; alt: string }
  | { kind: "bars"; unit: string; rows: ChartRow[]; alt: string }
  /** small bar charts side by side, one per place or unit, on one scale */
  | { kind: "panels"; unit: string; panels: { title: string; rows: ChartRow[] }[]; alt: string };

export interface ChartRow {
  label: string;
  /** in the chart's unit: a count, or a share or score in hundredths when `unit` is '%' or '分' */
  value: number;
  /** printed beside the bar or slice: '26723 件，53.79%' */
  print: string;
  /** what the value is and where it comes from, for readers who open it */
  figure?: Measured;
}
