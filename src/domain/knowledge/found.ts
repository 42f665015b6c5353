/** 命中: where what was looked for stands in a text, found as `request/words.ts` finds it: case and width don't matter. */
import { runs } from "../request/words.ts";

/** 一段文字, hit or not */
export interface Piece {
  text: string;
  hit: boolean;
}

const fold = (text: string): string[] => [...text.normalize("NFKC").toLowerCase()];

/** What is looked for, each run of two characters or more by itself. */
const soughtOf = (query: string): string[][] => runs(query).filter((run) => run.length > 1);

interface Folded {
  char: string;
  /** which character of the text it came from */
  from: number;
}

const startsAt = (folded: readonly Folded[], at: number, run: readonly string[]) =>
  run.every((char, index) => folded[at + index]?.char === char);

/** Which characters of the text belong to a hit. */
function hitsOf(chars: readonly string[], query: string): boolean[] {
  const folded = chars.flatMap((char, from) => fold(char).map((one) => ({ char: one, from })));
  const hits = chars.map(() => false);
  for (const run of soughtOf(query))
    for (let at = 0; at + run.length <= folded.length; at += 1)
      if (startsAt(folded, at, run))
        for (let index = 0; index < run.length; index += 1) hits[folded[at + index]!.from] = true;
  return hits;
}

/** 标出命中: the text in pieces, in order; without a query one piece. */
export function pieces(text: string, query: string): Piece[] {
  const chars = [...text];
  const hits = hitsOf(chars, query);
  const found: Piece[] = [];
  for (const [at, char] of chars.entries()) {
    const last = found.at(-1);
    if (last && last.hit === hits[at]) last.text += char;
    else found.push({ text: char, hit: hits[at]! });
  }
  return found;
}

/** 摘要: so many characters of a text, around the first hit where there is one. */
export function excerpt(text: string, query: string, length: number): string {
  const chars = [...text.replaceAll(/\s+/gu, " ").trim()];
  const first = Math.max(0, hitsOf(chars, query).indexOf(true));
  const from = Math.max(0, Math.min(first - Math.floor(length / 4), chars.length - length));
  const part = chars.slice(from, from + length).join("");
  return `${from > 0 ? "…" : ""}${part}${from + length < chars.length ? "…" : ""}`;
}
