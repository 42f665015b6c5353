/** 行: pieces on one height, from left to right. */
import { type Piece, rangeOf } from "./piece.ts";

export interface TextLine {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  own: Piece[];
}

/** 各行, from the top of the page down */
export function linesOf(pieces: Piece[]): TextLine[] {
  const lines: { y: number; own: Piece[] }[] = [];
  for (const piece of pieces.filter(isWord).sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && piece.y - line.y < Math.max(2, piece.height * 0.4)) line.own.push(piece);
    else lines.push({ y: piece.y, own: [piece] });
  }
  return lines.map(({ y, own }) => {
    const left = rangeOf(own.map(({ x }) => x)).from;
    const right = rangeOf(own.map(({ x, width }) => x + width)).to;
    const height = rangeOf(own.map((piece) => piece.height)).to;
    return { x: left, y, width: right - left, height, text: joined(own), own };
  });
}

/** the library fills every gap with a blank of its own, which says nothing of how wide the gap is */
export const isWord = ({ text }: Piece): boolean => text.trim() !== "";

/** 连成一行: a gap of more than half a sign keeps two cells apart, a narrower one two numbers */
function joined(pieces: Piece[]): string {
  let [text, right] = ["", Number.NEGATIVE_INFINITY];
  for (const piece of pieces.sort((a, b) => a.x - b.x)) {
    const gap = piece.x - right;
    const em = Math.max(piece.height, 4);
    if (text !== "") text += gap > em * 0.5 ? "  " : gap > em * 0.1 ? " " : "";
    text += piece.text;
    right = piece.x + piece.width;
  }
  return closed(text);
}

/** a line that is set to full width is stretched between its signs, which Chinese writes without blanks */
function closed(text: string): string {
  const isStretched = [...text.matchAll(/\p{Script=Han} (?=\p{Script=Han})/gu)].length > 2;
  return isStretched ? text.replace(/(?<=[^\s\p{ASCII}]) (?=\S)|(?<=\S) (?=[^\s\p{ASCII}])/gu, "") : text;
}

/** what stays on one line: a sign, a number, a bracket with what it encloses first; and the signs that begin no line */
const unbroken = /^[（(“《]?(?:[-+]?[\dA-Za-z.,]+|.)[%％‰，。；：、！？）)”》]*/u;

/** 接得上: what follows wouldn't have found room behind a line, which is told in signs */
export const goesOn = (room: number, next: string): boolean =>
  [...(unbroken.exec(next)?.[0] ?? "")].reduce((all, sign) => all + (sign > "\u00ff" ? 1 : 0.6), 0) > room;
