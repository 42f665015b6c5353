/**
 * 表中算式: how a table works its columns out is read from the table itself: a relation that nearly all its rows keep is
 * meant, and a row that breaks it is wrong. So a table needs no headings that anybody must understand.
 */
import type { Finding } from "../../../domain/finding.ts";
import { type Agreement, middle, type Printed, show } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import { columnsUpTo } from "../../read/columns.ts";
import { isNotedColumn, isNotedRow } from "../../read/notes.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellUnit } from "../../read/textTable.ts";
import { cellPlace, distinctPlaces, finding } from "../../write.ts";
import { isAtMost, isDeducted, isRestOfWhole } from "./meant.ts";
import {
  growth,
  perTenThousand,
  perThousand,
  points,
  portion,
  quotient,
  type Relation,
  ratio,
  ratioOfBoth,
  ratioOfKept,
  ratioOfRest,
  ratioOfSum,
  shareOf,
  total,
} from "./tableRelation.ts";
import { bestOf, isPercent, type Tried, tryOn } from "./tryRelation.ts";

export const tableRow = (reading: Reading): Finding[] =>
  reading.tables.flatMap((printed) => {
    const table = { ...printed, rows: printed.rows.filter((row) => row.isTotal || !isNotedRow(reading, row.name)) };
    if (table.rows.length < 3) return [];
    const counts = reading.mentions.filter(({ kind }) => kind === "count");
    const bases = counts.map(({ number }) => number);
    const totals = counts.filter((one) => bareName(one) === "受理").map(({ number }) => number.approximate);
    return columnsBy(table, isPercent)
      .filter((target) => !isNotedColumn(reading, headOf(table, target)))
      .flatMap((target) => broken(table, percentRelations(table, target, bases), totals))
      .concat(brokenSums(table), mixedSums(table))
      .concat(columnsBy(table, isDecimal).flatMap((target) => broken(table, portionsOf(table, target))))
      .concat(columnsBy(table, isDecimal).flatMap((target) => broken(table, quotientsOf(table, target))))
      .concat(signed(table).flatMap((target) => broken(table, pointsOf(table, target))))
      .concat(perPerson(table).flatMap((target) => broken(table, moneyOf(table, target))));
  });

const count = new RegExp(`^[-+]?\\d[\\d,]*(?:\\.\\d+)?(?:[万亿]?${cellUnit}|[万亿])?$`);
const isCount = (cell: string): boolean => count.test(cell);

const isDecimal = (cell: string): boolean => /^\d+\.\d+$/.test(cell);
/** “万户诉求量”: one column for each of another */
function quotientsOf(table: Table, target: number): Relation[] {
  const counts = columnsBy(table, isCount).filter((column) => column !== target);
  return counts.flatMap((a) =>
    counts.filter((b) => b !== a).flatMap((b) => [quotient(target, a, b), perThousand(target, a, b)]),
  );
}

/** “↑2.64”, “↓1.27”: a column of points up and down */
const signed = (table: Table): number[] =>
  columnsBy(table, (cell) => /^[-+]?\d+\.\d+$/.test(cell)).filter((column) =>
    table.rows.some(({ cells }) => /^[-+]/.test(cells[column]!)),
  );

const pointsOf = (table: Table, target: number): Relation[] => {
  const rates = columnsBy(table, isPercent);
  return rates.flatMap((a) => rates.filter((b) => b !== a).map((b) => points(target, a, b)));
};

/** “人均（元）”, of a column in 万元 */
const perPerson = (table: Table): number[] =>
  columnsBy(table, isCount).filter((column) => /[人户件]均|平均/.test(table.heads?.[column] ?? ""));

const moneyOf = (table: Table, target: number): Relation[] =>
  columnsBy(table, isCount)
    .filter((column) => /万元/.test(table.heads?.[column] ?? ""))
    .flatMap((a) =>
      columnsBy(table, isCount)
        .filter((b) => b !== a && b !== target)
        .map((b) => perTenThousand(target, a, b)),
    );

/** whole percents that half of the rows keep at least */
function portionsOf(table: Table, target: number): Relation[] {
  return columnsBy(table, isDecimal).flatMap((a) => {
    if (a === target) return [];
    // columns that hardly differ from row to row are a part of each other by chance
    const sizes = table.rows.map(({ values }) => values[a]!).filter((value) => value > 0);
    const [most, least] = [Math.max(...sizes), Math.min(...sizes)];
    // near their full marks two columns are half of each other whatever they are of
    if (most < least * 1.02) return [];
    const isAlike = most < least * 1.1;
    const percents = table.rows.map(({ values }) => Math.round((100 * values[target]!) / values[a]!));
    const sorted = percents.filter((percent) => percent > 0 && percent < 100).sort((x, y) => x - y);
    const middle = sorted[sorted.length >> 1];
    return middle === undefined || (isAlike && middle % 5 !== 0) ? [] : [portion(target, a, middle)];
  });
}

