/** 分栏: a page set in two columns is read one after the other. */
import { linesOf, type TextLine } from "./lines.ts";
import { type Piece, rangeOf } from "./piece.ts";
import { leveled } from "./rules.ts";
import type { RuledTable } from "./table.ts";

/** what is read in one go, from the top down */
export interface Area {
  free: Piece[];
  tables: RuledTable[];
}

/** fewer lines side by side, or shorter ones, may be a table */
const LEAST_LINES = 8;
const LEAST_SIGNS = 10;

/** 各栏 in the order in which they are read; a page that isn't set in columns is one */
export function areasOf(free: Piece[], tables: RuledTable[]): Area[] {
  const lines = linesOf(free);
  const gutter = gutterOf(lines);
  if (gutter === null) return [{ free, tables }];
  const sideOf = (from: number, to: number) => (to < gutter ? "left" : from > gutter ? "right" : "across");
  const order = new Map(free.map((piece, at) => [piece, at]));
  const areas: Area[] = [];
  let [left, right]: Area[] = [empty(), empty()];
  const close = () => {
    areas.push(left!, right!);
    [left, right] = [empty(), empty()];
  };
  const entries = [
    ...lines.map(({ y, own }) => ({ y, own, table: null })),
    ...tables.map((table) => ({ y: table.top, own: [], table })),
  ].sort((a, b) => a.y - b.y);
  for (const { own, table } of entries) {
    const sides = table
      ? [sideOf(table.columns[0]!, table.columns.at(-1)!)]
      : own.map(({ x, width }) => sideOf(x, x + width));
    const isAcross = sides.includes("across");
    // what reaches over both columns parts what stands above it from what stands below
    if (isAcross) close();
    for (const [at, piece] of own.entries()) (isAcross || sides[at] === "left" ? left! : right!).free.push(piece);
    if (table) (isAcross || sides[0] === "left" ? left! : right!).tables.push(table);
    if (isAcross) close();
  }
  close();
  for (const area of areas) area.free.sort((a, b) => order.get(a)! - order.get(b)!);
  return areas.filter((area) => area.free.length + area.tables.length > 0);
}

const empty = (): Area => ({ free: [], tables: [] });

/** words that no wide gap parts */
interface Run {
  from: number;
  to: number;
  y: number;
  height: number;
  text: string;
}

/** where the right column's lines begin: many, of running text, beside as many that end before; null where there is none */
function gutterOf(lines: TextLine[]): number | null {
  const runs = lines.flatMap(runsOf);
  const long = runs.filter(({ text }) => text.length >= LEAST_SIGNS);
  const { from: first, to: last } = rangeOf(runs.flatMap(({ from, to }) => [from, to]));
  const isMiddle = (at: number) => at > first + (last - first) * 0.4 && at < first + (last - first) * 0.6;
  // lines of a paragraph's beginning and of lists stand two signs further in
  const right = leveled(long, ({ from }) => from)
    .map(({ at }) => ({ at, own: long.filter(({ from, height }) => from >= at && from < at + 3 * height) }))
    .find(({ at, own }) => isMiddle(at) && isText(own));
  if (!right) return null;
  const gutter = right.at - 1;
  const beside = rangeOf(right.own.map(({ y }) => y));
  const left = long.filter(({ to, y }) => to < gutter && y >= beside.from && y <= beside.to);
  const across = runs.filter(({ from, to }) => from < gutter && to > gutter);
  return isText(left) && across.length * 3 < left.length ? gutter : null;
}

const isText = (runs: Run[]): boolean =>
  runs.length >= LEAST_LINES && runs.filter(({ text }) => /[，。；、,]/.test(text)).length * 3 > runs.length;

function runsOf({ own, y, height }: TextLine): Run[] {
  const runs: Run[] = [];
  for (const { x: from, width, text } of [...own].sort((a, b) => a.x - b.x)) {
    const last = runs.at(-1);
    if (last && from - last.to <= height) Object.assign(last, { to: from + width, text: last.text + text });
    else runs.push({ from, to: from + width, y, height, text });
  }
  return runs;
}
