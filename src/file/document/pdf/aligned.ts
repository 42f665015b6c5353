/**
 * 对齐的表: tables without drawn rules, by how their words stand above one another. Programs show a page cell by cell, each
 * with all its lines: in that order a cell that goes back to the left begins a row.
 */
import { goesOn, type TextLine } from "./lines.ts";
import { type Piece, type Range, rangeOf } from "./piece.ts";

export interface AlignedTable {
  /** its first line on the page, and its last one */
  first: number;
  last: number;
  columns: Range[];
  rows: { cells: string[]; line: number }[];
  /** for how many signs each cell of the last row has room behind its last line */
  rooms: number[];
  /** enough stands in it to tell that it is a table though nothing goes before or follows */
  isSure: boolean;
}

/** words without a gap between them, on one line */
interface Run {
  text: string;
  from: number;
  to: number;
  y: number;
  height: number;
  line: number;
  pieces: number;
}

interface Cell {
  column: number;
  runs: Run[];
}

/** a page has no more words, a table no more columns; cells have shorter texts */
const MOST_RUNS = 4000;
const MOST_COLUMNS = 30;
const LONGEST = 40;
/** so many words that aren't a table aren't looked at once more without their first */
const MOST_LEFT = 200;

/** above and below a table there may be so many lines that stand on every page */
const MOST_RUNNING = 3;

/** 各表 of a page, whose pieces come in the order in which they are shown */
export function alignedTables(pieces: Piece[], lines: TextLine[]): AlignedTable[] {
  const runs = runsOf(pieces, lines);
  if (runs.length > MOST_RUNS) return [];
  const page = rangeOf(runs.flatMap(({ from, to }) => [from, to]));
  const tables: AlignedTable[] = [];
  for (let at = 0; at < runs.length; ) {
    const { own, columns } = alignedFrom(runs, at, (page.to - page.from) / 2);
    const table = columns.length > 1 ? tableOf(own, columns, lines) : null;
    if (table) tables.push(table);
    at += table || own.length > MOST_LEFT ? Math.max(1, own.length) : 1;
  }
  return tables;
}

function runsOf(pieces: Piece[], lines: TextLine[]): Run[] {
  const lineOf = new Map(lines.flatMap(({ own }, line) => own.map((piece) => [piece, line])));
  const runs: Run[] = [];
  for (const piece of pieces) {
    const { text, x: from, width, y, height } = piece;
    const line = lineOf.get(piece);
    if (line === undefined) continue;
    const last = runs.at(-1);
    const gap = last ? (from - last.to) / Math.max(height, 4) : 0;
    if (last?.line === line && gap > -0.3 && (gap <= 0.5 || (gap < 4 && isSpread(last.text + text)))) {
      last.text += `${gap > 0.1 && gap <= 0.5 ? " " : ""}${text}`;
      last.to = from + width;
      last.pieces += 1;
    } else runs.push({ text, from, to: from + width, y, height, line, pieces: 1 });
  }
  return runs;
}

/** “合  计”, set as wide as its column */
const isSpread = (text: string): boolean => /^(?:[合总小共]计|单位|其[他它]|序号|名称|项目|地区|备注)$/.test(text);

const heading = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[注附][：:])/;

const isProse = ({ text, from, to }: Run, widest: number): boolean =>
  to - from > widest || text.length > LONGEST || /[。；！？]/.test(text) || heading.test(text);

interface Column extends Range {
  lines: Set<number>;
}

/** the words from one on that stand in columns: none reaches over two of them, and no column has two on one line */
function alignedFrom(runs: Run[], start: number, widest: number): { own: Run[]; columns: Column[] } {
  const columns: Column[] = [];
  let end = start;
  for (; end < runs.length; end += 1) {
    const run = runs[end]!;
    const isFar = end > start && Math.abs(run.y - runs[end - 1]!.y) > 5 * run.height;
    if (isFar || isProse(run, widest) || !stands(run, columns) || columns.length > MOST_COLUMNS) break;
  }
  return { own: runs.slice(start, end), columns };
}

/** puts it into the column it stands in, or into one of its own; false where it joins two */
function stands({ from, to, height, line }: Run, columns: Column[]): boolean {
  const apart = height * 0.3;
  const touched = columns.filter((column) => from < column.to + apart && to > column.from - apart);
  const [column] = touched;
  if (touched.length > 1 || column?.lines.has(line)) return false;
  if (!column) columns.push({ from, to, lines: new Set([line]) });
  else {
    const wide = { from: Math.min(column.from, from), to: Math.max(column.to, to) };
    if (columns.some((other) => other !== column && wide.from < other.to + apart && wide.to > other.from - apart))
      return false;
    Object.assign(column, wide);
    column.lines.add(line);
  }
  return true;
}

