/** 框线表: tables whose rules are drawn, cell by cell. */
import { goesOn, isWord, linesOf, type TextLine } from "./lines.ts";
import { type Piece, rangeOf } from "./piece.ts";
import { leveled, NEAR, type Rule, type Rules } from "./rules.ts";

export interface RuledTable {
  /** its edges and the places of all its columns */
  top: number;
  bottom: number;
  columns: number[];
  /** a cell that spans several columns is repeated in each; below one that spans rows there is nothing */
  rows: string[][];
  /** for how many signs each cell of the last row has room behind its last line */
  rooms: number[];
}

/** more are a drawing, not a table */
const MOST_RULES = 1500;
const MOST_COLUMNS = 60;
const MOST_ROWS = 400;

/** 各表 of a page, from the top down, and the words that stand in none of them */
export function ruledTables(rules: Rules, pieces: Piece[]): { tables: RuledTable[]; free: Piece[] } {
  if (rules.across.length + rules.down.length > MOST_RULES) return { tables: [], free: pieces };
  let free = pieces.filter(isWord);
  const tables: RuledTable[] = [];
  for (const frame of framesOf(rules)) {
    const inside = free.filter((piece) => isInside(piece, frame));
    const table = tableOf(frame, inside);
    if (!table) continue;
    tables.push(table);
    const own = new Set(inside);
    free = free.filter((piece) => !own.has(piece));
  }
  return { tables, free };
}

interface Frame extends Rules {
  xs: number[];
  ys: number[];
}

/** rules that cross one another, with the places of their columns and rows */
function framesOf({ across, down }: Rules): Frame[] {
  const groups = new Map<Rule, Rule[]>([...across, ...down].map((rule) => [rule, [rule]]));
  for (const one of across)
    for (const other of down)
      if (groups.get(one) !== groups.get(other) && meet(one, other)) {
        const [into, from] = [groups.get(one)!, groups.get(other)!].sort((a, b) => b.length - a.length);
        for (const rule of from!) groups.set(rule, into!);
        into!.push(...from!);
      }
  const isAcross = new Set(across);
  return [...new Set(groups.values())].flatMap((group) => {
    const own = {
      across: group.filter((rule) => isAcross.has(rule)),
      down: group.filter((rule) => !isAcross.has(rule)),
    };
    const [xs, ys] = [edgesOf(own.down, own.across), edgesOf(own.across, own.down)];
    const isTable = xs.length > 2 && xs.length <= MOST_COLUMNS && ys.length > 1 && ys.length <= MOST_ROWS;
    return isTable ? [{ ...own, xs, ys }] : [];
  });
}

const meet = (one: Rule, other: Rule): boolean => reaches(one, other.at) && reaches(other, one.at);
const reaches = ({ from, to }: Rule, at: number): boolean => from - NEAR <= at && at <= to + NEAR;

/** the places of the rules, and how far those across them go, where a side is left open */
function edgesOf(rules: Rule[], crossing: Rule[]): number[] {
  const edges = leveled(rules, ({ at }) => at).map(({ at }) => at);
  if (edges.length === 0 || crossing.length === 0) return [];
  const [first, last] = [rangeOf(crossing.map(({ from }) => from)).from, rangeOf(crossing.map(({ to }) => to)).to];
  return [
    ...(edges[0]! - first > 2 * NEAR ? [first] : []),
    ...edges,
    ...(last - edges.at(-1)! > 2 * NEAR ? [last] : []),
  ];
}

/** a piece stands where its middle is */
const middle = ({ x, y, width, height }: Piece) => ({ x: x + width / 2, y: y - height * 0.35 });

function isInside(piece: Piece, { xs, ys }: Frame): boolean {
  const { x, y } = middle(piece);
  return x > xs[0]! && x < xs.at(-1)! && y > ys[0]! && y < ys.at(-1)!;
}

const between = (edges: number[], at: number): number => edges.findLastIndex((edge) => edge <= at);

