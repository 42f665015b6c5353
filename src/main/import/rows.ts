/** 文件 → 读过的行: header recognised, cells read, faults found; nothing of the database yet. */
import type { Column, Fault, Values } from "../../domain/import/column.ts";
import { type Layout, readHeader } from "../../domain/import/header.ts";
import type { Mapping } from "../../domain/import/mapping.ts";
import type { Names } from "../../domain/import/names.ts";
import { ragged, readRow } from "../../domain/import/row.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Table } from "../../file/table/read.ts";
import type { Cell, TableRow } from "../../file/table/row.ts";

/** 读过的一行 */
export interface ReadRow {
  line: number;
  cells: Cell[];
  values: Values;
  faults: Fault[];
}

export interface Reading {
  layout: Layout;
  rows: AsyncGenerator<ReadRow>;
}

const printed = (cell: Cell) => (cell === null ? "" : cell instanceof Date ? cell.toISOString() : String(cell));

async function headerOf({ rows }: Table): Promise<string[]> {
  const { value: first, done } = await rows.next();
  if (done) throw new Refusal(refuse("emptyFile", "文件是空的，没有表头。"));
  if (first.fault) throw new Refusal(refuse("badHeader", `第 ${first.line} 行（表头）无法读取：${first.fault}。`));
  return first.cells.map((cell) => printed(cell).trim());
}

function read(
  row: TableRow,
  layout: Layout,
  names: Names,
  faultsOf: (values: Values) => Fault[],
  mayBeShort: boolean,
): ReadRow {
  const { line, cells } = row;
  const broken = row.fault ? [{ column: "", reason: row.fault }] : ragged(cells, layout, mayBeShort);
  if (broken.length > 0) return { line, cells, values: {}, faults: broken };
  const { values, faults } = readRow(cells, layout, names);
  return { line, cells, values, faults: faults.length > 0 ? faults : faultsOf(values) };
}

/** 读行: refuses (throws) a file without header or without a required column; what is wrong with a row is the row's. */
export async function readRows(
  table: Table,
  of: { columns: Column[]; faults(values: Values): Fault[] },
  mapping: Mapping,
  names: Names,
): Promise<Reading> {
  const layout = readHeader(await headerOf(table), of.columns, mapping);
  if ("refused" in layout) throw new Refusal(layout);
  async function* rows(): AsyncGenerator<ReadRow> {
    for await (const row of table.rows) yield read(row, layout as Layout, names, of.faults, table.kind === "xlsx");
  }
  return { layout, rows: rows() };
}

/** 成批: rows in arrays of at most that many, one array read ahead while the last is worked on. */
export async function* batches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  const iterator = rows[Symbol.asyncIterator]();
  const next = async (): Promise<T[]> => {
    const batch: T[] = [];
    while (batch.length < size) {
      const { value, done } = await iterator.next();
      if (done) break;
      batch.push(value);
    }
    return batch;
  };
  try {
    for (let ahead = next(); ; ) {
      const batch = await ahead;
      if (batch.length === 0) return;
      ahead = next();
      // a failure is met when its turn comes; until then nobody listens
      ahead.catch(() => {});
      yield batch;
    }
  } finally {
    await iterator.return?.();
  }
}
