import type { Sheet, SheetCell, SheetRow } from "../../file/xlsx/write.ts";
import type { HeadCell } from "../block.ts";

/** 多级表头: each cell in the column it starts in (one of several rows keeps its place below), and what is merged. */
export function placedHead(
  head: HeadCell[][],
  firstRow: number,
  columns: number,
): { rows: SheetRow[]; merges: Sheet["merges"] } {
  const grid = head.map(() => Array.from({ length: columns }, (): SheetCell => null));
  const taken = head.map(() => new Set<number>());
  const merges: Sheet["merges"] = [];
  head.forEach((cells, line) => {
    let column = 0;
    for (const { text, columns: wide = 1, rows: high = 1 } of cells) {
      while (taken[line]!.has(column)) column++;
      grid[line]![column] = text;
      for (const below of taken.slice(line, line + high)) for (let at = 0; at < wide; at++) below.add(column + at);
      if (wide > 1 || high > 1) merges.push([firstRow + line, column + 1, firstRow + line + high - 1, column + wide]);
      column += wide;
    }
  });
  return { rows: grid.map((cells): SheetRow => ({ look: "head", cells })), merges };
}
