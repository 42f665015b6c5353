/** 两版之间的变动: which figures of one figures file another one has otherwise, more, or no longer. */
import { entryOf, LISTS, pattern } from "./catalogue.ts";
import { compareFigures, type Leaf } from "./compare.ts";
import type { FiguresFile } from "./figures.ts";
import type { LeafKind } from "./leaf.ts";

export interface Change {
  path: string;
  /** id of the measure; null: the file says it without counting */
  measure: string | null;
  /** what is printed there: how it is printed hangs on it; null: the file says it without counting */
  kind: LeafKind | null;
  /** whose figure it is: a unit, a place, a class; null: the whole's */
  of: string | null;
  before: Leaf;
  after: Leaf;
}

const STEP = /\[(\d+)\]|\.?([^.[\]]+)/g;

/** 谁的 at a path: the names of the entries it goes through, the innermost last. */
function ownerAt(file: FiguresFile, path: string): string | null {
  let [at, walked, owner]: [unknown, string, string | null] = [file, "", null];
  for (const [step, index, key] of path.matchAll(STEP)) {
    const list = LISTS[pattern(walked)];
    at = (at as Record<string, unknown> | undefined)?.[index ?? key!];
    walked += step;
    const name = index !== undefined && list && list.name !== "" ? (at as Record<string, unknown>)?.[list.name] : null;
    if (typeof name === "string") owner = name;
  }
  return owner;
}

/** 变动 from one file to another, each figure once, in the order of the files. */
export function figureChanges(before: FiguresFile, after: FiguresFile): Change[] {
  const change = (file: FiguresFile, path: string, was: Leaf, is: Leaf): Change => ({
    path,
    measure: entryOf(path)?.measure ?? null,
    kind: entryOf(path)?.kind ?? null,
    of: ownerAt(file, path),
    before: was,
    after: is,
  });
  const otherwise = compareFigures(before, after).map(({ path, published, computed }) =>
    change(before, path, published, computed),
  );
  const known = new Set(otherwise.map(({ path }) => path));
  const more = compareFigures(after, before)
    .filter(({ path, published, computed }) => computed === null && published !== null && !known.has(path))
    .map(({ path, published }) => change(after, path, null, published));
  return [...otherwise, ...more];
}
