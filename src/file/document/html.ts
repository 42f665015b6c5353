import type { AuditedDocument, Block, TableRow } from "../../domain/document.ts";

/** what a page doesn't show */
const unseen = new Set(["script", "style", "head", "template", "noscript", "svg", "textarea", "select"]);
const inline = new Set([
  "a",
  "abbr",
  "b",
  "big",
  "code",
  "em",
  "font",
  "i",
  "ins",
  "label",
  "mark",
  "o:p",
  "q",
  "s",
  "small",
  "span",
  "st1:chsdate",
  "strong",
  "sub",
  "sup",
  "u",
  "tt",
  "wbr",
  "img",
  "input",
  "bdi",
  "bdo",
  "cite",
]);
const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  middot: "·",
  ldquo: "“",
  rdquo: "”",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  times: "×",
  divide: "÷",
  permil: "‰",
};

interface Cell {
  text: string;
  columns: number;
  rows: number;
}

/** 读 .html: the text of its paragraphs and the cells of its tables, in order; nothing is fetched or run. */
export function readHtml(source: string): AuditedDocument {
  const blocks: Block[] = [];
  let [line, text] = [0, ""];
  let table: { rows: Cell[][]; depth: number } | null = null;
  const flush = () => {
    const clean = text.replace(/\s+/g, " ").trim();
    text = "";
    if (clean === "") return;
    const cell = table?.rows.at(-1)?.at(-1);
    if (cell) cell.text += clean;
    else blocks.push({ kind: "paragraph", text: clean, place: { line: (line += 1) } });
  };
  const open: Record<string, (tag: string) => void> = {
    table: () => {
      if (table) table.depth += 1;
      else table = { rows: [], depth: 1 };
    },
    tr: () => void (table?.depth === 1 && table.rows.push([])),
    td: (tag) =>
      void (
        table?.depth === 1 &&
        table.rows.at(-1)?.push({ text: "", columns: span(tag, "colspan"), rows: span(tag, "rowspan") })
      ),
  };
  const close: Record<string, () => void> = {
    table: () => {
      if (!table || (table.depth -= 1) > 0) return;
      const rows = laidOut(table.rows).map((cells): TableRow => ({ cells, place: { line: (line += 1) } }));
      table = null;
      if (rows.length > 0) blocks.push({ kind: "table", rows });
    },
  };
  for (const { tag, name, isClosing, content } of tokens(source)) {
    text += content;
    if (name === "" || inline.has(name)) continue;
    flush();
    const known = name === "th" ? "td" : name;
    if (isClosing) close[known]?.();
    else open[known]?.(tag);
  }
  flush();
  return { layout: "paragraphs", blocks };
}

interface Token {
  tag: string;
  name: string;
  isClosing: boolean;
  /** the text before the tag */
  content: string;
}

function* tokens(source: string): Generator<Token> {
  let at = 0;
  while (at < source.length) {
    const start = source.indexOf("<", at);
    const content = unescaped(source.slice(at, start < 0 ? source.length : start));
    if (start < 0) return yield { tag: "", name: "", isClosing: false, content };
    const isComment = source.startsWith("<!--", start);
    const end = source.indexOf(isComment ? "-->" : ">", start);
    const stop = end < 0 ? source.length : end + (isComment ? 3 : 1);
    const tag = source.slice(start, stop);
    const name = isComment ? "" : (/^<\/?([a-z][a-z0-9:]*)/i.exec(tag)?.[1]?.toLowerCase() ?? "");
    const isClosing = tag.startsWith("</");
    yield { tag, name, isClosing, content };
    at = unseen.has(name) && !isClosing && !tag.endsWith("/>") ? after(source, name, stop) : stop;
  }
}

/** behind the end of an element that isn't shown */
function after(source: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}\\b[^>]*>`, "gi");
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex : source.length;
}

const span = (tag: string, name: string): number => {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, "i").exec(tag)?.[1] ?? 1);
  return Math.min(63, Math.max(1, value));
};

/** a cell over several columns stands in each; below a cell over several rows it is blank */
function laidOut(rows: Cell[][]): string[][] {
  const waiting: number[] = [];
  return rows.map((cells) => {
    const row: string[] = [];
    const skip = () => {
      while ((waiting[row.length] ?? 0) > 0) {
        waiting[row.length]! -= 1;
        row.push("");
      }
    };
    for (const cell of cells) {
      skip();
      for (let column = 0; column < cell.columns; column += 1) {
        waiting[row.length] = cell.rows - 1;
        row.push(cell.text);
      }
    }
    skip();
    return row;
  });
}

const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex, decimal, name) => {
        if (name) return entities[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
      })
    : text;
