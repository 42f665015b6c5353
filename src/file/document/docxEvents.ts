import type { Block, TableRow } from "../../domain/document.ts";
import { attribute, type XmlEvents, XmlFault } from "../xlsx/xml.ts";

interface OpenCell {
  text: string[];
  columns: number;
  goesOn: boolean;
}
interface OpenTable {
  rows: TableRow[];
  cells: OpenCell[];
}

/** what is open at the moment, and what was finished */
interface State {
  blocks: Block[];
  tables: OpenTable[];
  paragraphs: string[];
  line: number;
  isText: boolean;
  hiding: number;
}

/** deeper nesting is made by hand */
const deepest = 20;
/** what isn't the text that a reader sees: struck out, or the same once more for old programs */
const hidden = new Set(["del", "moveFrom", "Fallback", "instrText"]);

/** 读正文的回调: builds the blocks while the scanner goes through document.xml */
export function wordEvents(): { events: XmlEvents; blocks: Block[] } {
  const state: State = { blocks: [], tables: [], paragraphs: [], line: 0, isText: false, hiding: 0 };
  return {
    blocks: state.blocks,
    events: {
      open(name, attributes) {
        if (hidden.has(name)) state.hiding += 1;
        opened[name]?.(state, attributes);
      },
      close(name) {
        if (hidden.has(name)) state.hiding -= 1;
        closed[name]?.(state);
      },
      text(piece) {
        if (state.isText) write(state, piece);
      },
    },
  };
}

const cellOf = ({ tables }: State): OpenCell | undefined => tables.at(-1)?.cells.at(-1);

function write({ hiding, paragraphs }: State, text: string): void {
  if (hiding === 0 && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
}

const nextPlace = (state: State) => ({ line: (state.line += 1) });

const opened: Record<string, (state: State, attributes: string) => void> = {
  p: ({ paragraphs }) => void paragraphs.push(""),
  t: (state) => {
    state.isText = true;
  },
  tab: (state) => write(state, " "),
  br: (state) => write(state, "\n"),
  cr: (state) => write(state, "\n"),
  noBreakHyphen: (state) => write(state, "-"),
  tbl: ({ tables }) => {
    if (tables.length > deepest) throw new XmlFault("tables too deep");
    tables.push({ rows: [], cells: [] });
  },
  tc: ({ tables }) => void tables.at(-1)?.cells.push({ text: [], columns: 1, goesOn: false }),
  gridSpan: (state, attributes) => {
    const cell = cellOf(state);
    if (cell) cell.columns = Math.min(63, Math.max(1, Number(attribute(attributes, "val")) || 1));
  },
  vMerge: (state, attributes) => {
    const cell = cellOf(state);
    if (cell) cell.goesOn = attribute(attributes, "val") !== "restart";
  },
};

const closed: Record<string, (state: State) => void> = {
  t: (state) => {
    state.isText = false;
  },
  p: (state) => {
    const text = state.paragraphs.pop() ?? "";
    const cell = cellOf(state);
    if (cell) cell.text.push(text);
    else if (text.trim() !== "") state.blocks.push({ kind: "paragraph", text, place: nextPlace(state) });
  },
  tr: (state) => {
    const table = state.tables.at(-1);
    if (!table) return;
    table.rows.push({ cells: table.cells.flatMap(spread), place: nextPlace(state) });
    table.cells = [];
  },
  tbl: (state) => {
    const table = state.tables.pop();
    if (!table) return;
    const outer = cellOf(state);
    if (outer) outer.text.push(...table.rows.flatMap(({ cells }) => cells));
    else if (table.rows.length > 0) state.blocks.push({ kind: "table", rows: table.rows });
  },
};

/** a cell over several columns stands in each; one that goes on from above is blank */
const spread = ({ text, columns, goesOn }: OpenCell): string[] =>
  Array.from({ length: columns }, () => (goesOn ? "" : text.join("").trim()));
