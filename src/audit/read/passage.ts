/**
 * 段: the text of one paragraph in one piece, however it was broken into lines; a place in it leads back to its line.
 */
import type { AuditedDocument, Block, Line, Place } from "../../domain/document.ts";
import { normalise, restored } from "./normalise.ts";

export interface Passage {
  kind: "passage";
  text: string;
  /** where each line begins in the text */
  starts: { at: number; line: Line }[];
  isHeading: boolean;
}

export interface Grid {
  kind: "grid";
  /** `places`: of each cell, where each stands on a line of its own */
  rows: { cells: string[]; place: Place; text: string; places?: Place[] }[];
}

/** a heading by its number; a caption; an appendix */
const heading =
  /^(?:【|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节部]|\d{1,2}[.、](?!\d)|（\d{1,2}）|[图表] ?\d+|附件|附表|附：|注：)/;
const caption = /^(?:[图表] ?\d+|附件|附表)/;
/** an item of a list, where the line before it was closed */
const bullet = /^(?:[-—–·•●○■◆▪□◇☆★▲△►*]|[①-⑳]|[一二三四五六七八九十]{1,2}是)/;
const sentenceEnd = /[。！？]["”』）]?$/;

/** “3.143张单子里有8张”: the third item, of 143; nothing is counted in parts */
const itemNumber = /^(\d{1,2})\.(?=\d+(?:[件张起宗通家]|个(?!百分点|工作日|月)))/;

/** blanks stay only where they keep two words or numbers apart */
const squeezed = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    // “故障 6 6 起”: one number, set wide
    .replace(/(?<=[\u4e00-\u9fff] )\d(?: \d){1,4}(?= ?[件起个通次宗条台])/g, (wide) => wide.replaceAll(" ", ""))
    .replace(/ (?![\dA-Za-z])|(?<![\dA-Za-z%.]) /g, "");

function passageOf(lines: Line[], isHeading = false, width = 1): Passage {
  const starts: Passage["starts"] = [];
  let text = "";
  const isClauses = width === 0 && !lines.some(({ goesOn }) => goesOn);
  for (const [at, clean] of normalisedLines(lines, isClauses).entries()) {
    if (isClauses && /[^，。；：、！？（]$/.test(text)) text += "，";
    starts.push({ at: text.length, line: lines[at]! });
    const own = squeezed(clean);
    text += /[^。；：！]$/.test(text) ? own : own.replace(itemNumber, "$1、");
  }
  return { kind: "passage", text, starts, isHeading };
}

/** the lines of a paragraph are read as one: “3,” and “842件” are one number; not so where each has a clause of its own */
function normalisedLines(lines: Line[], isClauses: boolean): string[] {
  const own = lines.map(({ text }) => text.trim());
  if (isClauses) return own.map(normalise);
  const whole = normalise(own.join(""));
  let from = 0;
  return own.map((text) => whole.slice(from, (from += text.length)));
}

/** 段中一处所在的行 */
function lineAt(passage: Passage, at: number): Line {
  return (passage.starts.findLast((start) => start.at <= at) ?? passage.starts[0]!).line;
}

/** 一句的位置 and its text, for whoever looks it up */
export const quote = (passage: Passage, from: number, to: number): Place & { text: string } => ({
  ...lineAt(passage, from).place,
  text: passage.text.slice(from, to),
});

/** a rule across the page says nothing */
const isDrawn = /^[─━═―\-_=]{6,}$/;

/** 行并为段: lines as they were broken on paper, put together again */
function joinedLines(lines: Line[], wrap: Wrap): Passage[] {
  const { width } = wrap;
  const passages: Passage[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) passages.push(passageOf(open, isShortHeading(open), width));
    open = [];
  };
  for (const line of lines) {
    const text = line.text.trim();
    if (text === "" || isDrawn.test(text) || isPageNumber(text, open.at(-1))) continue;
    if (open.at(-1)?.goesOn) {
      open.push(line);
      continue;
    }
    const isOpen = width === 0 && open.length > 0 && goesOn(open.at(-1)!, line);
    const isItem = bullet.test(normalise(text)) && (!open.at(-1) || /[；。：:;]$/.test(open.at(-1)!.text.trim()));
    const isNew = isItem || heading.test(normalise(text)) || (width > 0 && beginsParagraph(line, open.at(-1)));
    if (isNew || (endsParagraph(open.at(-1), line, wrap) && !isOpen)) close();
    open.push(line);
    if (caption.test(text)) close();
  }
  close();
  return passages;
}

/** 页码: “- 12 -”, “第12页” */
export const pageNumber = /^[-—–－~]+\s*\d{1,3}\s*[-—–－~]+$|^第\s*\d{1,3}\s*页(?:[，\s/]*共\s*\d{1,3}\s*页)?$/;

