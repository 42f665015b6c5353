/** 各页连成一份: without what stands on every page, with tables put together that a page cuts. */
import type { Block, TableRow } from "../../../domain/document.ts";
import { type AlignedTable, alignedTables } from "./aligned.ts";
import { type Area, areasOf } from "./columns.ts";
import { goesOn, linesOf, type TextLine } from "./lines.ts";
import type { Piece, Range } from "./piece.ts";
import { leveled } from "./rules.ts";
import type { RuledTable } from "./table.ts";

type Line = {
  kind: "line";
  text: string;
  line: number;
  /** for how many signs there is room behind it */
  room: number;
};
type Table = {
  kind: "table";
  rows: TableRow[];
  columns: Range[];
  /** for how many signs each cell of its last row has room behind its last line */
  rooms: number[];
  /** what it is if no other page goes on with it; null where it is a table for sure */
  orLines: Line[] | null;
  isDrawn: boolean;
};
type Part = Line | Table;

/** a line or a table, and how many lines it takes on the page */
interface Placed {
  y: number;
  lines: number;
  parts(line: number): Part[];
}

/** 一页的行与表, in the order in which they are read; each line, and each row of a table, has its number */
export function partsOf(page: number, free: Piece[], tables: RuledTable[]): Part[] {
  let line = 1;
  return areasOf(free, tables).flatMap((area) =>
    placedIn(page, area).flatMap(({ parts, lines }) => {
      line += lines;
      return parts(line - lines);
    }),
  );
}

function placedIn(page: number, { free, tables }: Area): Placed[] {
  const lines = indented(linesOf(free)).filter(({ text }) => !isPageNumber(text));
  const edge = edgeOf(lines);
  const aligned = new Map(alignedTables(free, lines).map((table) => [table.first, table]));
  const placed = tables.map(
    (table): Placed => ({
      y: table.top,
      lines: table.rows.length,
      parts: (line) => [ruledPart(table, page, line)],
    }),
  );
  for (let at = 0; at < lines.length; ) {
    const table = aligned.get(at);
    const own = lines.slice(at, table ? table.last + 1 : at + 1);
    placed.push({
      y: own[0]!.y,
      lines: own.length,
      parts: (line) => {
        const parts = own.map((one, more) => linePart(one, line + more, edge));
        return table ? [alignedPart(table, page, line, parts)] : parts;
      },
    });
    at += own.length;
  }
  return placed.sort((a, b) => a.y - b.y);
}

const linePart = ({ text, x, width, height }: TextLine, line: number, edge: number): Line => ({
  kind: "line",
  text,
  line,
  room: (edge - x - width) / height,
});

/** 右边: where three lines end at least, or as far as any goes */
function edgeOf(lines: TextLine[]): number {
  const ends = lines.map(({ x, width, height }) => ({ at: x + width, height })).sort((a, b) => b.at - a.at);
  const edge = ends.find(({ at, height }, index) => ends[index + 2] && at - ends[index + 2]!.at < height);
  return (edge ?? ends[0])?.at ?? 0;
}

const ruledPart = ({ rows, columns, rooms }: RuledTable, page: number, line: number): Table => ({
  kind: "table",
  rows: rows.map((cells, at) => ({ cells, place: { page, line: line + at } })),
  columns: columns.slice(1).map((to, at) => ({ from: columns[at]!, to })),
  rooms,
  orLines: null,
  isDrawn: true,
});

const alignedPart = (
  { rows, first, columns, rooms, isSure }: AlignedTable,
  page: number,
  line: number,
  own: Line[],
): Table => ({
  kind: "table",
  rows: rows.map((row) => ({ cells: row.cells, place: { page, line: line + row.line - first } })),
  columns,
  rooms,
  orLines: isSure ? null : own,
  isDrawn: false,
});

