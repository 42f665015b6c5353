/** 占格: what a cell of a table takes up */
export interface Extent {
  columns?: number;
  rows?: number;
}

/** a cell in its place; line and column are counted from 0 */
export interface Placed<T> {
  cell: T;
  line: number;
  column: number;
  columns: number;
  rows: number;
}

/** 单元格定位: where each cell of each line stands, when cells above reach down into the line. */
export function placeCells<T extends Extent>(lines: T[][]): Placed<T>[] {
  const taken = lines.map(() => new Set<number>());
  return lines.flatMap((cells, line) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[line]!.has(column)) column++;
      const { columns = 1, rows = 1 } = cell;
      const placed = { cell, line, column, columns, rows };
      for (const below of taken.slice(line, line + rows)) for (let at = 0; at < columns; at++) below.add(column + at);
      column += columns;
      return placed;
    });
  });
}
