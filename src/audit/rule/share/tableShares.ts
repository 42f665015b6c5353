/** 表中占比之和: a column of shares, one answer each, that makes more than the whole, or with 其他 at its end less. */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf } from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding } from "../../write.ts";

const isOfWhole = /占比|占总|单选|构成|比重|分布/;
const isOtherwise = /多选|可选|重复|同时|率|环比|同比|增|降|提高/;
const rest = /^其[他它余]/;

export const tableShares = ({ tables }: Reading): Finding[] =>
  tables.flatMap((table) => columnsUpTo(table.width).flatMap((column) => against(table, column)));

function against(table: Table, column: number): Finding[] {
  const head = table.heads?.[column] ?? "";
  const words = head === "" ? table.title.slice(-40) : head;
  const all = table.rows.filter(({ isTotal }) => !isTotal);
  // “其中80岁以上” is in the row above it
  const rows = all.filter(({ name }) => !/^其中/.test(name));
  const isShares =
    rows.length > 3 &&
    all.length === table.rows.length &&
    rows.every(({ cells }) => /^\d+(?:\.\d+)?%$/.test(cells[column] ?? "")) &&
    isOfWhole.test(words) &&
    !isOtherwise.test(words + table.title.slice(-40));
  // a table of several measures has shares of several wholes
  if (!isShares || table.rows.some(({ cells }) => cells.filter((cell) => /%$/.test(cell)).length > 1)) return [];
  const added = rows.reduce((all, { values }) => all + values[column]!, 0);
  const slack = rows.length * 0.5 * 10 ** -Math.min(...rows.map(({ cells }) => decimalsOf(cells[column]!))) + 1e-9;
  const isMore = added > 100 + slack && added < 115;
  const isLess = added < 100 - slack && added > 88 && rest.test(rows.at(-1)!.name);
  if (!isMore && !isLess) return [];
  const shown = added.toFixed(2);
  return [
    finding("shareOfBase", {
      confidence: 0.65,
      places: distinctPlaces(rows.map((row) => cellPlace(row, column))),
      values: rows.map(({ cells }) => cells[column]!),
      arithmetic: `${rows.map(({ cells }) => cells[column]!.replace("%", "")).join(" + ")} = ${shown}% ≠ 100%`,
      message: `表中“${headOf(table, column)}”${rows.length}行相加为${shown}%，不是100%。`,
    }),
  ];
}