/** a line that begins two signs behind the margin opens a paragraph: its two blanks say so */
function indented(lines: TextLine[]): TextLine[] {
  const margin = leveled(lines, ({ x }) => x).find(({ own }) => own.length > 1);
  return lines.map((line) => {
    const signs = margin ? (line.x - margin.at) / line.height : 0;
    return Math.abs(signs - 2) < 0.4 ? { ...line, text: `\u3000\u3000${line.text}` } : line;
  });
}

/** the number of a page at its foot */
const isPageNumber = (text: string): boolean => /^[\s—–-]*\d{1,4}[\s—–-]*$/.test(text) && /[—–-]/.test(text);

/** 全文, the pages one after the other */
export function blocksOf(pages: Part[][]): Block[] {
  const blocks: Block[] = [];
  /** the table that the page before ended with */
  let open: Table | null = null;
  /** the line before, where nothing stands between */
  let before: { part: Line; block: Block & { kind: "paragraph" } } | null = null;
  for (const [at, parts] of settled(withoutRunning(pages)).entries()) {
    const page = at + 1;
    const next = firstTable(parts);
    const rest: Part[] = open && next && isSame(open, next) ? goOn(open, next, parts) : parts;
    for (const part of rest) {
      if (before && part.kind === "line" && isCut(before.part, part)) before.block.goesOn = true;
      if (part.kind === "table") blocks.push({ kind: "table", rows: part.rows });
      else blocks.push({ kind: "paragraph", text: part.text, place: { page, line: part.line } });
      const block = blocks.at(-1)!;
      before = part.kind === "line" && block.kind === "paragraph" ? { part, block } : null;
    }
    const last: Part | undefined = rest.at(-1);
    if (last) open = last.kind === "table" ? last : null;
  }
  return blocks;
}