function columnsBy(table: Table, test: (cell: string) => boolean): number[] {
  return columnsUpTo(table.width).filter((column) => {
    const cells = table.rows.flatMap(({ cells: own, numbers }) => (numbers[column] ? [own[column]!] : []));
    const isOrdinal = cells.length > 2 && cells.every((cell, at) => cell === String(at + 1) || cell === "");
    return cells.length > 1 && cells.filter(test).length === cells.length && !isOrdinal;
  });
}

function percentRelations(table: Table, target: number, bases: Printed[]): Relation[] {
  const counts = columnsBy(table, isCount);
  const pairs = counts.flatMap((a) => counts.filter((b) => b !== a).map((b) => [a, b] as const));
  const triples =
    counts.length > 12
      ? []
      : pairs.flatMap(([a, b]) => counts.filter((c) => c !== a && c !== b).map((c) => [a, b, c] as const));
  return [
    ...pairs.flatMap(([a, b]) => [
      ratio(target, a, b),
      growth(target, a, b),
      ratioOfBoth(target, a, b),
      ratioOfKept(target, a, b),
    ]),
    ...triples.flatMap(([a, b, c]) => [ratioOfRest(target, a, b, c), ...(a < b ? [ratioOfSum(target, a, b, c)] : [])]),
    ...counts.flatMap((a) => basesOf(table, a, bases).map((base) => shareOf(target, a, base))),
  ];
}

/** what a column's shares may be of: its total row, or a count of the text that is larger than all its cells */
function basesOf(table: Table, column: number, bases: Printed[]): Printed[] {
  const own = table.rows.flatMap(({ isTotal, numbers }) => (isTotal && numbers[column] ? [numbers[column]!] : []));
  const most = Math.max(...table.rows.map(({ numbers }) => (numbers[column] ? numbers[column]!.approximate : 0)));
  const large = bases.filter(({ approximate }) => approximate >= most && approximate > 0);
  return [...own, ...new Map(large.map((base) => [base.approximate, base])).values()];
}

/** a run of columns has one sum: the column beside it where that keeps it, otherwise the one that breaks it least */
function brokenSums(table: Table): Finding[] {
  const counts = columnsBy(table, isCount);
  return counts.flatMap((from, at) =>
    counts.slice(at + 1).flatMap((last) => {
      if (counts.filter((column) => column >= from && column <= last).length !== last - from + 1) return [];
      const targets = counts.filter((column) => column < from || column > last);
      const tried = targets.flatMap((target) => tryOn(table, total(target, from, last + 1)) ?? []);
      const beside = tried.find(({ relation: { target } }) => target === from - 1 || target === last + 1);
      const best = beside ?? bestOf(tried);
      return best ? best.breaking.flatMap(({ row, found }) => contradiction(table, row, best, found)) : [];
    }),
  );
}

/** of a table whose rows are counts or rates, the counts add up */
function mixedSums(table: Table): Finding[] {
  const rows = table.rows.filter(({ cells, numbers }) => cells.every((cell, at) => !numbers[at] || isCount(cell)));
  return rows.length < table.rows.length && rows.length > 2 ? brokenSums({ ...table, rows }) : [];
}

/** the relation that most rows keep; silent when one is kept by all */
function broken(table: Table, relations: Relation[], totals: number[] = []): Finding[] {
  const best = bestOf(relations.flatMap((relation) => tryOn(table, relation, totals) ?? []));
  if (!best) return [];
  const { breaking, cut, upward } = best;
  if (breaking.length > 0) return breaking.flatMap(({ row, found }) => contradiction(table, row, best, found));
  return cut.length === 1 && upward > 2 ? contradiction(table, cut[0]!, best, "slight") : [];
}

function contradiction(table: Table, row: Row, { relation, keeping }: Tried, found: Agreement): Finding[] {
  const printed = row.numbers[relation.target]!;
  const computed = relation.of(row.numbers);
  if (!computed || isDeducted(row, relation) || isRestOfWhole(table, row, relation) || isAtMost(printed, computed))
    return [];
  const name = (column: number) => headOf(table, column);
  const isRate = isPercent(row.cells[relation.target]!);
  const right = `${show(middle(computed), isRate ? 2 : printed.step ? 2 : 0)}${isRate ? "%" : ""}`;
  return [
    finding("tableRow", {
      confidence: keeping >= 5 ? 0.9 : 0.75,
      isSlight: isRate && found === "slight",
      places: distinctPlaces([relation.target, ...relation.columns].map((column) => cellPlace(row, column))),
      values: [printed.text, right],
      arithmetic: `${relation.working(row.numbers)} = ${right} ≠ ${printed.text}`,
      message: `表中“${row.name}”一行的“${name(relation.target)}”印作${printed.text}，按其他各行的算法（${relation.say(name)}）应为${right}。`,
    }),
  ];
}
