/**
 * CSV 的一条记录: cut from text, quoted fields with newlines included. Written here because a quote that never closes must
 * cost one line, not the rest of the file: on such a fault the line is given up and reading goes on with the next.
 */
import { restored } from "./formula.ts";

export interface Cut {
  cells: string[];
  /** where the next record begins */
  next: number;
  fault: string | null;
}

/** Longest record, in characters. */
export const LONGEST = 1 << 20;

const QUOTE = '"';
const FAULTS = {
  open: "引号没有闭合",
  after: "引号之后还有别的字符",
  long: `一行超过 ${LONGEST} 个字符`,
  nul: "含有 NUL 字符",
  undecodable: "含有无法解码的字符（文件中混有其他编码）",
};

/** The first line given up as it stands. */
function givenUp(text: string, from: number, separator: string, fault: string): Cut {
  const end = text.indexOf("\n", from);
  const until = end < 0 ? text.length : end;
  const line = text.slice(from, Math.min(until, from + LONGEST)).replace(/\r$/, "");
  return { cells: line.split(separator), next: end < 0 ? text.length : end + 1, fault };
}

/** Index of the closing quote of the field that opens at `from`, or -1. */
function closing(text: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf(QUOTE, at);
    if (at < 0 || text[at + 1] !== QUOTE) return at;
  }
}

const faultIn = (raw: string) =>
  raw.includes("\0")
    ? FAULTS.nul
    : raw.includes("\ufffd")
      ? FAULTS.undecodable
      : raw.length > LONGEST
        ? FAULTS.long
        : null;

function cutAt(text: string, from: number, separator: string): Cut | keyof typeof FAULTS {
  const cells: string[] = [];
  let lineEnd = text.indexOf("\n", from);
  for (let at = from; ; ) {
    let end: number;
    if (text[at] === QUOTE) {
      const close = closing(text, at);
      if (close < 0) return "open";
      cells.push(restored(text.slice(at + 1, close).replaceAll('""', QUOTE)));
      end = text[close + 1] === "\r" && (text[close + 2] ?? "\n") === "\n" ? close + 2 : close + 1;
      if (end > lineEnd) lineEnd = text.indexOf("\n", end);
      if (end < text.length && text[end] !== separator && text[end] !== "\n") return "after";
    } else {
      const next = text.indexOf(separator, at);
      const last = lineEnd < 0 ? text.length : lineEnd;
      end = next >= 0 && next < last ? next : last;
      const isEnd = end === last && text[end - 1] === "\r" && end > at;
      cells.push(restored(text.slice(at, isEnd ? end - 1 : end)));
    }
    if (end >= text.length || text[end] === "\n") return { cells, next: Math.min(end + 1, text.length), fault: null };
    at = end + 1;
  }
}

/**
 * 切出一条记录: from `from` on. null: more text is needed (never when `isLast`). A faulty record has its first line as
 * cells and goes on with the next line.
 */
export function cutRecord(text: string, from: number, separator: string, isLast: boolean): Cut | null {
  const cut = cutAt(text, from, separator);
  const reachesEnd = cut === "open" || (typeof cut === "object" && text[cut.next - 1] !== "\n");
  if (reachesEnd && !isLast && text.length - from <= LONGEST) return null;
  if (typeof cut === "string")
    return givenUp(text, from, separator, FAULTS[text.length - from > LONGEST ? "long" : cut]);
  const fault = faultIn(text.slice(from, cut.next));
  return fault === FAULTS.long ? givenUp(text, from, separator, fault) : { ...cut, fault };
}