function tableOf(own: Run[], found: Range[], lines: TextLine[]): AlignedTable | null {
  const columns = found.toSorted((a, b) => a.from - b.from).map(({ from, to }) => ({ from, to }));
  const rows = trimmed(inOrder(rowsOf(cellsOf(own, columns))));
  const runs = rows.flatMap((row) => row.flatMap((cell) => cell.runs));
  const used = columns.filter((_, column) => rows.some((row) => row.some((cell) => cell.column === column)));
  const texts = rows.map((row) =>
    used.map((column) => {
      const cell = row.find((one) => columns[one.column] === column);
      return cell ? textOf(cell) : "";
    }),
  );
  const [first, last] = [Math.min(...runs.map(({ line }) => line)), Math.max(...runs.map(({ line }) => line))];
  const isAlone =
    lines.slice(first, last + 1).reduce((all, line) => all + line.own.length, 0) ===
    runs.reduce((all, run) => all + run.pieces, 0);
  const isAtEdge = first < MOST_RUNNING || last >= lines.length - MOST_RUNNING;
  if (!isAlone || (rows.length < 2 && !isAtEdge) || !isTable(texts)) return null;
  const isWrapped = rows.some((row) => row.some((cell) => cell.runs.length > 1));
  return {
    first,
    last,
    columns: used,
    rows: texts.map((cells, at) => ({
      cells,
      line: Math.min(...rows[at]!.flatMap((cell) => cell.runs.map(({ line }) => line))),
    })),
    rooms: used.map((column) => {
      const cell = rows.at(-1)!.find((one) => columns[one.column] === column);
      return cell ? roomOf(cell.runs.at(-1)!, column) : Number.POSITIVE_INFINITY;
    }),
    isSure: rows.length > 2 || (isWrapped && rows.length > 1),
  };
}

/** in one column one below the other, the upper line full: a cell with several lines */
function cellsOf(runs: Run[], columns: Range[]): Cell[] {
  const cells: Cell[] = [];
  for (const run of runs) {
    const column = columns.findIndex(({ to }) => run.from < to);
    const cell = cells.at(-1);
    if (cell?.column === column && isNext(cell.runs.at(-1)!, run, columns[column]!)) cell.runs.push(run);
    else cells.push({ column, runs: [run] });
  }
  return cells;
}

function isNext(before: Run, run: Run, column: Range): boolean {
  const down = run.y - before.y;
  return down > 0 && down < 1.9 * run.height && (goesOn(roomOf(before, column), run.text) || fragment.test(run.text));
}

/** its column is as wide as its words at least */
const roomOf = ({ from, to, height }: Run, column: Range): number =>
  (column.to - column.from - (to - from)) / height - 0.6;

/** nothing that a cell begins with */
const fragment = /^[%％‰)）、，,.:：]|^[（(]/;

/** what goes back to the left begins a row */
function rowsOf(cells: Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    if (row && cell.column > row.at(-1)!.column) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** each row below the one before it, its cells beside one another; what comes otherwise is none of the table */
function inOrder(rows: Cell[][]): Cell[][] {
  const end = rows.findIndex((row, at) => {
    const [highest, above] = [heightOf(row), at > 0 ? heightOf(rows[at - 1]!) : null];
    const { height } = row[0]!.runs[0]!;
    const tallest = row
      .map((cell) => heightOf([cell]))
      .reduce((one, other) => (other.to - other.from > one.to - one.from ? other : one));
    const isBeside = row.every((cell) => {
      const { from, to } = heightOf([cell]);
      return from < tallest.to + 0.4 * height && to > tallest.from - 0.4 * height;
    });
    return !isBeside || (above !== null && highest.from < above.to + 0.3 * height);
  });
  return end < 0 ? rows : rows.slice(0, end);
}

const heightOf = (row: Cell[]): Range => rangeOf(row.flatMap(({ runs }) => runs.map(({ y }) => y)));

/** a caption above or a heading below stands in one column by chance */
function trimmed(rows: Cell[][]): Cell[][] {
  const isRow = (row: Cell[]) => row.length > 1;
  return rows.slice(Math.max(0, rows.findIndex(isRow)), rows.findLastIndex(isRow) + 1);
}

const textOf = ({ runs }: Cell): string => runs.map(({ text }) => text).join("");

const figure = /^[-+−↑↓▲▼]?\s?\d[\d,，.]*\s?(?:[%％‰]|(?![年月日])\p{Script=Han}{0,3})$/u;

/** a column of names, and below its head figures beside them; few cells are empty */
function isTable(rows: string[][]): boolean {
  const body = rows.slice(rows.length > 1 ? 1 : 0);
  const said = body.flat().filter((text) => text !== "");
  const names = [0, 1].map((column) =>
    body.filter((row) => /\p{Script=Han}/u.test(row[column] ?? "") && !figure.test(row[column]!)),
  );
  return (
    rows[0]!.length > (rows.length > 1 ? 1 : 2) &&
    rows.flat().filter((text) => text === "").length * 3 <= rows.flat().length &&
    said.filter((text) => figure.test(text)).length * 3 >= said.length &&
    names.some((named) => named.length * 5 >= body.length * 3)
  );
}
