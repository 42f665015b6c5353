/**
 * 段: the text of one paragraph in one piece, however it was broken into lines; a place in it leads back to its line.
 */
import type { AuditedDocument, Line, Place } from "../../domain/document.ts";
import { normalise } from "./normalise.ts";

export interface Passage {
  kind: "passage";
  text: string;
  /** where each line begins in the text */
  starts: { at: number; line: Line }[];
  isHeading: boolean;
}

export interface Grid {
  kind: "grid";
  rows: { cells: string[]; place: Place; text: string }[];
}

/** a heading by its number; a caption; an appendix */
const heading =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节部]|\d{1,2}[.、](?!\d)|（\d{1,2}）|[图表] ?\d+|附件|附表|附：|注：)/;
const caption = /^(?:[图表] ?\d+|附件|附表)/;
const sentenceEnd = /[。！？]["”』）]?$/;

export const isCaption = (text: string): boolean => caption.test(text);

/** blanks stay only where they keep two words or numbers apart */
const squeezed = (text: string): string => text.replace(/\s+/g, " ").replace(/ (?![\dA-Za-z])|(?<![\dA-Za-z%.]) /g, "");

export function passageOf(lines: Line[], isHeading = false): Passage {
  const starts: Passage["starts"] = [];
  let text = "";
  for (const line of lines) {
    starts.push({ at: text.length, line });
    text += squeezed(normalise(line.text).trim());
  }
  return { kind: "passage", text, starts, isHeading };
}

/** 段中一处所在的行 */
export function lineAt(passage: Passage, at: number): Line {
  return (passage.starts.findLast((start) => start.at <= at) ?? passage.starts[0]!).line;
}

/** 一句的位置 and its text, for whoever looks it up */
export const quote = (passage: Passage, from: number, to: number): Place & { text: string } => ({
  ...lineAt(passage, from).place,
  text: passage.text.slice(from, to),
});

/** 行并为段: lines as they were broken on paper, put together again */
export function joinedLines(lines: Line[]): Passage[] {
  const width = wrapWidth(lines);
  const passages: Passage[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) passages.push(passageOf(open, isShortHeading(open)));
    open = [];
  };
  for (const line of lines) {
    const text = line.text.trim();
    if (text === "") continue;
    if (heading.test(normalise(text)) || endsParagraph(open.at(-1), width)) close();
    open.push(line);
    if (caption.test(text)) close();
  }
  close();
  return passages;
}

const isShortHeading = (lines: Line[]): boolean =>
  lines.length === 1 && heading.test(normalise(lines[0]!.text.trim())) && !/[。；，]/.test(lines[0]!.text);

/** how long a full line is: what nine of ten lines of text don't exceed */
function wrapWidth(lines: Line[]): number {
  const lengths = lines
    .map(({ text }) => text.trim().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0;
}

/** a full stop, or a line that ended long before its edge */
function endsParagraph(line: Line | undefined, width: number): boolean {
  if (!line) return false;
  const text = line.text.trim();
  if (sentenceEnd.test(text)) return text.length < width * 0.85 || width > 60;
  if (/[，、；（]$/.test(text)) return false;
  return text.length < width * 0.6;
}

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
  return last.length >= width * 0.6 && !/[。！？：；]$/.test(last) && !caption.test(last) && !heading.test(next);
}

/** 文档的段与表, in order; of a text file the lines of a table are found by `split` */
export function piecesOf(document: AuditedDocument, split: (lines: Line[]) => (Grid | Line[])[]): Piece[] {
  if (document.layout === "lines") {
    const lines = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : []));
    const width = wrapWidth(lines);
    return rejoined(split(lines), width).flatMap((part): Piece[] => (Array.isArray(part) ? joinedLines(part) : [part]));
  }
  return document.blocks.flatMap((block): Piece[] =>
    block.kind === "table"
      ? [gridOf(block.rows)]
      : block.text.trim() === ""
        ? []
        : [passageOf([block], isShortHeading([block]))],
  );
}

export function gridOf(rows: { cells: string[]; place: Place }[]): Grid {
  return {
    kind: "grid",
    rows: rows.map(({ cells, place }) => {
      const clean = cells.map((cell) => squeezed(normalise(cell).trim()));
      return { cells: clean, place, text: clean.join(" ") };
    }),
  };
}
