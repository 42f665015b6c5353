/** 试一试一种算法: which rows of a table keep a relation, which break it, and whether it is meant at all. */
import {
  type Agreement,
  absolute,
  agreement,
  decimalsOf,
  isSlip,
  middle,
  type Printed,
  printed,
  type Range,
  show,
  toNumber,
} from "../../number.ts";
import type { Row, Table } from "../../read/table.ts";
import type { Relation } from "./tableRelation.ts";

export interface Tried {
  relation: Relation;
  /** how many rows keep it and prove something */
  keeping: number;
  /** rows whose number was rounded up, and those whose last digits were cut off */
  upward: number;
  cut: Row[];
  breaking: { row: Row; found: Agreement }[];
}

/** the one that breaks the fewest rows */
export const bestOf = (tried: Tried[]): Tried | null =>
  tried.reduce<Tried | null>((top, next) => (!top || isBetter(next, top) ? next : top), null);

const isBetter = (a: Tried, b: Tried): boolean =>
  a.breaking.length !== b.breaking.length
    ? a.breaking.length < b.breaking.length
    : a.cut.length !== b.cut.length
      ? a.cut.length < b.cut.length
      : a.keeping > b.keeping;

/** null where it isn't meant, as too many rows break it or too few keep it */
export function tryOn(table: Table, relation: Relation, totals: number[] = []): Tried | null {
  // rows of the same numbers prove no more than one of them: 满分 is 满分 in every row
  const telling = new Set<string>();
  let upward = 0;
  const cut: Row[] = [];
  const breaking: Tried["breaking"] = [];
  const most = Math.max(1, Math.floor(table.rows.length * 0.15));
  for (const row of table.rows) {
    const said = row.numbers[relation.target];
    if (!said || isOfItsOwn(row, row.cells[relation.target]!)) continue;
    const isOff = isFarOff(row, relation);
    const computed = isOff ? null : relation.of(row.numbers);
    if (!computed && !isOff) continue;
    const found = computed ? agreement(said, computed) : "off";
    if (found === "cut") cut.push(row);
    if (found === "rounded" && isAbove(said, computed!)) upward += 1;
    if (found !== "rounded" && found !== "cut") breaking.push({ row, found });
    else if (isTelling(row, relation)) telling.add(numbersOf(row, relation));
    if (breaking.filter((one) => !one.row.isTotal).length > most) return null;
  }
  // a closing row of its own making beside a row that breaks it
  const wrong = breaking.length > most ? breaking.filter(({ row }) => !row.isTotal) : breaking;
  const tried = { relation, keeping: telling.size, upward, cut, breaking: wrong };
  return isMeant(tried, table, totals) ? tried : null;
}

export const isPercent = (cell: string): boolean => /%$/.test(cell);

/** the whole is 100% of itself, whatever its own number; the mean of rates is no rate of means */
const isOfItsOwn = ({ isTotal, name }: Row, cell: string): boolean =>
  (isTotal && /^100(?:\.0+)?%$/.test(cell)) || (/[平月季周]均|均值/.test(name) && /%$|\.\d/.test(cell));

/** so many rows keep it that those that break it are wrong */
function isMeant({ relation, keeping, breaking }: Tried, { rows }: Table, totals: number[]): boolean {
  const [wrong, ...others] = breaking;
  if (!wrong) return keeping > 1;
  const isAlone = others.length === 0;
  const { columns, target, base } = relation;
  // “投诉 3555 5797 63.30%”: two rows keep it, and the third is a slip of the pen
  const isFine = ({ numbers }: Row) => !numbers[target] || /\.\d/.test(numbers[target]!.text);
  if (isAlone && keeping > 1 && columns.length === 2 && (isSlipIn(wrong.row, relation) || rows.every(isFine)))
    return true;
  const isOfAll = rows.some(({ isTotal }) => isTotal) || totals.includes(base ?? Number.NaN);
  const isShare = columns.length === 1 && isAlone && isOfAll;
  return keeping >= Math.max(columns.length === 1 ? 2 : 3, breaking.length * (isShare ? 2 : 3));
}

function isSlipIn(row: Row, relation: Relation): boolean {
  const [said, right] = [row.numbers[relation.target], relation.of(row.numbers)];
  if (!said || !right || !isPercent(row.cells[relation.target]!)) return false;
  const text = show(absolute(middle(right)), decimalsOf(said.text));
  return isSlip(printed(text, 0, "", `${text}%`), { ...said, text: said.text.replace(/^[-+]/, "") });
}

const isAbove = ({ value }: Printed, { high }: Range): boolean => value.n * high.d > high.n * value.d;

/** of whole numbers, and more than one of the last digit away; never where a cell is missing */
function isFarOff({ numbers, values }: Row, { target, columns, about }: Relation): boolean {
  for (const column of columns) if (!numbers[column] || numbers[column].step) return false;
  return Math.abs(about(values) - values[target]!) > 1.001;
}

/** a row proves something where its number isn't 0, 100% or one of those it is made of */
function isTelling({ numbers, cells }: Row, { target, columns }: Relation): boolean {
  const value = toNumber(numbers[target]!.value);
  if (value === 0 || (isPercent(cells[target]!) && value === 100)) return false;
  return columns.filter((column) => toNumber(numbers[column]!.value) !== 0).length > (columns.length === 1 ? 0 : 1);
}

const numbersOf = ({ values }: Row, { target, columns }: Relation): string =>
  [target, ...columns].map((column) => values[column]).join(" ");
