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

/** deeper nesting is made by hand */
const deepest = 20;
/** what isn't the text that a reader sees: struck out, or the same once more for old programs */
const hidden = new Set(["del", "moveFrom", "Fallback", "instrText"]);

/** 读正文的回调: builds the blocks while the scanner goes through document.xml */
export function wordEvents(): { events: XmlEvents; blocks: Block[] } {
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  const paragraphs: string[] = [];
  let [line, isText, hiding] = [0, false, 0];
  const nextPlace = () => ({ line: (line += 1) });
  const write = (text: string) => {
    if (hiding === 0 && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
  };
  const opened: Record<string, (attributes: string) => void> = {
    p: () => void paragraphs.push(""),
    t: () => {
      isText = true;
    },
    tab: () => write(" "),
    br: () => write("\n"),
    cr: () => write("\n"),
    noBreakHyphen: () => write("-"),
    tbl: () => {
      if (tables.length > deepest) throw new XmlFault("tables too deep");
      tables.push({ rows: [], cells: [] });
    },
    tc: () => void tables.at(-1)?.cells.push({ text: [], columns: 1, goesOn: false }),
    gridSpan: (attributes) => {
      const cell = tables.at(-1)?.cells.at(-1);
      if (cell) cell.columns = Math.min(63, Math.max(1, Number(attribute(attributes, "val")) || 1));
    },
    vMerge: (attributes) => {
      const cell = tables.at(-1)?.cells.at(-1);
      if (cell) cell.goesOn = attribute(attributes, "val") !== "restart";
    },
  };
  const closed: Record<string, () => void> = {
    t: () => {
      isText = false;
    },
    p: () => {
      const text = paragraphs.pop() ?? "";
      const cell = tables.at(-1)?.cells.at(-1);
      if (cell) cell.text.push(text);
      else if (text.trim() !== "") blocks.push({ kind: "paragraph", text, place: nextPlace() });
    },
    tr: () => {
      const table = tables.at(-1);
      if (!table) return;
      table.rows.push({ cells: table.cells.flatMap(spread), place: nextPlace() });
      table.cells = [];
    },
    tbl: () => {
      const table = tables.pop();
      if (!table) return;
      const outer = tables.at(-1)?.cells.at(-1);
      if (outer) outer.text.push(...table.rows.flatMap(({ cells }) => cells));
      else if (table.rows.length > 0) blocks.push({ kind: "table", rows: table.rows });
    },
  };
  return {
    blocks,
    events: {
      open(name, attributes) {
        if (hidden.has(name)) hiding += 1;
        opened[name]?.(attributes);
      },
      close(name) {
        if (hidden.has(name)) hiding -= 1;
        closed[name]?.();
      },
      text(piece) {
        if (isText) write(piece);
      },
    },
  };
}

/** a cell over several columns stands in each; one that goes on from above is blank */
const spread = ({ text, columns, goesOn }: OpenCell): string[] =>
  Array.from({ length: columns }, () => (goesOn ? "" : text.join("").trim()));
