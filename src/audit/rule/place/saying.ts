/** 句中的说法: what a pattern finds in a sentence, with its place in the passage. */
import type { Finding } from "../../../domain/finding.ts";
import { type Passage, quote } from "../../read/passage.ts";

export interface Sentence {
  passage: Passage;
  from: number;
  to: number;
}

export interface Saying {
  match: RegExpExecArray;
  /** where it begins and ends in the passage */
  at: number;
  end: number;
  place: Finding["places"][number];
}

export const sayingsIn = ({ passage, from, to }: Sentence, pattern: RegExp): Saying[] =>
  [...passage.text.slice(from, to).matchAll(pattern)].map((match) => {
    const at = from + match.index;
    const end = at + match[0].length;
    return { match, at, end, place: quote(passage, at, end) };
  });