/** a line in the middle of a sentence, behind which the next one wouldn't have found room */
const isCut = ({ text, room }: Line, next: Line): boolean =>
  !/[。！？：；]["”』）]?$/.test(text) && !/^\u3000/.test(next.text) && goesOn(room, next.text);

/** “续表1”, “表1（续）” */
const isContinued = /^.{0,30}(?:续\s*表|[（(]\s*续\s*[）)])/;

/** the table that a page begins with */
function firstTable(parts: Part[]): Table | null {
  const first = parts[0]?.kind === "line" && isContinued.test(parts[0].text) ? parts[1] : parts[0];
  return first?.kind === "table" ? first : null;
}

/** what may be a table is one if it goes on over the page */
function settled(pages: Part[][]): Part[][] {
  return pages.map((parts, at) =>
    parts.flatMap((part): Part[] => {
      if (part.kind === "line" || !part.orLines) return [part];
      const before = part === firstTable(parts) ? pages[at - 1]?.at(-1) : undefined;
      const after = part === parts.at(-1) ? firstTable(pages[at + 1] ?? []) : null;
      return [before, after].some((other) => other?.kind === "table" && isSame(other, part)) ? [part] : part.orLines;
    }),
  );
}

/** as many columns, each as wide; without rules, each below the other */
const isSame = (one: Table, next: Table): boolean =>
  one.isDrawn === next.isDrawn &&
  one.columns.length === next.columns.length &&
  one.columns.every((column, at) => {
    const other = next.columns[at]!;
    return one.isDrawn
      ? Math.abs(column.to - column.from - (other.to - other.from)) <= 4
      : column.from < other.to && other.from < column.to;
  });

/** the rows go on, without the head that is printed once more; what remains of a row that the page cuts is put to it */
function goOn(open: Table, { rows, rooms }: Table, parts: Part[]): Part[] {
  const [first, ...more] = withoutHead(rows, open.rows);
  const last = open.rows.at(-1)!;
  if (first && isRest(first.cells, open)) last.cells = last.cells.map((text, at) => text + first.cells[at]!);
  else if (first) open.rows.push(first);
  open.rows.push(...more);
  if (more.length > 0 || open.rows.at(-1) === first) open.rooms = rooms;
  return parts.slice(parts.findIndex(({ kind }) => kind === "table") + 1);
}

/** what remains of a row may have been taken for one more line of the head above it */
function withoutHead(rows: TableRow[], [head, ...others]: TableRow[]): TableRow[] {
  const [first, ...more] = rows;
  const goesOnFrom = (text: string, cell: string) => (cell === "" ? text === "" : text.startsWith(cell));
  if (!head || !first?.cells.every((text, at) => goesOnFrom(text, head.cells[at]!))) return rows;
  const left = first.cells.map((text, at) => text.slice(head.cells[at]!.length));
  if (left.some((text) => text !== "")) return [{ ...first, cells: left }, ...more];
  const repeated = more.findIndex(({ cells }, at) => cells.join("|") !== others[at]?.cells.join("|"));
  return more.slice(repeated < 0 ? more.length : repeated);
}

/** no row of its own: it says less than the one before, and all that it says goes on from a full cell */
function isRest(cells: string[], { rows, rooms }: Table): boolean {
  const cut = rows.at(-1)!.cells;
  const isLeft = (text: string, at: number) => goesOn(rooms[at]!, text) && continues(cut[at]!, text);
  const isLess = cells.some((text, at) => text === "" && cut[at] !== "" && rows.every((row) => row.cells[at] !== ""));
  return isLess && cells.every((text, at) => text === "" || isLeft(text, at));
}

/** “9549” and “2”, “98.82” and “%”, “市直部” and “门”; not “沐阜州” and “合计”, “98.2” and “96.85” */
const continues = (cut: string, rest: string): boolean =>
  rest.length < cut.length &&
  !/[%％]$/.test(cut) &&
  (/\d$/.test(cut) ? /^[\d.,%％]+$/.test(rest) : !/^\d/.test(rest)) &&
  !/\..*\./.test(cut + rest) &&
  !/^(?:[合总小共]计|平均|全[省市区县])/.test(rest);

/** no running head has more lines */
const MOST_RUNNING = 3;

/** 去掉页眉页脚: first and last lines that are the same on two pages, but for a number that goes up with the page */
function withoutRunning(pages: Part[][]): Part[][] {
  const seen = new Map<string, Set<number>>();
  const edges = pages.map((parts) => ({ head: beginningOf(parts), foot: beginningOf(parts.toReversed()) }));
  for (const [page, { head, foot }] of edges.entries())
    for (const [edge, texts] of [["head", head] as const, ["foot", foot] as const])
      for (const key of texts.flatMap((text) => keysOf(text, page)))
        seen.set(`${edge}${key}`, (seen.get(`${edge}${key}`) ?? new Set()).add(page));
  const runs = (edge: string, texts: string[], page: number) => {
    const end = texts.findIndex((text) => !keysOf(text, page).some((key) => seen.get(edge + key)!.size > 1));
    return end < 0 ? texts.length : end;
  };
  return pages.map((parts, page) => {
    const { head, foot } = edges[page]!;
    const rest = parts.slice(runs("head", head, page), parts.length - runs("foot", foot, page));
    // pages that are all alike say that much
    return rest.length > 0 ? rest : parts;
  });
}

/** the lines before the first table, at most so many as a running head has */
function beginningOf(parts: Part[]): string[] {
  const texts = parts.slice(0, MOST_RUNNING).map((part) => (part.kind === "line" ? part.text : null));
  const end = texts.indexOf(null);
  return (end < 0 ? texts : texts.slice(0, end)) as string[];
}

/** a line as it is, and with each of its numbers told by how far it is from the page's; a row of a table is none */
function keysOf(text: string, page: number): string[] {
  const clean = text.replace(/\s+/g, "");
  if (clean.length > 40) return [];
  const numbered = [...clean.matchAll(/\d{1,4}/g)].map(
    ({ 0: number, index }) => `${clean.slice(0, index)}#${Number(number) - page}${clean.slice(index + number.length)}`,
  );
  return text.trim().split(/\s{2,}/).length > 2 ? numbered : [clean, ...numbered];
}