/** 页码: with its dashes, or bare in the middle of a sentence that goes on over the page */
const isPageNumber = (text: string, before: Line | undefined): boolean =>
  pageNumber.test(text) ||
  (/^\d{1,3}$/.test(text) && before !== undefined && !/[。！？：；\d]$/.test(before.text.trim()));

const isShortHeading = (lines: Line[]): boolean =>
  lines.length === 1 && heading.test(normalise(lines[0]!.text.trim())) && !/[。；，]/.test(lines[0]!.text);

/** no paper is so narrow: lines of a dozen signs that end anywhere hold a clause each */
function hasEdge(cut: string[]): boolean {
  const shown = cut.map(shownWidth).sort((a, b) => a - b);
  const edge = shown[Math.floor(shown.length * 0.9)] ?? 0;
  const alike = (one: number) => shown.filter((other) => Math.abs(other - one) <= 3).length;
  const usual = shown.reduce((best, one) => (alike(one) > alike(best) ? one : best), 0);
  return usual >= 36 || shown.filter((one) => one >= edge - 6).length * 2 >= shown.length;
}

/** a wide sign takes two places */
const shownWidth = (text: string): number => [...text].reduce((all, sign) => all + (sign > "\u00ff" ? 2 : 1), 0);

const going =
  /^（?(?:由|较|比|与|同比|环比|减少|增加|上升|下降|增长|降幅|增幅|升幅|占|缩短|延长|提高|满意率|办结率|办结|满意|回访|排第|排名|受理)/;

/** one clause on each line, without signs at their ends: “受理诉求1487件”, “由8月的1612件”, “减少125件” */
const goesOn = (before: Line, next: Line): boolean =>
  /[\d%\u4e00-\u9fff]$/.test(before.text.trim()) &&
  !isShortHeading([before]) &&
  before.text.trim().length <= 24 &&
  next.text.trim().length <= 24 &&
  going.test(normalise(next.text).trim());

/** 折行: how lines were broken */
interface Wrap {
  /** how long a full line is: what four of five lines don't exceed; 0 where each line is a paragraph of its own */
  width: number;
  /** where nearly all lines that go on end, and what they are measured by; null where they end anywhere */
  edge: { at: number; lengthOf: (text: string) => number } | null;
}

