/** 表中的总体率: a rate of all that lies outside of the rates which a table has for its rows. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, type Printed, percentOf, toNumber } from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { groupsOf } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, finding, rowPlace } from "../../write.ts";
import { contradiction, isOutside, outside, overall, span } from "./pooledFinding.ts";

export const pooledInTable = (reading: Reading): Finding[] => [
  ...membersInTable(reading),
  ...reading.tables.flatMap(totalRow),
  ...reading.tables.flatMap(closingColumn),
];

/** a text names the members of a whole, and a table has a row for each and nothing else */
function membersInTable(reading: Reading): Finding[] {
  return groupsOf(reading).flatMap(({ whole, parts }) => {
    const names = parts.map(({ label }) => label);
    const table = reading.tables.find((one) => isOf(one, names));
    if (!table || parts.length < 2) return [];
    const own = reading.mentions.filter(
      ({ passage, at, kind, unit }) =>
        passage === whole.passage && at > parts.at(-1)!.at && kind === "rate" && unit === "%",
    );
    return own.flatMap((rate) => againstTable(rate, table));
  });
}

const isOf = (table: Table, names: string[]): boolean => {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  return (
    rows.length === names.length &&
    names.every((name) => name.length > 1 && rows.some((row) => row.name.startsWith(name)))
  );
};

/** columns of rates by their headings, or by the order in which headings of rates stand */
export function rateColumns(table: Table): { name: string; column: number }[] {
  const columns = columnsUpTo(table.width).filter((column) =>
    table.rows.some(({ cells }) => /%$/.test(cells[column] ?? "")),
  );
  const plain = (name: string) => name.replace(/（.*?）/g, "");
  const { leaves } = table;
  if (leaves) return columns.map((column) => ({ name: plain(leaves[column]!), column }));
  const names = table.words.map(plain).filter((word) => /率$/.test(word));
  return names.length === columns.length ? columns.map((column, at) => ({ name: names[at]!, column })) : [];
}

function againstTable(rate: Mention, table: Table): Finding[] {
  const label = rate.label.replace(overall, "");
  const columns = rateColumns(table).filter(
    ({ name }) => name.endsWith(label) || label.endsWith(name) || name.includes(label),
  );
  const candidates = columns.map(({ column }) => table.rows.flatMap(({ numbers }) => numbers[column] ?? []));
  if (candidates.some((parts) => parts.length < table.rows.length)) return []; // a part without a rate bounds nothing
  if (candidates.length === 0 || candidates.some((parts) => !isOutside(rate, parts))) return [];
  const nearest = candidates.reduce((best, next) => (gap(rate.number, next) < gap(rate.number, best) ? next : best));
  return [contradiction(rate, nearest, table.rows.map(rowPlace), 0.9)];
}

function gap(pooled: Printed, parts: Printed[]): number {
  const [low, high] = span(parts).map(({ value }) => toNumber(value)) as [number, number];
  const value = toNumber(pooled.value);
  return Math.max(low - value, value - high);
}

/** the closing row's rate against all rows above */
function totalRow(table: Table): Finding[] {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const closing = table.rows.at(-1)!;
  if (
    !/(?:合计|小计|总计)$|^(合计|总计|全|总体|平均|第?[一二三四]季度|季度|[上下]半年|年度)/.test(closing.name) ||
    rows.length < 3 ||
    table.heads === null
  )
    return [];
  if (!addsUp(table, rows, closing)) return [];
  return rateColumns(table).flatMap(({ column, name }) => {
    const pooled = closing.numbers[column];
    const parts = rows.flatMap(({ numbers }) => numbers[column] ?? []);
    if (!pooled || !/率$|满意度$/.test(name) || /占比|增长|环比|同比|变化|增幅/.test(name) || !outside(pooled, parts))
      return [];
    // “可多标注”: rates of one base that are added up
    const added = parts.reduce((all, { approximate }) => all + approximate, 0);
    if (Math.abs(added - pooled.approximate) < 0.06 * parts.length) return [];
    if (isWorkedOut(table, closing, column) && rows.some((row) => !isWorkedOut(table, row, column))) return [];
    const [low, high] = span(parts);
    return [tableContradiction(closing, column, headOf(table, column), pooled, low, high)];
  });
}

/** two counts of its row give the rate: then the rate of another row is the slip */
function isWorkedOut({ width }: Table, { numbers, cells }: Row, column: number): boolean {
  const counts = numbers.slice(0, width).filter((number, at) => number && at !== column && /^\d+$/.test(cells[at]!));
  return counts.some((part) =>
    counts.some(
      (base) =>
        isPositive(base!.range) && agreement(numbers[column]!, percentOf(part!.range, base!.range)) === "rounded",
    ),
  );
}

/** “全县数含其余9个乡镇”: a closing row whose numbers are more than the rows' is of others too */
function addsUp({ width }: Table, rows: Row[], closing: Row): boolean {
  const counts = columnsUpTo(width).filter(
    (column) =>
      /^\d+$/.test(closing.cells[column] ?? "") && rows.every(({ cells }) => /^\d+$/.test(cells[column] ?? "")),
  );
  const added = (column: number) => rows.reduce((all, { values }) => all + values[column]!, 0);
  return counts.length === 0 || counts.some((column) => added(column) === closing.values[column]);
}

const closingHead = /^(?:第?[一二三四]季度|季度|全年|年度|上半年|下半年|合计|全[市县区省]|总体)$/;

/** a row of rates whose last column is all the others together */
function closingColumn(table: Table): Finding[] {
  const last = table.width - 1;
  if (table.width < 4 || !closingHead.test(table.heads?.[last] ?? "")) return [];
  return table.rows.flatMap((row) => {
    const parts = row.numbers.slice(0, last).flatMap((number) => number ?? []);
    const pooled = row.numbers[last];
    const isRates = row.cells.slice(1).every((cell) => /%$/.test(cell)) && /率$|满意度$/.test(row.name);
    if (!pooled || !isRates || parts.length < table.width - 2 || !outside(pooled, parts)) return [];
    const [low, high] = span(parts);
    return [tableContradiction(row, last, headOf(table, last), pooled, low, high)];
  });
}

function tableContradiction(
  row: Row,
  column: number,
  head: string,
  pooled: Printed,
  low: Printed,
  high: Printed,
): Finding {
  return finding("pooledRate", {
    confidence: 0.85,
    places: [cellPlace(row, column)],
    values: [pooled.text, low.text, high.text],
    arithmetic: `${low.text} ≤ 总体 ≤ ${high.text}，印作 ${pooled.text}`,
    message: `表中“${row.name}”一行的“${head}”印作${pooled.text}，各行都在${low.text}至${high.text}之间，总体不可能在这以外。`,
  });
}
