import { attribute, type XmlEvents, XmlFault } from "../xlsx/xml.ts";
import { numbersOf, type WordLists } from "./docxLists.ts";
import { isOn, styled, type WordStyles } from "./docxStyles.ts";
import { type Cell, type Content, tableContents } from "./docxTables.ts";

interface OpenRun {
  style?: string;
  isHidden?: boolean;
}

interface OpenParagraph {
  text: string;
  style?: string;
  list?: string;
  level?: number;
  /** its properties are being read, those of its mark among them */
  isOpening: boolean;
  /** its mark was struck out or is hidden: it has no number, and what follows goes on behind it */
  isUnmarked: boolean;
  run: OpenRun | null;
}

interface OpenTable {
  rows: Cell[][];
  cells: Cell[];
}

/** what is open at the moment, and what was finished */
interface State {
  contents: Content[];
  tables: OpenTable[];
  paragraphs: OpenParagraph[];
  styles: WordStyles;
  numberOf: (list: string, level: number) => string;
  isText: boolean;
  hiding: number;
  /** what paragraphs without a mark leave to the next one */
  unended: string;
  /** of each thing that is said in several ways, whether one was read */
  saidInWays: boolean[];
}

/** deeper nesting is made by hand */
const deepest = 20;
const struckOut = new Set(["del", "moveFrom"]);
/** what isn't the text that a reader sees: struck out, said once more for old programs, over a word how it is spoken, or how a thing was before */
const isOut = (name: string): boolean => out.has(name) || name.endsWith("Change");
const out = new Set([...struckOut, "Fallback", "instrText", "rt"]);

/** 读正文的回调: collects what the document holds while the scanner goes through its main part */
export function wordEvents(styles: WordStyles, lists: WordLists): { events: XmlEvents; contents: Content[] } {
  const state: State = {
    contents: [],
    tables: [],
    paragraphs: [],
    styles,
    numberOf: numbersOf(lists),
    isText: false,
    hiding: 0,
    unended: "",
    saidInWays: [],
  };
  return {
    contents: state.contents,
    events: {
      open(name, attributes) {
        if (struckOut.has(name) && state.hiding === 0) unmark(state);
        if (isOut(name) || (name === "Choice" && (state.hiding > 0 || state.saidInWays.at(-1)))) state.hiding += 1;
        if (state.hiding === 0) opened[name]?.(state, attributes);
      },
      close(name) {
        if (state.hiding === 0) closed[name]?.(state);
        else if (isOut(name) || name === "Choice") state.hiding -= 1;
      },
      text(piece) {
        if (state.isText && state.hiding === 0) write(state, piece);
      },
    },
  };
}

const paragraphOf = ({ paragraphs }: State): OpenParagraph | undefined => paragraphs.at(-1);
const runOf = (state: State): OpenRun | null | undefined => paragraphOf(state)?.run;
const opening = (state: State): OpenParagraph | undefined => {
  const paragraph = paragraphOf(state);
  return paragraph?.isOpening ? paragraph : undefined;
};
const cellOf = ({ tables }: State): Cell | undefined => tables.at(-1)?.cells.at(-1);

function unmark(state: State): void {
  const paragraph = opening(state);
  if (paragraph) paragraph.isUnmarked = true;
}

function isHidden({ styles }: State, { style, run }: OpenParagraph): boolean {
  return run?.isHidden ?? styled(styles, run?.style, "isHidden") ?? styled(styles, style, "isHidden") ?? false;
}

function write(state: State, text: string): void {
  const paragraph = paragraphOf(state);
  if (paragraph && !isHidden(state, paragraph)) paragraph.text += text;
}

/** the contents of a table's cell, or of the document */
function collect(state: State, found: Content[]): void {
  const contents = cellOf(state)?.contents ?? state.contents;
  for (const one of found) contents.push(one);
}

function say(state: State, text: string): void {
  if (text.trim() !== "") collect(state, [{ kind: "paragraph", text }]);
}

