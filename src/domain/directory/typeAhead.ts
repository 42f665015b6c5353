/** 边打边找: names by any part of them, by pinyin initials, by what they were called before, or by what they lie in. */
import { initialsOf } from "./initials.ts";
import type { Named } from "./named.ts";

export interface Found {
  key: string;
  name: string;
  /** names of what it lies in, the largest first */
  within: string[];
  /** why it is found under a name that isn't its own; null: by its own */
  said: string | null;
}

const folded = (text: string): string[] => [...text.normalize("NFKC").toLowerCase()];

const fits = (typed: string, char: string) => typed === char || initialsOf(char).includes(typed);

/** Where the typed characters stand in a name, one after another, as themselves or by their initials; -1: nowhere. */
function placeIn(typed: readonly string[], name: string): number {
  const chars = folded(name);
  for (let at = 0; at + typed.length <= chars.length; at += 1)
    if (typed.every((one, index) => fits(one, chars[at + index]!))) return at;
  return -1;
}

/** 近不近: 0 the name itself, 1 its beginning, 2 within it, 3 another name of it; null: none of its names. */
function nearness(typed: readonly string[], { name, others }: Named): { rank: number; said: string | null } | null {
  const at = placeIn(typed, name);
  if (at >= 0) return { rank: at > 0 ? 2 : typed.length === folded(name).length ? 0 : 1, said: null };
  const other = others.find((one) => placeIn(typed, one.name) >= 0);
  return other ? { rank: 3, said: other.said } : null;
}

const LIES_IN = 4;

interface Hit extends Found {
  rank: number;
}

/** Each word is looked for in its own names or in what it lies in; those found by their own come first. */
function hitOf(words: readonly string[][], one: Named): Hit | null {
  let best: { rank: number; said: string | null } = { rank: LIES_IN, said: null };
  for (const word of words) {
    const near = nearness(word, one);
    if (near === null && !one.within.some(({ name }) => placeIn(word, name) >= 0)) return null;
    if (near !== null && near.rank < best.rank) best = near;
  }
  return { key: one.key, name: one.name, within: one.within.map(({ name }) => name), ...best };
}

/** 找名字: at most so many, the nearest first, what lies higher before what lies in it; words are parted by blanks. */
export function findNamed(all: readonly Named[], typed: string, most: number): Found[] {
  const words = typed
    .split(/\s+/)
    .map(folded)
    .filter(({ length }) => length > 0);
  if (words.length === 0) return [];
  return all
    .flatMap((one) => hitOf(words, one) ?? [])
    .sort((a, b) => a.rank - b.rank || a.within.length - b.within.length)
    .slice(0, most)
    .map(({ rank: _, ...found }) => found);
}
