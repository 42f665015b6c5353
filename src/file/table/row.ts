/** 表格的一格: a spreadsheet has numbers and dates, a text file only text; null is an empty cell. */
export type Cell = string | number | Date | null;

/** 表格的一行: where it begins in the file, its cells, and why it cannot be read (then the cells are what could be saved). */
export interface TableRow {
  line: number;
  cells: Cell[];
  fault: string | null;
}