function wrapOf(lines: Line[]): Wrap {
  const all = lines.filter(({ text }) => text.trim().length > 12).map(({ text }) => text.trimEnd());
  const cut = all.filter((text) => !/[。！？：；]["”』）]?$/.test(text) && !heading.test(normalise(text.trim())));
  if (cut.length * 4 < all.length) return { width: 0, edge: null };
  const lengths = all.map((text) => text.trim().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  // lines broken at an edge reach it; a clause on each line doesn't
  return hasEdge(cut.map((text) => text.trim())) ? { width, edge: edgeOf(cut) } : { width: 0, edge: null };
}

/** so much short of the edge a line that goes on may end: three wide signs */
const SLACK = 6;

function edgeOf(cut: string[]): Wrap["edge"] {
  const found = [shownWidth, (text: string) => text.length * 2].map((lengthOf) => {
    const lengths = cut.map(lengthOf).sort((a, b) => a - b);
    const at = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
    return { at, lengthOf, full: lengths.filter((length) => Math.abs(at - length) <= SLACK).length };
  });
  const best = found.reduce((one, other) => (other.full > one.full ? other : one));
  return best.full >= 4 && best.full * 5 >= cut.length * 4 ? best : null;
}

/** a line that ended though what follows would have had room behind it */
function isShort(text: string, next: string, { width, edge }: Wrap): boolean {
  // sentences that follow one another may stay together: much is read by what was said just before
  if (sentenceEnd.test(text)) return text.trim().length < width * 0.85;
  if (!edge) return text.trim().length < width * 0.6;
  const [word] = /^(?:[\dA-Za-z.,%]+|.)[，。；：、！？）”]*/u.exec(next.trim()) ?? [""];
  const room = edge.at - edge.lengthOf(text.trimEnd());
  return room > 2 * SLACK && room >= edge.lengthOf(word);
}

/** a full stop, or a line that ended long before its edge */
function endsParagraph(line: Line | undefined, next: Line, wrap: Wrap): boolean {
  if (!line) return false;
  const text = normalise(line.text).trimEnd();
  if (/[，、；（]$/.test(text)) return false;
  // behind a first line that stands further in, one at the margin goes on
  if (wrap.width > 0 && sentenceEnd.test(text) && isFurtherIn(line, next)) return false;
  return wrap.width === 0 || isShort(text, normalise(next.text), wrap);
}

/** two wide blanks further in than the line before it, or with the sign of an item that is none of a sentence; narrow blanks only place a line */
const beginsParagraph = (line: Line, before: Line | undefined): boolean =>
  /^\s*[•●■◆▪□◇☆★►]/.test(line.text) ||
  (before !== undefined &&
    /^\u3000\u3000\S/.test(line.text) &&
    !/^\u3000|[。！？，、（]["”』）]?\s*$/.test(before.text));

/** by two signs, as the first line of a paragraph does */
const isFurtherIn = (line: Line, other: Line): boolean => Math.abs(indentOf(line) - indentOf(other) - 4) <= 1;

const indentOf = ({ text }: Line): number => shownWidth(/^[ \u3000]*/.exec(text)![0]);

export type Piece = Passage | Grid;

/** a sentence that a table on the page cut in two goes on behind it */
function rejoined(parts: (Grid | Line[])[], width: number): (Grid | Line[])[] {
  const joined: (Grid | Line[])[] = [];
  for (const part of parts) {
    const before = joined.findLastIndex((earlier) => Array.isArray(earlier));
    const open = before >= 0 && before < joined.length - 1 ? (joined[before] as Line[]) : null;
    if (open && Array.isArray(part) && isCutOff(open, part, width)) joined[before] = [...open, ...part];
    else joined.push(part);
  }
  return joined;
}

function isCutOff(before: Line[], after: Line[], width: number): boolean {
  const last = before.findLast(({ text }) => text.trim() !== "")?.text.trim() ?? "";
  const next = normalise(after.find(({ text }) => text.trim() !== "")?.text.trim() ?? "");
  return (
    width > 0 && last.length >= width * 0.6 && !/[。！？：；]$/.test(last) && !caption.test(last) && !heading.test(next)
  );
}

/** 文档的段与表, in order; where paragraphs are lines broken on paper, `split` finds the tables among them */
export function piecesOf(
  { layout, ...document }: AuditedDocument,
  split: (lines: Line[]) => (Grid | Line[])[],
): Piece[] {
  const blocks = document.blocks.map(restoredBlock);
  const whole = wrapOf(blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : [])));
  const isBroken = layout === "lines" || whole.width > 0;
  return runsOf(withoutFurniture(blocks)).flatMap((run): Piece[] => {
    if (!Array.isArray(run)) return [gridOf(run.rows)];
    if (!isBroken)
      return run.filter(({ text }) => text.trim() !== "").map((line) => passageOf([line], isShortHeading([line])));
    const parts = split(run);
    const wrap = wrapBetween(
      parts.flatMap((part) => (Array.isArray(part) ? part : [])),
      whole,
    );
    return rejoined(parts, wrap.width).flatMap((part): Piece[] =>
      Array.isArray(part) ? joinedLines(part, wrap) : [part],
    );
  });
}

/** a few lines between tables don't show their edge: the document's is theirs, where none goes beyond it */
function wrapBetween(lines: Line[], whole: Wrap): Wrap {
  const { edge } = whole;
  const isWithin = edge && lines.every(({ text }) => edge.lengthOf(text.trimEnd()) <= edge.at + SLACK);
  return isWithin ? whole : wrapOf(lines);
}

const restoredBlock = (block: Block): Block =>
  block.kind === "paragraph"
    ? { ...block, text: restored(block.text) }
    : { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(restored) })) };

/** 页眉页脚: short lines alike but for a number that goes up by one, page after page */
function withoutFurniture(blocks: Block[]): Block[] {
  const marks = blocks.flatMap((block) => {
    const found = block.kind === "paragraph" && block.text.length <= 40 ? furniture.exec(block.text.trim()) : null;
    return found ? [{ block, words: `${found[1]}|${found[3]}`, page: Number(found[2]) }] : [];
  });
  const isNext = ({ words, page }: (typeof marks)[number]) =>
    marks.some((other) => other.words === words && Math.abs(other.page - page) === 1);
  const dropped = new Set<Block>(marks.filter(isNext).map(({ block }) => block));
  return blocks.filter((block) => !dropped.has(block));
}

const furniture = /^(\D{3,30}[\s　]{2,}[第-]?\s*)(\d{1,3})(\s*[页-]?)$/;

/** paragraphs one after the other, and the tables between them */
function runsOf(blocks: Block[]): (Line[] | Extract<Block, { kind: "table" }>)[] {
  const runs: (Line[] | Extract<Block, { kind: "table" }>)[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind === "table") runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** a cell has one number: “48 216”, “48，216” is written by thousands */
const grouped = (cell: string): string =>
  /^\s*[1-9]\d{0,2}(?:[ \u00a0，]\d{3})+\s*$/.test(cell) ? cell.trim().replace(/[^\d]/g, ",") : cell;

/** “↑4.82%” */
const signed = (cell: string): string => cell.replace(/^[↑▲]\s*(?=\d)/, "+").replace(/^[↓▼]\s*(?=\d)/, "-");

export function gridOf(rows: { cells: string[]; place: Place; places?: Place[] }[]): Grid {
  return {
    kind: "grid",
    rows: rows.map(({ cells, place, places }) => {
      const clean = cells.map((cell) => squeezed(signed(normalise(grouped(cell)).trim())));
      return { cells: clean, place, text: clean.join(" "), ...(places ? { places } : {}) };
    }),
  };
}
