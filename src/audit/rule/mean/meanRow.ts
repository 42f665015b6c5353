/** 平均一行: a row of averages that the rows above it don't give. */
import type { Finding } from "../../../domain/finding.ts";
import { add, fraction, isLess, subtract } from "../../../domain/measure/exact.ts";
import {
  type Agreement,
  agreement,
  exactly,
  meets,
  middle,
  over,
  type Printed,
  type Range,
  show,
  sum,
} from "../../number.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, finding } from "../../write.ts";

export const meanRow = ({ tables }: Reading): Finding[] =>
  tables.flatMap((table) =>
    table.rows.flatMap((row, at) => (/平均|均值/.test(row.name) ? against(table, row, table.rows.slice(0, at)) : [])),
  );

interface Check {
  column: number;
  printed: Printed;
  right: Range;
  found: Agreement | "beyond";
}

/** no row of one measure called an average */
const meanName = /(?:合计|总计|全[市县区省]).{0,2}(?:平均|均值)|^(?:平均|均值)(?:值|数)?$/;

/** more than the most of its rows or less than the least, though no sum of them: no mean of any kind is so */
const isBeyond = (printed: Printed, cells: Printed[]): boolean =>
  printed.step !== null &&
  cells.every(({ step }) => step !== null) &&
  !meets(printed.range, sum(cells.map(({ range }) => range))) &&
  (cells.every(({ range }) => isLess(range.high, printed.range.low)) ||
    cells.every(({ range }) => isLess(printed.range.high, range.low)));

/** a mean of whole numbers may be printed as one */
const isRounded = ({ value }: Printed, { low, high }: Range): boolean =>
  isLess(subtract(value, half), high) && isLess(low, add(value, half));
const half = fraction(1, 2);

/** the plain mean, which at least one other of its columns keeps, or which its name calls plain */
function against(table: Table, row: Row, above: Row[]): Finding[] {
  const rows = above.filter(({ isTotal, name }) => !isTotal && !/合计|小计|平均/.test(name));
  const checks = row.numbers.flatMap((printed, column): Check[] => {
    const cells = rows.map(({ numbers }) => numbers[column]);
    if (!printed || cells.length < 2 || cells.some((cell) => !cell) || /排名|名次|序号/.test(headOf(table, column)))
      return [];
    const values = cells.map((cell) => cell!);
    const mean = over(sum(values.map(({ range }) => range)), exactly(fraction(values.length)));
    if (meanName.test(row.name) && isBeyond(printed, values))
      return [{ column, printed, right: mean, found: "beyond" }];
    // “合计/平均”: the counts are added up
    const all = sum(values.map(({ range }) => range));
    const isPooled = /%$/.test(row.cells[column]!);
    if (/合计|总计/.test(row.name) && (isPooled || meets(printed.range, all))) return [];
    return [
      {
        column,
        printed,
        right: mean,
        found: printed.step || !isRounded(printed, mean) ? agreement(printed, mean) : "rounded",
      },
    ];
  });
  const beyond = checks.filter(({ found }) => found === "beyond");
  const wrong = beyond.length === 1 ? beyond : checks.filter(({ found }) => found === "off");
  const isMeant = beyond.length === 1 || checks.length > wrong.length || /简单|算术/.test(row.name);
  if (!isMeant || wrong.length !== 1) return [];
  return wrong.map(({ column, printed, right }) => {
    const shown = show(middle(right), printed.step ? 2 : 0);
    return finding("average", {
      confidence: 0.75,
      places: [cellPlace(row, column)],
      values: [printed.text, shown],
      arithmetic: `${rows.length} 行平均 = ${shown} ≠ ${printed.text}`,
      message: `表中“${row.name}”一行的“${headOf(table, column)}”印作${printed.text}，上面${rows.length}行的平均是${shown}。`,
    });
  });
}
