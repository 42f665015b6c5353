import type { Sheet, SheetCell, SheetRow } from "../../file/xlsx/write.ts";
import type { Cell, Table, TableRow } from "../block.ts";
import { type Placed, placeCells } from "./grid.ts";
import { sheetCell } from "./xlsxCell.ts";
import { tableFormulas } from "./xlsxFormula.ts";

/** 表格写进工作表 from line `first` on (counted from 1): its rows and what is merged in them. */
export function tableRows(table: Table, first: number): { rows: SheetRow[]; merges: Sheet["merges"] } {
  const head = placeCells(table.head);
  const body = placeCells(table.body.map((row) => cellsOf(row, table.widths.length)));
  const firstBody = first + table.head.length;
  const formulas = tableFormulas(table.body, body, firstBody);
  return {
    rows: [
      ...sheetRows(
        table,
        head,
        () => "head",
        ({ cell }) => cell.text,
      ),
      ...sheetRows(
        table,
        body,
        (line) => table.body[line]!.kind,
        (placed) => withFormula(placed, formulas),
        ({ align }) => align,
      ),
    ],
    merges: [...merged(head, first), ...merged(body, firstBody)],
  };
}

/** the cells of a row; a group's name goes across the whole table */
const cellsOf = (row: TableRow, columns: number): Cell[] =>
  row.kind === "group" ? [{ spans: [row.text], align: "left", columns }] : row.cells;

function sheetRows<T>(
  table: Table,
  placed: Placed<T>[],
  look: (line: number) => SheetRow["look"],
  value: (placed: Placed<T>) => SheetCell,
  align?: (cell: T) => "left" | "center" | "right",
): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const one of placed) {
    const row = (rows[one.line] ??= {
      look: look(one.line),
      cells: table.widths.map(() => null),
      ...(align && { align: [] }),
    });
    row.cells[one.column] = value(one);
    for (let at = 0; at < one.columns; at++) if (align) row.align![one.column + at] = align(one.cell);
  }
  return rows;
}

function withFormula({ cell, line, column }: Placed<Cell>, formulas: Map<string, string>): SheetCell {
  const value = sheetCell(cell);
  const formula = formulas.get(`${line},${column}`);
  return formula && value !== null && typeof value === "object" && "number" in value ? { ...value, formula } : value;
}

const merged = (placed: Placed<unknown>[], first: number): Sheet["merges"] =>
  placed.flatMap(({ line, column, columns, rows }): Sheet["merges"] =>
    columns > 1 || rows > 1 ? [[first + line, column + 1, first + line + rows - 1, column + columns]] : [],
  );
