import type { Printed } from "../number.ts";
import type { Row, Table } from "./table.ts";

const inRows = (rows: Row[]): Printed[] => rows.flatMap(({ numbers }) => numbers.flatMap((number) => number ?? []));

/** 表里的数, of all tables */
export const numbersIn = (tables: Table[]): Printed[] => tables.flatMap(({ rows }) => inRows(rows));

/** 一栏都是件数: whole numbers, none of them a percentage */
export const areCounts = (rows: Row[], column: number): boolean =>
  rows.every(({ numbers, cells }) => numbers[column]?.step === null && !/%$/.test(cells[column]!));

/** 合计行的数, of all tables */
export const totalsIn = (tables: Table[]): Printed[] =>
  tables.flatMap(({ rows }) => inRows(rows.filter(({ isTotal }) => isTotal)));

/** 合计行的数的大小, in floating point, of those above 0 */
export const totalSizesIn = (tables: Table[]): number[] =>
  totalsIn(tables).flatMap(({ approximate }) => (approximate > 0 ? [approximate] : []));
