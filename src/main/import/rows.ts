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
  /** as many at once as are at hand */
  rows: AsyncGenerator<ReadRow[]>;
}

const printed = (cell: Cell) => (cell === null ? "" : cell instanceof Date ? cell.toISOString() : String(cell));

/** The first row, taken off those that come with it. */
async function firstOf({ rows }: Table): Promise<{ first: TableRow; others: TableRow[] }> {
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    const [first, ...others] = next.value;
    if (first) return { first, others };
  }
  throw new Refusal(refuse("emptyFile", "文件是空的，没有表头。"));
}

function headerOf(first: TableRow): string[] {
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
  const { first, others } = await firstOf(table);
  const layout = readHeader(headerOf(first), of.columns, mapping);
  if ("refused" in layout) throw new Refusal(layout);
  const readAll = (rows: TableRow[]) => rows.map((row) => read(row, layout, names, of.faults, table.kind === "xlsx"));
  async function* rows(): AsyncGenerator<ReadRow[]> {
    yield readAll(others);
    for await (const some of table.rows) yield readAll(some);
  }
  return { layout, rows: rows() };
}

/** 成批: rows in arrays of at most that many, one array read ahead while the last is worked on. */
export async function* batches<T>(rows: AsyncIterable<T[]>, size: number): AsyncGenerator<T[]> {
  const iterator = rows[Symbol.asyncIterator]();
  let held: T[] = [];
  const next = async (): Promise<T[]> => {
    while (held.length < size) {
      const { value, done } = await iterator.next();
      if (done) break;
      held = held.length === 0 ? value : [...held, ...value];
    }
    const batch = held.slice(0, size);
    held = held.slice(size);
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
