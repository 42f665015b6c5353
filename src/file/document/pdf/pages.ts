/** 各页连成一份: without what stands on every page, with tables put together that a page cuts. */
import type { Block, TableRow } from "../../../domain/document.ts";
import { linesOf, type TextLine } from "./lines.ts";
import type { Piece } from "./piece.ts";
import { leveled } from "./rules.ts";
import type { RuledTable } from "./table.ts";

type Part = { kind: "line"; text: string; line: number } | { kind: "table"; rows: TableRow[]; widths: number[] };

/** 一页的行与表, from the top down; each line, and each row of a table, has its number */
export function partsOf(page: number, free: Piece[], tables: RuledTable[]): Part[] {
  const lines = indented(linesOf(free)).filter(({ text }) => !isPageNumber(text));
  const placed = [
    ...lines.map(({ y, text }) => ({ y, text, table: null })),
    ...tables.map((table) => ({ y: table.top, text: "", table })),
  ].sort((a, b) => a.y - b.y);
  let line = 0;
  return placed.map(({ text, table }): Part => {
    if (!table) return { kind: "line", text, line: (line += 1) };
    const rows = table.rows.map((cells) => ({ cells, place: { page, line: (line += 1) } }));
    return { kind: "table", rows, widths: table.columns.slice(1).map((edge, at) => edge - table.columns[at]!) };
  });
}

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
  let open: (Part & { kind: "table" }) | null = null;
  for (const [at, parts] of withoutRunning(pages).entries()) {
    const page = at + 1;
    const first = parts[0]?.kind === "line" && isContinued.test(parts[0].text) ? parts.slice(1) : parts;
    const rest: Part[] = open && first[0]?.kind === "table" && isSame(open, first[0]) ? goOn(open, first) : parts;
    for (const part of rest)
      blocks.push(
        part.kind === "table"
          ? { kind: "table", rows: part.rows }
          : { kind: "paragraph", text: part.text, place: { page, line: part.line } },
      );
    const last: Part | undefined = rest.at(-1);
    if (last) open = last.kind === "table" ? last : null;
  }
  return blocks;
}

/** “续表1”, “表1（续）” */
const isContinued = /^.{0,30}(?:续\s*表|[（(]\s*续\s*[）)])/;

type Table = Part & { kind: "table" };

const isSame = ({ widths }: Table, next: Table): boolean =>
  widths.length === next.widths.length && widths.every((width, at) => Math.abs(width - next.widths[at]!) <= 4);

/** the rows go on, without the head that is printed once more */
function goOn(open: Table, parts: Part[]): Part[] {
  const rows = (parts[0] as Table).rows;
  const repeated = rows.findIndex(({ cells }, at) => cells.join("|") !== open.rows[at]?.cells.join("|"));
  open.rows.push(...rows.slice(repeated < 0 ? rows.length : repeated));
  return parts.slice(1);
}

/** no running head has more lines */
const MOST_RUNNING = 3;

/** 去掉页眉页脚: first and last lines that are the same on two pages, but for a number that goes up with the page */
function withoutRunning(pages: Part[][]): Part[][] {
  const seen = new Map<string, Set<number>>();
  const edges = pages.map((parts) => ({ head: edgeOf(parts), foot: edgeOf(parts.toReversed()) }));
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
function edgeOf(parts: Part[]): string[] {
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