/** where nothing can go on behind it, a paragraph ends without its mark as well */
function end(state: State): void {
  say(state, state.unended);
  state.unended = "";
}

const opened: Record<string, (state: State, attributes: string) => void> = {
  p: (state) => {
    state.paragraphs.push({ text: state.unended, isOpening: false, isUnmarked: false, run: null });
    state.unended = "";
  },
  pPr: (state) => {
    const paragraph = paragraphOf(state);
    if (paragraph) paragraph.isOpening = true;
  },
  pStyle: (state, attributes) => {
    const paragraph = opening(state);
    if (paragraph) paragraph.style = attribute(attributes, "val");
  },
  numId: (state, attributes) => {
    const paragraph = opening(state);
    if (paragraph) paragraph.list = attribute(attributes, "val");
  },
  ilvl: (state, attributes) => {
    const paragraph = opening(state);
    if (paragraph) paragraph.level = Number(attribute(attributes, "val"));
  },
  r: (state) => {
    const paragraph = paragraphOf(state);
    if (paragraph) paragraph.run = {};
  },
  rStyle: (state, attributes) => {
    const run = runOf(state);
    if (run) run.style = attribute(attributes, "val");
  },
  vanish: (state, attributes) => {
    const run = runOf(state);
    if (run) run.isHidden = isOn(attributes);
    else if (isOn(attributes)) unmark(state);
  },
  t: (state) => {
    state.isText = true;
  },
  // outside a run it is where a tab would go to
  tab: (state) => {
    if (runOf(state)) write(state, "\t");
  },
  br: (state) => write(state, "\n"),
  cr: (state) => write(state, "\n"),
  noBreakHyphen: (state) => write(state, "-"),
  AlternateContent: ({ saidInWays }) => void saidInWays.push(false),
  tbl: (state) => {
    const { tables } = state;
    if (tables.length > deepest) throw new XmlFault("tables too deep");
    end(state);
    tables.push({ rows: [], cells: [] });
  },
  tc: ({ tables }) => void tables.at(-1)?.cells.push({ contents: [], columns: 1, goesOn: false }),
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
  pPr: (state) => {
    const paragraph = paragraphOf(state);
    if (paragraph) paragraph.isOpening = false;
  },
  r: (state) => {
    const paragraph = paragraphOf(state);
    if (paragraph) paragraph.run = null;
  },
  p: (state) => {
    const paragraph = state.paragraphs.pop();
    if (!paragraph) return;
    if (paragraph.isUnmarked) state.unended = paragraph.text;
    else say(state, numbered(state, paragraph));
  },
  Choice: ({ saidInWays }) => void saidInWays.splice(-1, 1, true),
  AlternateContent: ({ saidInWays }) => void saidInWays.pop(),
  tc: (state) => end(state),
  txbxContent: (state) => end(state),
  body: (state) => end(state),
  tr: (state) => {
    const table = state.tables.at(-1);
    if (!table) return;
    table.rows.push(table.cells);
    table.cells = [];
  },
  tbl: (state) => {
    const table = state.tables.pop();
    if (table) collect(state, tableContents(table.rows, cellOf(state) !== undefined));
  },
};

/** 连同自动编号: an ordinal may stand alone in its cell; a blank line counts, but shows nothing that could be read */
function numbered(state: State, paragraph: OpenParagraph): string {
  const { text, style } = paragraph;
  const list = paragraph.list ?? styled(state.styles, style, "list");
  const level = paragraph.level ?? styled(state.styles, style, "level") ?? 0;
  const number = list === undefined ? "" : state.numberOf(list, level);
  const own = isContents(state, style) ? text.replaceAll("\t", " ") : text;
  return own.trim() === "" && !cellOf(state) ? "" : number + own;
}

/** a line of the table of contents, whose tab leads to a page */
const isContents = ({ styles }: State, style: string | undefined): boolean =>
  /^toc ?\d/i.test(styled(styles, style, "name") ?? style ?? "");
