/** 分期的表: all quarters or all months of a year as rows, which don't add up to the total that the text gives for it. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, show, sum } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import type { Reading } from "../../read/reading.ts";
import { numbersIn } from "../../read/tableNumbers.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

const sets: RegExp[][] = [
  ["一", "二", "三", "四"].map((name) => new RegExp(`^第?${name}季度$`)),
  Array.from({ length: 12 }, (_, at) => new RegExp(`^${at + 1}月份?$`)),
];

export const periodRows = ({ mentions, tables }: Reading): Finding[] => {
  const columns = columnsOf(tables).filter(isWhole);
  const cells = numbersIn(tables);
  return columns.flatMap((column) => {
    const added = sum(column.rows.map((row) => cellOf(column, row).range));
    const isSaid = [...cells, ...mentions.map(({ number }) => number)].some(({ range }) => meets(range, added));
    const totals = mentions.filter(
      (one) =>
        one.kind === "count" && bareName(one) === "受理" && !one.isHedged && /全年|年度|20\d\d年/.test(one.before),
    );
    const [total] = totals;
    const size = column.rows.reduce((all, row) => all + cellOf(column, row).approximate, 0);
    if (isSaid || !total || Math.abs(total.number.approximate - size) * 5 > size) return [];
    const shown = /万/.test(total.number.text)
      ? `${show({ n: middle(added).n, d: middle(added).d * 10_000n }, 2)}万`
      : show(middle(added), 0);
    return [
      finding("partsAndWhole", {
        confidence: 0.75,
        places: distinctPlaces([placeOf(total), ...column.rows.map(rowPlace)]),
        values: [total.number.text, ...column.rows.map((row) => cellOf(column, row).text)],
        arithmetic: `${column.rows.length} 行相加 = ${shown} ≠ ${total.number.text}`,
        message: `“${nameOf(total)}”印作${total.number.text}，表中${column.rows.length}行相加为${shown}。`,
      }),
    ];
  });
};

/** counts of every period of the year, and of nothing else */
const isWhole = (column: Column): boolean =>
  column.rows.every((row) => !/[%点分]$/.test(cellOf(column, row).text)) &&
  !/均|率|去年|上年|同期|办结|回访|转办|派发/.test(column.head) &&
  sets.some((set) => set.length === column.rows.length && set.every((name, at) => name.test(column.rows[at]!.name)));
