import type { CellKind } from "./cell/cell.ts";

/** 列: one column of a file: its English header (the key), its Chinese one, what other systems call it. */
export interface Column {
  key: string;
  name: string;
  aliases?: string[];
  cell: CellKind;
  required?: true;
  /** what an empty cell means; null by default */
  blank?: unknown;
}

/** 一行读出的内容: by column key; a column that the file doesn't have is absent, an empty cell is its `blank`. */
export type Values = Record<string, unknown>;

/** 一行的一处错误 */
export interface Fault {
  column: string;
  reason: string;
}
