/** 填的数: read by the rule by which a cell of a table is, so that a form and a file take the same and refuse the same. */
import { isWrong, type Wrong, wrong } from "../../domain/import/cell/cell.ts";
import { readCount, readPoints } from "../../domain/import/cell/number.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { count } from "./number.ts";

/** what stands in a field: as it was typed, or a number as the records have it; null, like blank text, is nothing */
export type Entry = string | number | null;

/** 整数 or 分, which are kept in hundredths */
export type NumberKind = "count" | "points";

/** 填得了的数: both ends are taken; of points they are in hundredths */
export interface Range {
  kind: NumberKind;
  least?: number | undefined;
  most?: number | undefined;
}

const kinds = {
  count: { read: readCount, print: count },
  points: { read: readPoints, print: printHundredths },
};

/** 没有填 */
export const isBlank = (entry: Entry): boolean => entry === null || String(entry).trim() === "";

/** 填的 → 数: null where nothing was filled in; what can't be read or lies outside says why. */
export function readEntry(entry: Entry, { kind, least = 0, most }: Range) {
  if (entry === null || isBlank(entry)) return null;
  const { read, print } = kinds[kind];
  const value = read(entry, most);
  if (isWrong(value)) return value;
  return value < least ? wrong(`至少 ${print(least)}`) : value;
}

/** 填得对的数; null: nothing, or what can't be taken */
export const numberIn = (entry: Entry, range: Range): number | null => orNull(readEntry(entry, range));

const orNull = (value: number | null | Wrong) => (isWrong(value) ? null : value);

/** 不对在哪里, as a sentence; null: it is right, or nothing */
export function faultIn(entry: Entry, range: Range): string | null {
  const value = readEntry(entry, range);
  return isWrong(value) ? `${value.wrong}。` : null;
}
