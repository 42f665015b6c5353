/** 表中合计: a total row that isn't the sum of the rows that it closes. */

import type { Finding } from "../../../domain/finding.ts";
import { subtract } from "../../../domain/measure/exact.ts";
import {
  absolute,
  isSlip,
  meets,
  middle,
  type Printed,
  printed as printedAs,
  type Range,
  show,
  sum,
  toNumber,
} from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, finding } from "../../write.ts";

const noSum =
  /率|占比|比例|比重|排名|名次|序号|得分|总分|评分|平均|均|同比|环比|时长|时限|单位数|部门数|家数|最[长短高低多少大小]|单日|峰|增幅|降幅|％|%/;

/** “合计已去重12件”: right below the table, or above it */
const noted = /分项之和[大小]于|已去重|分别计入|同时归入/;

const isNoted = ({ rows, title }: Table, { passages }: Reading): boolean => {
  const last = rows.at(-1)!.place.line;
  const below = passages.find(({ starts }) => last !== undefined && (starts[0]!.line.place.line ?? 0) > last);
  return noted.test(title) || noted.test(below?.text ?? "");
};

export const tableSum = (reading: Reading): Finding[] =>
  reading.tables.filter((table) => !isNoted(table, reading)).flatMap(sumsOf);

function sumsOf(table: Table): Finding[] {
  return table.rows.flatMap((row, at) => {
    if (!row.isTotal) return [];
    const checks = [...columnsToAdd(table), ...columnsOfShares(table, row)].flatMap((column) => {
      const printed = row.numbers[column];
      const sums = printed ? candidates(table, at, column) : [];
      return printed && sums.length > 0 ? [{ column, printed, sums }] : [];
    });
    const good = checks.filter(({ printed, sums }) => sums.some((found) => meets(found, printed.range)));
    const wrong = checks.filter((check) => !good.includes(check));
    // where no column holds and several don't, its cells stand under other heads
    if (good.length === 0 && wrong.filter(({ column }) => !/%$/.test(row.cells[column]!)).length > 1) return [];
    return wrong.flatMap((check) => contradiction(table, row, check, good.length));
  });
}

/** columns of whole numbers that can be added up */
const columnsToAdd = (table: Table): number[] =>
  columnsUpTo(table.width).filter((column) => {
    const cells = table.rows.flatMap(({ cells: own, numbers }) => (numbers[column] ? [own[column]!] : []));
    const isOrdinal = cells.length > 2 && cells.every((cell, at) => cell === String(at + 1));
    return (
      cells.length > 1 &&
      cells.every((cell) => /^\d/.test(cell) && !/[%分]/.test(cell)) &&
      (!cells.some((cell) => /\./.test(cell)) || /小计|金额|扣分|万元/.test(table.heads?.[column] ?? "")) &&
      !isOrdinal &&
      !noSum.test(table.heads?.[column] ?? "")
    );
  });

/** shares that the closing row says make the whole */
const columnsOfShares = ({ heads, rows }: Table, closing: Row): number[] =>
  heads?.flatMap((head, column) => {
    const isWhole = /^100(?:\.0+)?%$/.test(closing.cells[column] ?? "");
    const isShares = rows.every(({ cells, numbers }) => !numbers[column] || /%$/.test(cells[column]!));
    return isWhole && isShares && /占|比重|构成/.test(head) && !/增|降|同比|环比|变/.test(head) ? [column] : [];
  }) ?? [];

/** “接听与呼出合计”: the rows that it names */
function namedParts({ rows }: Table, { name }: Row): Row[] {
  const names = /^(.+?)[与和及、](.+?)(?:合计|总计|之和)$/.exec(name)?.slice(1) ?? [];
  return names.flatMap((part) => rows.find((row) => row.name === part) ?? []);
}

/** what the row may be the sum of: rows that it names, rows since the last sum, all rows, or the sums */
function candidates(table: Table, at: number, column: number): Range[] {
  const named = namedParts(table, table.rows[at]!);
  if (named.length > 1) return [sum(named.flatMap(({ numbers }) => numbers[column]?.range ?? []))];
  const above = table.rows.slice(0, at);
  const since = above.slice(above.findLastIndex((row) => row.isTotal) + 1);
  const single = (rows: Row[]) => rows.filter((row) => !row.isTotal);
  // “其中：微信”, which its own row holds already
  const apart = (rows: Row[]) => single(rows).filter(({ name }) => !/^其中/.test(name));
  const sets = [
    since,
    single(above),
    apart(above),
    above.filter((row) => row.isTotal),
    ...(at === 0 ? [single(table.rows)] : []),
  ];
  return sets
    .filter((rows) => rows.length > 1)
    .map((rows) => rows.flatMap(({ numbers }) => (numbers[column] ? [numbers[column]!.range] : [])))
    .filter((ranges) => ranges.length > 1)
    .map(sum);
}

interface Check {
  column: number;
  printed: Printed;
  sums: Range[];
}

/** other columns whose sums hold show that no row was left out */
function contradiction(table: Table, row: Row, { column, printed, sums }: Check, holding: number): Finding[] {
  const differences = sums.map((found) => absolute(subtract(found.low, printed.value)));
  const nearest = differences.reduce(
    (best, next, at) => (toNumber(next) < toNumber(differences[best]!) ? at : best),
    0,
  );
  const share = toNumber(differences[nearest]!) / Math.max(1, toNumber(printed.value));
  const isNamed =
    /^(?:全[市县区省州年])?(?:合计|总计|小计|共计|总数)/.test(row.name) || namedParts(table, row).length > 1;
  const nearby = show(middle(sums[nearest]!), 0);
  const isSlipped = isSlip(printedAs(nearby, 0, "", nearby), { ...printed, text: printed.text.replace(/\D/g, "") });
  if (holding === 0 && (!isNamed || (share > 0.1 && !(isSlipped && nearby.length > 2)))) return [];
  if (holding > 0 && share > 0.5) return [];
  const isShare = /%$/.test(row.cells[column]!);
  const added = isShare ? `${show(middle(sums[nearest]!))}%` : show(middle(sums[nearest]!), 0);
  return [
    finding("tableSum", {
      confidence: holding > 0 ? 0.92 : 0.7,
      places: [cellPlace(row, column)],
      values: [printed.text, added],
      arithmetic: `各行相加 = ${added} ≠ ${printed.text}`,
      message: `表中“${row.name}”一行的“${headOf(table, column)}”印作${printed.text}，各行相加为${added}。`,
    }),
  ];
}