interface Cell {
  row: number;
  left: number;
  right: number;
  pieces: Piece[];
}

function tableOf(frame: Frame, pieces: Piece[]): RuledTable | null {
  const { xs, ys } = frame;
  const cells = cellsOf(frame);
  for (const whole of pieces)
    for (const piece of cutAt(whole, xs)) {
      const { x, y } = middle(piece);
      cells[between(ys, y)]![between(xs, x)]?.pieces.push(piece);
    }
  const texts = new Map([...new Set(cells.flat())].map((cell) => [cell, textOf(cell)]));
  const rooms = cells.at(-1)!.map((cell) => {
    const last = linesOf(cell.pieces).at(-1);
    return last ? roomOf(last, cell) : Number.POSITIVE_INFINITY;
  });
  if (!isTable([...texts.values()])) return null;
  const rows = cells.map((row, at) => row.map((cell) => (cell.row === at ? texts.get(cell)! : "")));
  return { top: ys[0]!, bottom: ys.at(-1)!, columns: xs, rows, rooms };
}

/** each place between two edges belongs to the cell to its left or above, where no rule parts them */
function cellsOf({ xs, ys, across, down }: Frame): Cell[][] {
  const cells: Cell[][] = [];
  const isParted = (rules: Rule[], edge: number, at: number) =>
    rules.some((rule) => Math.abs(rule.at - edge) <= NEAR && reaches(rule, at));
  for (let row = 0; row < ys.length - 1; row += 1) {
    cells.push([]);
    for (let column = 0; column < xs.length - 1; column += 1) {
      const [x, y] = [(xs[column]! + xs[column + 1]!) / 2, (ys[row]! + ys[row + 1]!) / 2];
      const before = column > 0 && !isParted(down, xs[column]!, y) ? cells[row]![column - 1] : undefined;
      const above = row > 0 && !isParted(across, ys[row]!, x) ? cells[row - 1]![column] : undefined;
      const cell = before ?? above ?? { row, left: xs[column]!, right: xs[column + 1]!, pieces: [] };
      cell.right = Math.max(cell.right, xs[column + 1]!);
      cells[row]!.push(cell);
    }
  }
  return cells;
}

/** the library joins words that stand close, across a rule too: each on its own side, as far as their signs tell */
function cutAt(piece: Piece, edges: number[]): Piece[] {
  const crosses = edges.some((edge) => edge > piece.x + 1 && edge < piece.x + piece.width - 1);
  if (!crosses || !/\S\s+\S/.test(piece.text)) return [piece];
  const sign = piece.width / widthOf(piece.text);
  return [...piece.text.matchAll(/\S+/g)].map((found) => {
    const x = piece.x + widthOf(piece.text.slice(0, found.index)) * sign;
    return { ...piece, text: found[0], x, width: widthOf(found[0]) * sign };
  });
}

const widthOf = (text: string): number => [...text].reduce((all, sign) => all + (sign > "\u00ff" ? 2 : 1), 0);

/** a line that fills its cell goes on in the next one; where it ends earlier, something else begins */
function textOf(cell: Cell): string {
  const lines = linesOf(cell.pieces);
  return lines.reduce(
    (text, line, at) => text + (at === 0 || goesOn(roomOf(lines[at - 1]!, cell), line.text) ? "" : " ") + line.text,
    "",
  );
}

/** between its rules a cell keeps some points free on both sides */
const MARGINS = 10.8;

const roomOf = ({ width, height }: TextLine, { left, right }: Cell): number =>
  (right - left - MARGINS - width) / height;

/** a third of its cells say something, and most of what they say is no prose: else it is a chart's grid or a frame around text */
function isTable(texts: string[]): boolean {
  const said = texts.filter((text) => text !== "");
  const prose = said.filter((text) => text.length > 60 && /。.*。/.test(text));
  const lengthOf = (some: string[]) => some.reduce((all, text) => all + text.length, 0);
  return said.length * 3 >= texts.length && lengthOf(prose) * 2 <= lengthOf(said);
}
